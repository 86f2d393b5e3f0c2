import type { ClockText, PreludeParts } from './prelude.ts';

/**
 * The threads and processes are real ones. Who goes on next is decided in one place, as the kernel decides it where
 * workers are kept through a sleep: so the log is the run's log on every machine.
 */
export function turnsClock({ model, workers }: PreludeParts): ClockText {
  const processes = model === 'processes';
  return {
    imports: [
      'import heapq',
      'import itertools',
      'import math',
      ...(processes ? ['import multiprocessing'] : []),
      'import os',
      'import random as library',
      'import signal',
      'import sys',
      'import threading',
      'import time as wall',
      'from collections import deque',
      'from concurrent import futures',
      ...(processes ? ['from multiprocessing.managers import SyncManager'] : []),
    ],
    about: processes ? aboutProcesses : aboutThreads,
    clock: [clockText(workers, processes), processes ? processesText : threadsText, 'random = Streams()'].join('\n\n'),
  };
}

const aboutThreads = `The threads are real. A clock hands out the turns: a thread goes on until it waits, and of those that could go on at
one instant the first come is the first served. So the log is the same on every machine.`;

const aboutProcesses = `The processes are real; they are started by the start method that is the default of your Python and system (fork, spawn or
forkserver). A clock in a process of its own hands out the turns: a process goes on until it waits, and of those that could
go on at one instant the first come is the first served. So the log is the same on every machine.`;

const clockText = (workers: number, processes: boolean): string => `
WORKERS = ${workers}
ONE_PROCESSOR = ${processes ? 'False' : 'True'}  # threads share one: Python's interpreter lock


class Clock:
    """Hands out turns to workers, and lets time go on when all of them wait. Who has the turn calls it; nobody else."""

    def __init__(self):
        self.now = 0.0
        self.began = wall.monotonic()
        self.idle = WORKERS - 1  # the main program has one
        self.gates = [threading.Semaphore(0)]
        self.alive = {0}
        self.ready, self.resumed, self.contenders = deque(), deque(), deque()
        self.timers, self.numbers = [], itertools.count()
        self.processor, self.demands = None, {}
        self.watchers = {}
        self.queues, self.locks, self.streams = [], [], {None: library.Random(SEED)}
        self.over = False

    # --- Tasks

    def spawn(self):
        task = len(self.gates)
        self.gates.append(threading.Semaphore(0))
        self.alive.add(task)
        self.ready.append(task)
        return task

    def begin(self, task):
        self.gates[task].acquire()
        return None if self.over else self.now

    def end(self, task):
        if self.over:
            return
        self.alive.discard(task)
        self.vacate(task)
        for settled in self.watchers.pop(task, ()):
            settled()
        self.next()

    def gather(self, task, others):
        left = [other for other in others if other in self.alive]
        count = len(left)

        def deliver():
            self.ready.append(task)

        def settled():
            nonlocal count
            count -= 1
            if count == 0:
                self.ready.append(deliver)

        for other in left:
            self.watchers.setdefault(other, []).append(settled)
        if not others:
            return self.now
        if not left:
            self.ready.append(deliver)
        return self.park(task)

    def join(self, task, other):
        if other not in self.alive:
            return self.now
        self.watchers.setdefault(other, []).append(lambda: self.ready.append(task))
        return self.park(task)

    def stop(self):
        self.over = True
        for gate in self.gates:
            gate.release()

    # --- Waits that keep the worker

    def sleep(self, task, seconds):
        if seconds > 0:
            self.hold(task, seconds)
        else:
            self.resumed.append(task)
        self.drop(task)
        return self.wait(task)

    def work(self, task, seconds):
        if self.seize(task, max(0, seconds)):
            self.hold(task, max(0, seconds))
        return self.wait(task)

    def attend(self, task):
        """Waits for the processor and keeps it until the next wait."""
        if self.seize(task, None):
            self.resumed.append(task)
        return self.wait(task)

    def seize(self, task, demand):
        if not ONE_PROCESSOR:
            return True
        if self.processor is None:
            self.processor = task
        if self.processor == task:
            return True
        self.demands[task] = demand
        self.contenders.append(task)
        return False

    def hold(self, task, seconds):
        if seconds == 0:
            self.resumed.append(task)
        else:
            heapq.heappush(self.timers, (self.now + seconds, next(self.numbers), task))

    def drop(self, task):
        if self.processor is None or self.processor != task:
            return
        self.processor = None
        if self.contenders:
            self.processor = self.contenders.popleft()
            demand = self.demands[self.processor]
            if demand is None:
                self.resumed.append(self.processor)
            else:
                self.hold(self.processor, demand)

    # --- Waits that give the worker back

    def park(self, task):
        self.vacate(task)
        return self.wait(task)

    def vacate(self, task):
        self.drop(task)
        self.idle += 1
        if self.ready:
            self.assign(self.resumed.appendleft)

    def queue(self, capacity):
        self.queues.append({"items": deque(), "capacity": capacity, "unfinished": 0, "putters": deque(), "getters": deque(), "joiners": deque()})
        return len(self.queues) - 1

    def put(self, task, number, item):
        queue = self.queues[number]
        while 0 < queue["capacity"] <= len(queue["items"]):
            queue["putters"].append(task)
            if self.park(task) is None:
                return None
        queue["items"].append(item)
        queue["unfinished"] += 1
        self.wake(queue["getters"])
        return self.now

    def get(self, task, number):
        queue = self.queues[number]
        while not queue["items"]:
            queue["getters"].append(task)
            if self.park(task) is None:
                return None, None
        item = queue["items"].popleft()
        self.wake(queue["putters"])
        return self.now, item

    def task_done(self, number):
        queue = self.queues[number]
        queue["unfinished"] -= 1
        while queue["unfinished"] == 0 and queue["joiners"]:
            self.wake(queue["joiners"])

    def join_queue(self, task, number):
        queue = self.queues[number]
        if queue["unfinished"] == 0:
            return self.now
        queue["joiners"].append(task)
        return self.park(task)

    def size(self, number):
        return len(self.queues[number]["items"])

    def wake(self, waiters):
        if waiters:
            self.ready.append(waiters.popleft())

    def lock(self):
        self.locks.append({"locked": False, "waiters": deque(), "woken": False})
        return len(self.locks) - 1

    def acquire(self, task, number):
        lock = self.locks[number]
        if lock["locked"] or lock["woken"] or lock["waiters"]:
            lock["waiters"].append(task)
            if self.park(task) is None:
                return None
            lock["waiters"].popleft()
            lock["woken"] = False
        lock["locked"] = True
        return self.now

    def release(self, number):
        lock = self.locks[number]
        lock["locked"] = False
        if lock["waiters"] and not lock["woken"]:
            lock["woken"] = True
            self.ready.append(lock["waiters"][0])

    # --- Turns

    def wait(self, task):
        self.next()
        return self.begin(task)

    def next(self):
        while not self.over:
            while self.idle > 0 and self.assign(self.resumed.append):
                pass
            if self.resumed:
                return self.gates[self.resumed.popleft()].release()
            if not self.timers:
                return self.stop()
            self.go_on()

    def assign(self, give):
        while self.ready:
            entry = self.ready.popleft()
            if callable(entry):
                entry()
                continue
            self.idle -= 1
            give(entry)
            return True
        return False

    def go_on(self):
        self.now = max(self.now, self.timers[0][0])
        early = self.began + self.now * SCALE - wall.monotonic()
        if early > 0:
            wall.sleep(early)
        end = self.now + RESOLUTION
        while self.timers and (self.timers[0][0] < end or self.timers[0][0] <= self.now):
            self.resumed.append(heapq.heappop(self.timers)[2])

    def draw(self, stream, name, args):
        if stream not in self.streams:
            self.streams[stream] = library.Random(SEED * 1000003 + stream)
        return getattr(self.streams[stream], name)(*args)


class Stopped(SystemExit):
    """The program is over, and whoever still waits ends here."""


mine = threading.local()  # what a thread knows of its task
mine.task, mine.now, mine.stream, mine.works = 0, 0.0, None, False


def turn(instant):
    if instant is None:
        raise Stopped
    mine.now = instant


def now():
    return mine.now


def job(task, function, *args):
    mine.task, mine.stream, mine.works = task, None, False
    try:
        turn(clock.begin(task))
        return function(*args)
    finally:
        clock.end(task)


class Job:
    """What a pool gives for a call that it takes."""

    def __init__(self, task, future):
        self.task, self.future = task, future

    def result(self):
        turn(clock.join(mine.task, self.task))
        return self.future.result()


def wait(jobs):
    turn(clock.gather(mine.task, [each.task for each in jobs]))


class Turns:
    """A pool whose calls begin when the clock says so."""

    def submit(self, function, *args):
        task = clock.spawn()
        return Job(task, super().submit(job, task, function, *args))

    def map(self, function, *items):
        jobs = [self.submit(function, *each) for each in zip(*items)]
        wait(jobs)
        return [each.future.result() for each in jobs]


class time:
    """time.sleep keeps its worker, which waits SCALE real seconds for each of its seconds."""

    @staticmethod
    def sleep(seconds):
        turn((clock.work if mine.works else clock.sleep)(mine.task, seconds))


def work(seconds):
    turn(clock.work(mine.task, seconds))


class Working:
    """Within it a sleep is work: it takes the processor, one task after another."""

    def __enter__(self):
        mine.works = True

    def __exit__(self, *error):
        mine.works = False


class Queue:
    """A queue; whoever waits for it gives its worker to another task meanwhile."""

    def __init__(self, maxsize=0):
        self.number = clock.queue(maxsize)

    def put(self, item):
        turn(clock.put(mine.task, self.number, item))

    def get(self):
        instant, item = clock.get(mine.task, self.number)
        turn(instant)
        return item

    def task_done(self):
        clock.task_done(self.number)

    def join(self):
        turn(clock.join_queue(mine.task, self.number))

    def empty(self):
        return clock.size(self.number) == 0


class Lock:
    """A lock; whoever waits for it gives its worker to another task meanwhile."""

    def __init__(self):
        self.number = clock.lock()

    def __enter__(self):
        turn(clock.acquire(mine.task, self.number))

    def __exit__(self, *error):
        clock.release(self.number)


class Places:
    """The workers are the clock's business: whoever has the turn has one."""

    def __enter__(self):
        pass

    def __exit__(self, *error):
        pass


class Streams:
    """Random numbers as the run draws them: one generator in the order of the calls, or a stream for each task."""

    def stream(self, k):
        if KEYED:
            mine.stream = k

    def __getattr__(self, name):
        return lambda *args: clock.draw(mine.stream, name, args)


def play(main):
    """The program from its start to its end, or to where everybody waits."""
    try:
        main()
        print(f"makespan {now():.4f}", flush=True)
    except Stopped:
        sys.exit("everybody waits, and nobody will ever wake them")
    finally:
        clock.stop()
`.trim(); // prettier-ignore

const threadsText = `
class ThreadPoolExecutor(Turns, futures.ThreadPoolExecutor):
    pass


class Thread(threading.Thread):
    """A thread that begins when the clock says so."""

    def __init__(self, target, args=(), daemon=True):
        super().__init__(daemon=True)
        self.task = clock.spawn()
        self.call = (self.task, target, *args)

    def run(self):
        job(*self.call)


def leave(*_):
    os._exit(130)


def run(main):
    signal.signal(signal.SIGINT, leave)
    play(main)


clock = Clock()
`.trim();

const processesText = `
class ProcessPoolExecutor(Turns, futures.ProcessPoolExecutor):
    def __init__(self, max_workers):
        super().__init__(max_workers, initializer=join, initargs=(clock,))


class Process(multiprocessing.Process):
    """A process that begins when the clock says so."""

    def __init__(self, target, args=(), daemon=True):
        super().__init__(daemon=True)
        self.task = clock.spawn()
        self.call = (clock, self.task, target, *args)

    def run(self):
        join(self.call[0])
        job(*self.call[1:])


class Server(SyncManager):
    """The process in which the clock goes, and what processes have in common."""


Server.register("Clock", Clock)


class Manager:
    """What processes have in common, as multiprocessing.Manager makes it."""

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def __getattr__(self, name):
        return {"Queue": Queue, "Lock": Lock, "Semaphore": lambda value: Places()}.get(name) or getattr(server, name)


def join(shared):
    """A process comes to know the clock."""
    global clock
    clock = shared
    mine.task, mine.now, mine.stream, mine.works = 0, 0.0, None, False
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def leave(*_):
    for child in multiprocessing.active_children():
        child.terminate()
    os._exit(130)


def run(main):
    global clock, server
    with Server() as server:
        clock = server.Clock()
        signal.signal(signal.SIGINT, leave)
        signal.signal(signal.SIGTERM, leave)
        try:
            play(main)
        finally:
            for child in multiprocessing.active_children():
                if isinstance(child, Process):
                    child.join()
`.trim();
