import { Texts } from '../../../shared/listing/texts.ts';
import { onPool } from './pool.ts';

// A put into a queue with room, and a get from one with items, never wait: plain calls do. Where a queue can be full
// somebody else has to go on in the middle of a call, which plain calls cannot, so that text is made of generators.
const synchronous = `
import queue, random, time  ## shown

def produce(line, k):
    random.stream(k)  ## script
    for i in range({{int items}}):
        seconds = {{making}}
        log(f"producer-{k}", "sleeping", seconds=seconds)  ## script
        time.sleep(seconds)  # nobody takes anything meanwhile  ## making holds
        line.put(f"{k}.{i}")  ## put shown +unbounded +no-capacity
        yield from put(line, f"{k}.{i}")  # full: another goes on  ## put shown -unbounded -no-capacity
        line.put((f"{k}.{i}", now()))  ## script +unbounded +no-capacity
        yield from line.put((f"{k}.{i}", now()))  ## script -unbounded -no-capacity
        log(f"producer-{k}", "put", item=f"{k}.{i}")  ## script
    making.discard(k)  ## -unbounded -no-capacity

def consume(line, k):
    random.stream({{producers}} + k)  ## script
    while not line.empty():  ## +unbounded +no-capacity
    while making or not line.empty():  ## -unbounded -no-capacity
        seconds = {{taking}}
        log(f"consumer-{k}", "sleeping", seconds=seconds)  ## script
        time.sleep(seconds)  ## taking holds
        item = line.get()  ## get shown +unbounded +no-capacity
        item = yield from get(line)  # empty: another goes on  ## get shown -unbounded -no-capacity
        item, made = line.get()  ## script +unbounded +no-capacity
        item, made = yield from line.get()  ## script -unbounded -no-capacity
        log(f"consumer-{k}", "got", item=item, waited=now() - made)  ## script
        line.task_done()

making = set(range({{producers}}))  # who is not done yet  ## -unbounded -no-capacity

def put(line, item):  ## shown -unbounded -no-capacity
    while line.full():  ## shown -unbounded -no-capacity
        yield  ## shown -unbounded -no-capacity
    line.put(item)  ## shown -unbounded -no-capacity

def get(line):  ## shown -unbounded -no-capacity
    while line.empty():  ## shown -unbounded -no-capacity
        yield  ## shown -unbounded -no-capacity
    return line.get()  ## shown -unbounded -no-capacity

def main():
    line = queue.Queue()  ## +unbounded +no-capacity
    line = queue.Queue({{capacity}})  ## shown -unbounded -no-capacity
    line = Line({{capacity}})  ## script -unbounded -no-capacity
    calls = [(produce, k) for k in range({{producers}})] + [(consume, k) for k in range({{consumers}})]
    for call, k in calls:  ## +unbounded +no-capacity
        call(line, k)  # to its end, then the next  ## gather +unbounded +no-capacity
    tasks = [Task(call(line, k)) for call, k in calls]  ## script -unbounded -no-capacity
    tasks = [call(line, k) for call, k in calls]  ## shown -unbounded -no-capacity
    while making or not line.empty():  ## shown -unbounded -no-capacity
        next(tasks[0], None)  # until it has to wait  ## gather shown -unbounded -no-capacity
        tasks.append(tasks.pop(0))  ## shown -unbounded -no-capacity
    yield from gather(tasks[:{{producers}}])  ## script -unbounded -no-capacity
    yield from line.join()  ## script -unbounded -no-capacity -no-join

main()  ## shown
`;

const asynchronous = `
import asyncio, random  ## shown

async def produce(queue, k):
    random.stream(k)  ## script
    for i in range({{int items}}):
        seconds = {{making}}
        log(f"producer-{k}", "sleeping", seconds=seconds)  ## script
        await asyncio.sleep(seconds)  ## making
        made[f"{k}.{i}"] = now()  ## script
        await queue.put(f"{k}.{i}")  ## put
        log(f"producer-{k}", "put", item=f"{k}.{i}")  ## script

async def consume(queue, k):
    random.stream({{producers}} + k)  ## script
    while True:
        seconds = {{taking}}
        log(f"consumer-{k}", "sleeping", seconds=seconds)  ## script
        await asyncio.sleep(seconds)  ## taking
        item = await queue.get()  ## get
        log(f"consumer-{k}", "got", item=item, waited=now() - made[item])  ## script
        queue.task_done()

async def main():
    queue = asyncio.Queue({{capacity}})  ## -unbounded
    queue = asyncio.Queue()  ## +unbounded
    producers = [asyncio.create_task(produce(queue, k)) for k in range({{producers}})]
    consumers = [asyncio.create_task(consume(queue, k)) for k in range({{consumers}})]
    await asyncio.gather(*producers)  ## gather
    await queue.join()  ## join -no-join
    for consumer in consumers:
        consumer.cancel()

asyncio.run(main())  ## shown
`;

const threads = `
import queue, random, threading, time  ## shown
from concurrent.futures import Pool, wait  ## shown

workers = threading.Semaphore({{workers}})  # threads that go on at once  ## shown
making = set(range({{producers}}))  # producers that are not done

def wait_for(call, *args):  ## shown
    try:  ## shown
        return call(*args, block=False)  ## shown
    except (queue.Empty, queue.Full):  ## shown
        workers.release()  # while it waits, another thread goes on  ## shown
        item = call(*args)  ## shown
        workers.acquire()  ## shown
        return item  ## shown

def produce(line, k):
    random.stream(k)  ## script
    with workers:
        for i in range({{int items}}):
            seconds = {{making}}
            log(f"producer-{k}", "sleeping", seconds=seconds)  ## script
            time.sleep(seconds)  ## making holds
            wait_for(line.put, f"{k}.{i}")  ## put shown
            wait_for(line.put, (f"{k}.{i}", now()))  ## script
            log(f"producer-{k}", "put", item=f"{k}.{i}")  ## script
        making.discard(k)

def consume(line, k):
    random.stream({{producers}} + k)  ## script
    with workers:
        while making or not line.empty():
            seconds = {{taking}}
            log(f"consumer-{k}", "sleeping", seconds=seconds)  ## script
            time.sleep(seconds)  ## taking holds
            item = wait_for(line.get)  ## get shown
            item, made = wait_for(line.get)  ## script
            log(f"consumer-{k}", "got", item=item, waited=now() - made)  ## script
            line.task_done()

def main():
    line, pool = queue.Queue({{capacity}}), Pool({{producers}})  ## shown -unbounded -no-capacity
    line, pool = queue.Queue(), Pool({{producers}})  ## shown +unbounded +no-capacity
    line, pool = Queue({{capacity}}), Pool({{producers}})  ## script -unbounded -no-capacity
    line, pool = Queue(), Pool({{producers}})  ## script +unbounded +no-capacity
    makers = [pool.submit(produce, line, k) for k in range({{producers}})]
    for k in range({{consumers}}):
        threading.Thread(target=consume, args=(line, k), daemon=True).start()  ## shown
        Thread(target=consume, args=(line, k), daemon=True).start()  ## script
    wait(makers)  ## gather
    line.join()  ## join -no-join
`;

const processes = `
import multiprocessing, queue, random, time  ## shown
from concurrent.futures import Pool, wait  ## shown

def wait_for(workers, call, *args):  ## shown
    try:  ## shown
        return call(*args, block=False)  ## shown
    except (queue.Empty, queue.Full):  ## shown
        workers.release()  # while it waits, another process goes on  ## shown
        item = call(*args)  ## shown
        workers.acquire()  ## shown
        return item  ## shown

def produce(k, line, making, workers):
    random.stream(k)  ## script
    with workers:
        for i in range({{int items}}):
            seconds = {{making}}
            log(f"producer-{k}", "sleeping", seconds=seconds)  ## script
            time.sleep(seconds)  ## making holds
            wait_for(workers, line.put, f"{k}.{i}")  ## put shown
            wait_for(workers, line.put, (f"{k}.{i}", now()))  ## script
            log(f"producer-{k}", "put", item=f"{k}.{i}")  ## script
        making.remove(k)

def consume(k, line, making, workers):
    random.stream({{producers}} + k)  ## script
    with workers:
        while len(making) or not line.empty():
            seconds = {{taking}}
            log(f"consumer-{k}", "sleeping", seconds=seconds)  ## script
            time.sleep(seconds)  ## taking holds
            item = wait_for(workers, line.get)  ## get shown
            item, made = wait_for(workers, line.get)  ## script
            log(f"consumer-{k}", "got", item=item, waited=now() - made)  ## script
            line.task_done()

def main():
    with multiprocessing.Manager() as manager, Pool({{producers}}) as pool:  ## shown
    with Manager() as manager, Pool({{producers}}) as pool:  ## script
        line = manager.Queue({{capacity}})  ## -unbounded -no-capacity
        line = manager.Queue()  ## +unbounded +no-capacity
        shared = line, manager.list(range({{producers}})), manager.Semaphore({{workers}})
        makers = [pool.submit(produce, k, *shared) for k in range({{producers}})]
        takers = [multiprocessing.Process(target=consume, args=(k, *shared)) for k in range({{consumers}})]  ## shown
        takers = [Process(target=consume, args=(k, *shared)) for k in range({{consumers}})]  ## script
        for taker in takers: taker.start()
        wait(makers)  ## gather
        line.join()  ## join -no-join
        for taker in takers: taker.terminate()  ## shown
`;

const ofGenerators = `
import queue
from collections import deque

turns = deque()  # who can go on, in order
current = None


class Task:
    """A generator that goes on until it has to wait for another one."""

    def __init__(self, steps):
        self.steps, self.watcher, self.done, self.stream = steps, None, False, random.mine
        turns.append(self)

    def go_on(self):
        global current
        current, random.mine = self, self.stream
        self.done = next(self.steps, self) is self
        self.stream = random.mine
        if self.done and self.watcher is not None:
            self.watcher()


class Line:
    """A queue between generators."""

    def __init__(self, capacity):
        self.items, self.capacity, self.unfinished = deque(), capacity, 0
        self.putters, self.getters, self.joiners = deque(), deque(), deque()

    def put(self, item):
        while len(self.items) >= self.capacity:
            self.putters.append(current)
            yield
        self.items.append(item)
        self.unfinished += 1
        if self.getters:
            turns.append(self.getters.popleft())

    def get(self):
        while not self.items:
            self.getters.append(current)
            yield
        if self.putters:
            turns.append(self.putters.popleft())
        return self.items.popleft()

    def empty(self):
        return not self.items

    def task_done(self):
        self.unfinished -= 1
        if self.unfinished == 0:
            turns.extend(self.joiners)
            self.joiners.clear()

    def join(self):
        if self.unfinished > 0:
            self.joiners.append(current)
            yield


class Relay:
    def __init__(self, task):
        self.task = task

    def go_on(self):
        turns.append(self.task)


def gather(tasks):
    waiter, left = current, len(tasks)

    def ended():
        nonlocal left
        left -= 1
        if left == 0:
            turns.append(Relay(waiter))

    for task in tasks:
        task.watcher = ended
    yield


def run(main, plainly=run):
    def turning():
        whole = main()
        if whole is None:
            return
        first = Task(whole)
        while not first.done:
            turns.popleft().go_on()

    plainly(turning)
`;

const ofThreads = `
workers = Places()


def wait_for(call, *args):
    return call(*args)
`;

const ofProcesses = `
def wait_for(workers, call, *args):
    return call(*args)
`;

export const texts = new Texts(
  {
    synchronous: { source: synchronous, support: ofGenerators },
    asynchronous: { source: asynchronous, support: `made = {}  # when each item was made` },
    threads: onPool('threads', threads, ofThreads),
    processes: onPool('processes', processes, ofProcesses),
  },
  ['making', 'put', 'taking', 'get', 'gather', 'join'],
);
