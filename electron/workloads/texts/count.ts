import { Texts } from '../../../shared/listing/texts.ts';
import { pooled } from './pool.ts';

const synchronous = `
import time  ## shown

def speak(k):
    print(f"{k}: one")  ## shown
    log(f"count-{k}", "one")  ## script
    time.sleep(1)  # nobody else speaks meanwhile  ## second holds
    print(f"{k}: two")  ## shown
    log(f"count-{k}", "two")  ## script

def main():
    for k in range({{tasks}}):
        speak(k)  ## gather -one-by-one
        speak(k)  ## each +one-by-one

main()  ## shown
`;

const asynchronous = `
import asyncio

async def speak(k):
    print(f"{k}: one")  ## shown
    log(f"count-{k}", "one")  ## script
    await asyncio.sleep(1)  ## second
    print(f"{k}: two")  ## shown
    log(f"count-{k}", "two")  ## script

async def main():
    speakers = [speak(k) for k in range({{tasks}})]
    await asyncio.gather(*speakers)  ## gather -one-by-one
    for speaker in speakers:  ## +one-by-one
        await asyncio.create_task(speaker)  ## each +one-by-one

asyncio.run(main())  ## shown
`;

const workers = `
import time  ## shown
from concurrent.futures import Pool  ## shown

def speak(k):
    print(f"{k}: one")  ## shown
    log(f"count-{k}", "one")  ## script
    time.sleep(1)  ## second holds
    print(f"{k}: two")  ## shown
    log(f"count-{k}", "two")  ## script

def main():
    with Pool(max_workers={{workers}}) as pool:
        list(pool.map(speak, range({{tasks}})))  ## gather -one-by-one
        for k in range({{tasks}}):  ## +one-by-one
            pool.submit(speak, k).result()  ## each +one-by-one
`;

export const texts = new Texts(
  { synchronous: { source: synchronous }, asynchronous: { source: asynchronous }, ...pooled(workers) },
  ['second', 'gather', 'each'],
);
