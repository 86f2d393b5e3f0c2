"""The benchmark workloads on CPython's asyncio: its own tasks, sleep, Lock, Queue and gather on a virtual clock.

    python3 asyncio_bench.py W1-1e3 [--repeat-scale F]
"""
import asyncio
import platform
import sys
from asyncio import base_events
from time import monotonic

import workloads as w
from workloads import INCREMENT, MASK, MODULUS, MULTIPLIER


class Clock:
    """A selector that has no sockets: instead of waiting for one it moves the loop's clock on."""

    def __init__(self):
        self.loop = None

    def select(self, timeout):
        loop = self.loop
        if timeout:
            loop._now = max(loop._now, loop._scheduled[0]._when)
        elif timeout is None:
            raise RuntimeError("every task waits and no timer is set")
        return ()

    def close(self):
        pass


class VirtualLoop(base_events.BaseEventLoop):
    """asyncio's own loop, unchanged but for its clock, which jumps to the next deadline when nothing is ready."""

    def __init__(self):
        super().__init__()
        self._now = 0.0
        self._clock_resolution = 1e-9
        self._selector = Clock()
        self._selector.loop = self

    def time(self):
        return self._now

    def _process_events(self, event_list):
        pass

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
