import { Texts } from '../../../shared/listing/texts.ts';
import { onPool } from './pool.ts';

const synchronous = `
import random, time  ## shown -locked -lock-across-await
import random, threading, time  ## shown +locked +lock-across-await

def heartbeat():
    while pages:
        due = time.monotonic() + 1  ## shown
        due = now() + 1  ## script
        time.sleep(1)  ## beat holds
        print(f"beat, {time.monotonic() - due:.1f} s late")  ## shown
        log("heartbeat", "beat", late=now() - due)  ## script

pages = []  # sent for, and not checked yet
lock = threading.Lock()  ## shown +locked +lock-across-await
sent = 0  ## +quota +check-then-act

def check(page):
    random.stream(page + 1)  ## script
    began = now()  ## script
    global sent  ## +quota +check-then-act
    if sent >= 4:  # the quota  ## +quota +check-then-act
        log(f"page-{page}", "skipped")  ## script +quota +check-then-act
        return  ## +quota +check-then-act
    sent += 1  ## +quota
    log(f"page-{page}", "sent")  ## script
    with lock:  # nobody else is there to hold it  ## lock-get shown +lock-across-await
        time.sleep({{latency}})  # requests.get(page)  ## locked-get holds shown +lock-across-await -blocking
        time.sleep({{latency}})  # requests.get(page)  ## locked-hold holds shown +lock-across-await -awaiting
        time.sleep({{parse}})  # parse the answer  ## locked-parse holds shown +lock-across-await
    time.sleep({{latency}})  ## script
    time.sleep({{latency}})  # requests.get(page)  ## get holds shown -blocking -blocking-client -lock-across-await
    time.sleep({{latency}})  # requests.get(page)  ## hold holds shown +blocking +blocking-client -lock-across-await
    sent += 1  ## +check-then-act
    log(f"page-{page}", "answered", took=now() - began)  ## script
    time.sleep({{parse}})  ## script
    with lock:  # nobody else is there to hold it  ## lock-parse shown +locked
        time.sleep({{parse}})  # parse the answer  ## after-lock holds shown +locked
    time.sleep({{parse}})  # parse the answer  ## parse holds shown -lock-across-await -locked
    log(f"page-{page}", "checked", took=now() - began)  ## script

def main():
    random.stream(0)  ## script
    for page in range({{requests}}):
        pages.append(page)
        time.sleep({{every}})  ## every holds
    while pages:
        check(pages[0])  # to its end, then the next  ## gather
        pages.pop(0)
    heartbeat()  # only now is it the heart's turn

main()  ## shown
`;

const asynchronous = `
import asyncio, random, time  ## shown

async def heartbeat():
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + 1
        await asyncio.sleep(1)  ## beat
        print(f"beat, {loop.time() - due:.1f} s late")  ## shown
        log("heartbeat", "beat", late=loop.time() - due)  ## script

lock = asyncio.Lock()  ## +locked +lock-across-await
sent = 0  ## +quota +check-then-act

async def check(page):
    random.stream(page + 1)  ## script
    began = now()  ## script
    global sent  ## +quota +check-then-act
    if sent >= 4:  # the quota  ## +quota +check-then-act
        log(f"page-{page}", "skipped")  ## script +quota +check-then-act
        return  ## +quota +check-then-act
    sent += 1  ## +quota
    log(f"page-{page}", "sent")  ## script -lock-across-await
    async with lock:  ## lock-get +lock-across-await
        log(f"page-{page}", "sent")  ## script +lock-across-await
        await asyncio.sleep({{latency}})  # client.get(page)  ## locked-get +lock-across-await -blocking
        time.sleep({{latency}})  # requests.get(page)  ## locked-hold holds +lock-across-await -awaiting
        log(f"page-{page}", "answered", took=now() - began)  ## script +lock-across-await
        time.sleep({{parse}})  # parse the answer  ## locked-parse holds +lock-across-await
    await asyncio.sleep({{latency}})  # client.get(page)  ## get -blocking -blocking-client -lock-across-await
    time.sleep({{latency}})  # requests.get(page)  ## hold holds +blocking +blocking-client -lock-across-await
    sent += 1  ## +check-then-act
    log(f"page-{page}", "answered", took=now() - began)  ## script -lock-across-await
    async with lock:  ## lock-parse +locked
        time.sleep({{parse}})  # parse the answer  ## after-lock holds +locked
    time.sleep({{parse}})  # parse the answer  ## parse holds -lock-across-await -locked
    log(f"page-{page}", "checked", took=now() - began)  ## script

async def main():
    random.stream(0)  ## script
    heart = asyncio.create_task(heartbeat())
    checks = []
    for page in range({{requests}}):
        checks.append(asyncio.create_task(check(page)))
        await asyncio.sleep({{every}})  ## every
    await asyncio.gather(*checks)  ## gather
    heart.cancel()

asyncio.run(main())  ## shown
`;

/** The heart in a thread or process of its own. */
const heart = `
def heartbeat():
    while True:
        due = time.monotonic() + 1  ## shown
        due = now() + 1  ## script
        time.sleep(1)  ## beat holds
        print(f"beat, {time.monotonic() - due:.1f} s late")  ## shown
        log("heartbeat", "beat", late=now() - due)  ## script
`;

/** What both texts say of a page; `taken` takes the lock, `parse` is work. */
const checking = (sent: string, taken: string, parse: string) => `
    random.stream(page + 1)  ## script
    began = now()  ## script
    with workers:
        if ${sent} >= 4:  # the quota  ## +quota +check-then-act
            log(f"page-{page}", "skipped")  ## script +quota +check-then-act
            return  ## +quota +check-then-act
        ${sent} += 1  ## +quota
        log(f"page-{page}", "sent")  ## script -lock-across-await
        with ${taken}:  ## lock-get +lock-across-await
            log(f"page-{page}", "sent")  ## script +lock-across-await
            time.sleep({{latency}})  # requests.get(page)  ## locked-get holds +lock-across-await -blocking
            time.sleep({{latency}})  # requests.get(page)  ## locked-hold holds +lock-across-await -awaiting
            log(f"page-{page}", "answered", took=now() - began)  ## script +lock-across-await
            ${parse}  ## locked-parse holds +lock-across-await
        time.sleep({{latency}})  # requests.get(page)  ## get holds -blocking -blocking-client -lock-across-await
        time.sleep({{latency}})  # requests.get(page)  ## hold holds +blocking +blocking-client -lock-across-await
        ${sent} += 1  ## +check-then-act
        log(f"page-{page}", "answered", took=now() - began)  ## script -lock-across-await
        with ${taken}:  ## lock-parse +locked
            ${parse}  ## after-lock holds +locked
        ${parse}  ## parse holds -lock-across-await -locked
        log(f"page-{page}", "checked", took=now() - began)  ## script
`;

const threads = `
import random, threading, time  ## shown -locked -lock-across-await
import contextlib, random, threading, time  ## shown +locked +lock-across-await
from concurrent.futures import Pool, wait  ## shown

workers = threading.Semaphore({{workers}})  # threads that go on at once  ## shown -locked -lock-across-await
workers, lock = threading.Semaphore({{workers}}), threading.Lock()  ## shown +locked +lock-across-await
sent = 0  ## +quota +check-then-act
${heart}
def work(seconds):  # keeps Python's interpreter lock  ## shown
    until = time.thread_time() + seconds  ## shown
    while time.thread_time() < until: pass  ## shown

@contextlib.contextmanager  ## shown +locked +lock-across-await
def taken(lock):  ## shown +locked +lock-across-await
    if not lock.acquire(blocking=False):  ## shown +locked +lock-across-await
        workers.release()  # while it waits, another thread goes on  ## shown +locked +lock-across-await
        lock.acquire()  ## shown +locked +lock-across-await
        workers.acquire()  ## shown +locked +lock-across-await
    yield  ## shown +locked +lock-across-await
    lock.release()  ## shown +locked +lock-across-await

def check(page):
    global sent  ## +quota +check-then-act${checking('sent', 'taken(lock)', 'work({{parse}})  # parse the answer')}
def main():
    random.stream(0)  ## script
    threading.Thread(target=heartbeat, daemon=True).start()  ## shown
    Thread(target=heartbeat, daemon=True).start()  ## script
    checks, pool = [], Pool(max_workers={{requests}})
    with workers:
        for page in range({{requests}}):
            checks.append(pool.submit(check, page))
            time.sleep({{every}})  ## every holds
    wait(checks)  ## gather
`;

const processes = `
import random, time  ## shown
from concurrent.futures import Pool, wait  ## shown
from contextlib import contextmanager  ## shown +locked +lock-across-await
from multiprocessing import Manager, Process  ## shown
${heart}
@contextmanager  ## shown +locked +lock-across-await
def taken(lock, workers):  ## shown +locked +lock-across-await
    if not lock.acquire(False):  ## shown +locked +lock-across-await
        workers.release()  # while it waits, another process goes on  ## shown +locked +lock-across-await
        lock.acquire()  ## shown +locked +lock-across-await
        workers.acquire()  ## shown +locked +lock-across-await
    yield  ## shown +locked +lock-across-await
    lock.release()  ## shown +locked +lock-across-await

def check(page, workers):  ## -locked -lock-across-await -quota -check-then-act
def check(page, workers, lock):  ## +locked +lock-across-await
def check(page, workers, sent):  ## +quota +check-then-act${checking('sent.value', 'taken(lock, workers)', 'time.sleep({{parse}})  # parse the answer')}
def main():
    random.stream(0)  ## script
    Process(target=heartbeat, daemon=True).start()
    with Manager() as manager, Pool(max_workers={{requests}}) as pool:
        workers = manager.Semaphore({{workers}})  # processes that go on at once
        shared = [workers]  ## -locked -lock-across-await -quota -check-then-act
        shared = [workers, manager.Lock()]  ## +locked +lock-across-await
        shared = [workers, manager.Value("i", 0)]  ## +quota +check-then-act
        with workers:
            checks = []
            for page in range({{requests}}):
                checks.append(pool.submit(check, page, *shared))
                time.sleep({{every}})  ## every holds
        wait(checks)  ## gather
`;

const ofThreads = `
workers, lock = Places(), Lock()
clock.idle += 1  # the heart has a thread of its own


def taken(lock):
    return lock
`;

const ofProcesses = `
WORKERS += 1  # the heart has a process of its own


def taken(lock, workers):
    return lock
`;

export const texts = new Texts(
  {
    synchronous: { source: synchronous },
    asynchronous: { source: asynchronous },
    threads: onPool('threads', threads, ofThreads),
    processes: onPool('processes', processes, ofProcesses),
  },
  [
    'beat',
    'lock-get',
    'locked-get',
    'locked-hold',
    'locked-parse',
    'get',
    'hold',
    'lock-parse',
    'after-lock',
    'parse',
    'every',
    'gather',
  ],
);
