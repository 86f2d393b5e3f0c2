import { Texts } from '../../../shared/listing/texts.ts';
import { pooled } from './pool.ts';

const synchronous = `
import random, time  ## shown

def beat(k, threshold):
    random.stream(k)  ## script
    log(f"makerandom-{k}", "initiated", threshold=threshold)  ## script
    while (drawn := random.randint(0, 10)) <= threshold:
        print(f"{k}: {drawn} is not enough")  ## shown
        log(f"makerandom-{k}", "retry", value=drawn)  ## script
        time.sleep(k + 1)  # nobody else draws meanwhile  ## wait holds
    print(f"{k}: {drawn} beats {threshold}")  ## shown
    log(f"makerandom-{k}", "finished", value=drawn)  ## script
    return drawn

def main():
    thresholds = {{thresholds}}
    print([beat(k, threshold) for k, threshold in enumerate(thresholds)])  ## gather

main()  ## shown
`;

const asynchronous = `
import asyncio, random  ## shown

async def beat(k, threshold):
    random.stream(k)  ## script
    log(f"makerandom-{k}", "initiated", threshold=threshold)  ## script
    while (drawn := random.randint(0, 10)) <= threshold:
        print(f"{k}: {drawn} is not enough")  ## shown
        log(f"makerandom-{k}", "retry", value=drawn)  ## script
        await asyncio.sleep(k + 1)  ## wait
    print(f"{k}: {drawn} beats {threshold}")  ## shown
    log(f"makerandom-{k}", "finished", value=drawn)  ## script
    return drawn

async def main():
    thresholds = {{thresholds}}
    tries = [beat(k, threshold) for k, threshold in enumerate(thresholds)]
    print(await asyncio.gather(*tries))  ## gather

asyncio.run(main())  ## shown
`;

const workers = `
import random, time  ## shown
from concurrent.futures import Pool  ## shown

def beat(k, threshold):
    random.stream(k)  ## script
    log(f"makerandom-{k}", "initiated", threshold=threshold)  ## script
    while (drawn := random.randint(0, 10)) <= threshold:
        print(f"{k}: {drawn} is not enough")  ## shown
        log(f"makerandom-{k}", "retry", value=drawn)  ## script
        time.sleep(k + 1)  ## wait holds
    print(f"{k}: {drawn} beats {threshold}")  ## shown
    log(f"makerandom-{k}", "finished", value=drawn)  ## script
    return drawn

def main():
    thresholds = {{thresholds}}
    with Pool(max_workers={{workers}}) as pool:
        print(list(pool.map(beat, range(len(thresholds)), thresholds)))  ## gather
`;

export const texts = new Texts(
  { synchronous: { source: synchronous }, asynchronous: { source: asynchronous }, ...pooled(workers) },
  ['wait', 'gather'],
);
