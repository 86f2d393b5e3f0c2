import { Texts } from '../../../shared/listing/texts.ts';
import { pooled } from './pool.ts';

const synchronous = `
import time  ## shown

ROCKETS = {{rockets}}

def launch(label, length, delay):
    log(label, "waiting", seconds=delay)  ## script
    time.sleep(delay)  # no other rocket counts meanwhile  ## delay holds
    log(label, "started", waited=delay)  ## script
    for remaining in range(length, 0, -1):
        print(label, remaining)  ## shown
        log(label, "tick", remaining=remaining)  ## script
        time.sleep(1)  ## tick holds -blocking-sleep
        time.sleep(1)  ## hold holds +blocking-sleep
    print(label, "lifts off")  ## shown
    log(label, "liftoff")  ## script

def main():
    for rocket in ROCKETS:
        launch(*rocket)  ## gather

main()  ## shown
`;

const asynchronous = `
import asyncio, time  ## shown

ROCKETS = {{rockets}}

async def launch(label, length, delay):
    log(label, "waiting", seconds=delay)  ## script
    await asyncio.sleep(delay)  ## delay
    log(label, "started", waited=delay)  ## script
    for remaining in range(length, 0, -1):
        print(label, remaining)  ## shown
        log(label, "tick", remaining=remaining)  ## script
        await asyncio.sleep(1)  ## tick -blocking-sleep
        time.sleep(1)  ## hold holds +blocking-sleep
    print(label, "lifts off")  ## shown
    log(label, "liftoff")  ## script

async def main():
    await asyncio.gather(*(launch(*rocket) for rocket in ROCKETS))  ## gather

asyncio.run(main())  ## shown
`;

const workers = `
import time  ## shown
from concurrent.futures import Pool  ## shown

ROCKETS = {{rockets}}

def launch(rocket):
    label, length, delay = rocket
    log(label, "waiting", seconds=delay)  ## script
    time.sleep(delay)  ## delay holds
    log(label, "started", waited=delay)  ## script
    for remaining in range(length, 0, -1):
        print(label, remaining)  ## shown
        log(label, "tick", remaining=remaining)  ## script
        time.sleep(1)  ## tick holds -blocking-sleep
        time.sleep(1)  ## hold holds +blocking-sleep
    print(label, "lifts off")  ## shown
    log(label, "liftoff")  ## script

def main():
    with Pool(max_workers={{workers}}) as pool:
        list(pool.map(launch, ROCKETS))  ## gather
`;

export const texts = new Texts(
  { synchronous: { source: synchronous }, asynchronous: { source: asynchronous }, ...pooled(workers) },
  ['delay', 'tick', 'hold', 'gather'],
);
