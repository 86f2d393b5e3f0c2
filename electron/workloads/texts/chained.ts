import { Texts } from '../../../shared/listing/texts.ts';
import { pooled } from './pool.ts';

const synchronous = `
import random, time  ## shown
from functools import partial  ## +forgotten-await

def part(n, number):
    seconds = {{step}}
    log(f"chain-{n}", "sleeping", part=number, seconds=seconds)  ## script
    time.sleep(seconds)  # no other chain goes on meanwhile  ## step holds
    log(f"chain-{n}", "returning", part=number)  ## script
    return f"{n}: result of part {number}"

def chain(n):
    random.stream(next(begun))  ## script
    began = now()  ## script
    first = part(n, 1)
    second = part(n, 2)  ## -forgotten-await
    second = partial(part, n, 2)  # never called  ## +forgotten-await
    log(f"chain-{n}", "chained", took=now() - began)  ## script
    return first, second

INPUTS = {{inputs}}

def main():
    for n in INPUTS:
        chain(n)  ## gather

main()  ## shown
`;

const asynchronous = `
import asyncio, random  ## shown

async def part(n, number):
    seconds = {{step}}
    log(f"chain-{n}", "sleeping", part=number, seconds=seconds)  ## script
    await asyncio.sleep(seconds)  ## step
    log(f"chain-{n}", "returning", part=number)  ## script
    return f"{n}: result of part {number}"

async def chain(n):
    random.stream(next(begun))  ## script
    began = now()  ## script
    first = await part(n, 1)
    second = await part(n, 2)  ## -forgotten-await
    second = part(n, 2)  ## +forgotten-await
    log(f"chain-{n}", "chained", took=now() - began)  ## script
    return first, second

INPUTS = {{inputs}}

async def main():
    await asyncio.gather(*(chain(n) for n in INPUTS))  ## gather

asyncio.run(main())  ## shown
`;

const begun = `
from itertools import count

begun = count()  # chains that have begun
`;

const workers = `
import random, time  ## shown
from functools import partial  ## +forgotten-await
from concurrent.futures import Pool  ## shown

def part(n, number):
    seconds = {{step}}
    log(f"chain-{n}", "sleeping", part=number, seconds=seconds)  ## script
    time.sleep(seconds)  ## step holds
    log(f"chain-{n}", "returning", part=number)  ## script
    return f"{n}: result of part {number}"

def chain(n):
    random.stream(mine.task - 1)  ## script
    began = now()  ## script
    first = part(n, 1)
    second = part(n, 2)  ## -forgotten-await
    second = partial(part, n, 2)  # never called  ## +forgotten-await
    log(f"chain-{n}", "chained", took=now() - began)  ## script
    return first, second

INPUTS = {{inputs}}

def main():
    with Pool(max_workers={{workers}}) as pool:
        list(pool.map(chain, INPUTS))  ## gather
`;

export const texts = new Texts(
  {
    synchronous: { source: synchronous, support: begun },
    asynchronous: { source: asynchronous, support: begun },
    ...pooled(workers),
  },
  ['step', 'gather'],
);
