import { Texts } from '../../../shared/listing/texts.ts';
import { onPool } from './pool.ts';

const synchronous = `
import random, time  ## shown

def dine(k):
    random.stream(k)  ## script
    first, second = k, (k + 1) % {{philosophers}}  # left, right
    first, second = min(first, second), max(first, second)  ## +ordered -left-first
    for meal in range({{meals}}):
        time.sleep({{think}})  ## think holds
        log(f"philosopher-{k}", "hungry")  ## script
        print(f"{k} takes fork {first}")  # nobody else is there to take it  ## first shown
        log(f"philosopher-{k}", "took", fork=first)  ## script
        time.sleep({{reach}})  ## reach holds
        print(f"{k} takes fork {second}")  ## second shown
        log(f"philosopher-{k}", "took", fork=second)  ## script
        time.sleep({{eat}})  ## eat holds
        log(f"philosopher-{k}", "ate", meal=meal + 1)  ## script

def main():
    for k in range({{philosophers}}):
        dine(k)  # all of its meals  ## gather

main()  ## shown
`;

const asynchronous = `
import asyncio, random  ## shown

forks = [asyncio.Lock() for _ in range({{philosophers}})]

async def dine(k):
    random.stream(k)  ## script
    first, second = k, (k + 1) % {{philosophers}}  # left, right
    first, second = min(first, second), max(first, second)  ## +ordered -left-first
    for meal in range({{meals}}):
        await asyncio.sleep({{think}})  ## think
        log(f"philosopher-{k}", "hungry")  ## script
        async with forks[first]:  ## first
            log(f"philosopher-{k}", "took", fork=first)  ## script
            await asyncio.sleep({{reach}})  ## reach
            async with forks[second]:  ## second
                log(f"philosopher-{k}", "took", fork=second)  ## script
                await asyncio.sleep({{eat}})  ## eat
        log(f"philosopher-{k}", "ate", meal=meal + 1)  ## script

async def main():
    await asyncio.gather(*(dine(k) for k in range({{philosophers}})))  ## gather

asyncio.run(main())  ## shown
`;

/** What both texts say of a philosopher; `fork(n)` takes a fork. */
const meals = (fork: (place: string) => string) => `
    random.stream(k)  ## script
    first, second = k, (k + 1) % {{philosophers}}  # left, right
    first, second = min(first, second), max(first, second)  ## +ordered -left-first
    with workers:
        for meal in range({{meals}}):
            time.sleep({{think}})  ## think holds
            log(f"philosopher-{k}", "hungry")  ## script
            with ${fork('first')}:  ## first
                log(f"philosopher-{k}", "took", fork=first)  ## script
                time.sleep({{reach}})  ## reach holds
                with ${fork('second')}:  ## second
                    log(f"philosopher-{k}", "took", fork=second)  ## script
                    time.sleep({{eat}})  ## eat holds
            log(f"philosopher-{k}", "ate", meal=meal + 1)  ## script
`;

const threads = `
import random, threading, time  ## shown
from concurrent.futures import Pool  ## shown
from contextlib import contextmanager  ## shown

forks = [threading.Lock() for _ in range({{philosophers}})]  ## shown
forks = [Lock() for _ in range({{philosophers}})]  ## script
workers = threading.Semaphore({{workers}})  # threads that go on at once  ## shown

@contextmanager  ## shown
def taken(fork):  ## shown
    if not fork.acquire(blocking=False):  ## shown
        workers.release()  # while it waits, another thread goes on  ## shown
        fork.acquire()  ## shown
        workers.acquire()  ## shown
    yield  ## shown
    fork.release()  ## shown

def dine(k):${meals((place) => `taken(forks[${place}])`)}
def main():
    with Pool(max_workers={{philosophers}}) as pool:
        list(pool.map(dine, range({{philosophers}})))  ## gather
`;

const processes = `
import random, time  ## shown
from concurrent.futures import Pool  ## shown
from contextlib import contextmanager  ## shown
from multiprocessing import Manager  ## shown

@contextmanager  ## shown
def taken(fork, workers):  ## shown
    if not fork.acquire(False):  ## shown
        workers.release()  # while it waits, another process goes on  ## shown
        fork.acquire()  ## shown
        workers.acquire()  ## shown
    yield  ## shown
    fork.release()  ## shown

def dine(k, forks, workers):${meals((place) => `taken(forks[${place}], workers)`)}
def main():
    with Manager() as manager, Pool(max_workers={{philosophers}}) as pool:
        workers = manager.Semaphore({{workers}})  # processes that go on at once
        forks = [manager.Lock() for _ in range({{philosophers}})]
        wait([pool.submit(dine, k, forks, workers) for k in range({{philosophers}})])  ## gather
`.replace('import Pool ', 'import Pool, wait ');

const ofThreads = `
workers = Places()


def taken(fork):
    return fork
`;

const ofProcesses = `
def taken(fork, workers):
    return fork
`;

export const texts = new Texts(
  {
    synchronous: { source: synchronous },
    asynchronous: { source: asynchronous },
    threads: onPool('threads', threads, ofThreads),
    processes: onPool('processes', processes, ofProcesses),
  },
  ['think', 'first', 'reach', 'second', 'eat', 'gather'],
);
