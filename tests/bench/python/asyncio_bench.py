"""The benchmark workloads on CPython's asyncio: its own tasks, sleep, Lock, Queue and gather on a virtual clock.

    python3 asyncio_bench.py W1-1e3 [--repeat-scale F]
"""
import asyncio
import platform
import sys
from asyncio import base_events, events
from heapq import heappop, heappush
from time import monotonic

import workloads as w
from workloads import INCREMENT, MASK, MODULUS, MULTIPLIER


class VirtualLoop(base_events.BaseEventLoop):
    """asyncio's loop without sockets, on a clock that jumps to the next deadline when nothing is ready.

    Timers lie in the heap as (deadline, sequence, handle): equal deadlines keep the order of scheduling, and tuples
    compare faster than handles. Cancelled ones are dropped when they come up, without moving the clock.
    """

    def __init__(self):
        super().__init__()
        self._now = 0.0
        self._sequence = 0

    def time(self):
        return self._now

    def call_at(self, when, callback, *args, context=None):
        handle = events.TimerHandle(when, callback, args, self, context)
        self._sequence += 1
        heappush(self._scheduled, (when, self._sequence, handle))
        return handle

    def _run_once(self):
        ready, scheduled = self._ready, self._scheduled
        if not ready:
            while scheduled and scheduled[0][2]._cancelled:
                heappop(scheduled)
            if not scheduled:
                raise RuntimeError("every task waits and no timer is set")
            self._now = max(self._now, scheduled[0][0])
        now = self._now
        while scheduled and scheduled[0][0] <= now:
            ready.append(heappop(scheduled)[2])
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()

    def _write_to_self(self):
        """Nothing to wake: the loop never blocks."""


def timed(program):
    """(seconds, what the program returned, the clock at its end)."""
    loop = VirtualLoop()
    start = monotonic()
    result = loop.run_until_complete(program())
    seconds = monotonic() - start
    clock = loop.time()
    loop.close()
    return seconds, result, clock


def timers(tasks, sleeps):
    async def sleeper(state):
        for _ in range(sleeps):
            state = (state * MULTIPLIER + INCREMENT) & MASK
            await sleep(state / MODULUS * w.TIMER_SCALE)

    async def program():
        await asyncio.gather(*(sleeper(w.seed_of(task)) for task in range(tasks)))

    sleep = asyncio.sleep
    seconds, _, clock = timed(program)
    return seconds, clock


def exhibition(boards):
    async def board(master, now):
        moved_at = None
        for _ in range(w.MOVES):
            async with master:
                await sleep(w.MASTER_TIME)
                moved_at = now()
            await sleep(w.REPLY_TIME)
        return moved_at, now()

    async def program():
        master = asyncio.Lock()
        now = asyncio.get_running_loop().time
        return await asyncio.gather(*(board(master, now) for _ in range(boards)))

    sleep = asyncio.sleep
    seconds, finished, _ = timed(program)
    return seconds, tuple(map(max, zip(*finished)))


def queue():
    async def produce(task, line, now):
        state = w.seed_of(task)
        for item in range(w.ITEMS):
            state = (state * MULTIPLIER + INCREMENT) & MASK
            await sleep(state / MODULUS * w.QUEUE_SCALE)
            line.put_nowait((task, item, now()))  # the queue has no bound

    async def consume(task, line):
        state = w.seed_of(task)
        items = 0
        try:
            while True:
                state = (state * MULTIPLIER + INCREMENT) & MASK
                await sleep(state / MODULUS * w.QUEUE_SCALE)
                await line.get()
                items += 1
                line.task_done()
        finally:
            got.append(items)

    async def program():
        line = asyncio.Queue()
        now = asyncio.get_running_loop().time
        producers = [asyncio.create_task(produce(k, line, now)) for k in range(w.PRODUCERS)]
        consumers = [asyncio.create_task(consume(w.PRODUCERS + k, line)) for k in range(w.CONSUMERS)]
        await asyncio.gather(*producers)
        await line.join()
        for consumer in consumers:
            consumer.cancel()
        await asyncio.gather(*consumers, return_exceptions=True)

    sleep = asyncio.sleep
    got = []
    seconds, _, _ = timed(program)
    return seconds, sum(got)


def gather(tasks):
    async def at_once(value):
        return value

    async def program():
        return await asyncio.gather(*(at_once(task) for task in range(tasks)))

    seconds, results, _ = timed(program)
    return seconds, sum(results)


def cancel(tasks):
    async def sleeper():
        nonlocal cancelled
        try:
            await asyncio.sleep(1_000)
        finally:
            cancelled += 1

    async def program():
        sleepers = [asyncio.create_task(sleeper()) for _ in range(tasks)]
        await asyncio.sleep(0)  # all of them are asleep after this
        for task in sleepers:
            task.cancel()
        await asyncio.gather(*sleepers, return_exceptions=True)

    cancelled = 0
    seconds, _, clock = timed(program)
    return seconds, (cancelled, clock)


if __name__ == "__main__":
    sys.exit(w.main(f"asyncio-{platform.python_version()}", {"timers": timers, "exhibition": exhibition,
                                                             "queue": queue, "gather": gather, "cancel": cancel}))
