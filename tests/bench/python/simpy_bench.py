"""The benchmark workloads on SimPy: a process a task, timeouts, a Resource for the master, a Store for the queue.

    python3 simpy_bench.py W1-1e3 [--repeat-scale F]
"""
import sys
from time import monotonic

import simpy

import workloads as w
from workloads import INCREMENT, MASK, MODULUS, MULTIPLIER


def timers(tasks, sleeps):
    def sleeper(state):
        for _ in range(sleeps):
            state = (state * MULTIPLIER + INCREMENT) & MASK
            yield timeout(state / MODULUS * w.TIMER_SCALE)

    env = simpy.Environment()
    timeout = env.timeout
    start = monotonic()
    for task in range(tasks):
        env.process(sleeper(w.seed_of(task)))
    env.run()
    return monotonic() - start, env.now


def exhibition(boards):
    def board():
        moved_at = None
        for _ in range(w.MOVES):
            turn = master.request()
            yield turn
            yield timeout(w.MASTER_TIME)
            moved_at = env.now
            master.release(turn)
            yield timeout(w.REPLY_TIME)
        finished.append((moved_at, env.now))

    env = simpy.Environment()
    timeout = env.timeout
    master = simpy.Resource(env)
    finished = []
    start = monotonic()
    for _ in range(boards):
        env.process(board())
    env.run()
    seconds = monotonic() - start
    return seconds, tuple(map(max, zip(*finished)))


class JoinableStore(simpy.Store):
    """A Store that knows how many of its items are not done with yet. It has no bound, so nobody waits to add."""

    def __init__(self, env):
        super().__init__(env)
        self.unfinished = 0
        self.drained = None

    def add(self, item):
        self.unfinished += 1
        self.put(item)

    def task_done(self):
        self.unfinished -= 1
        if self.drained is not None and not self.unfinished:
            self.drained.succeed()

    def join(self):
        """An event that comes once no item is unfinished; items must not be added after this call."""
        self.drained = self._env.event()
        if not self.unfinished:
            self.drained.succeed()
        return self.drained


def queue():
    def produce(task):
        state = w.seed_of(task)
        for item in range(w.ITEMS):
            state = (state * MULTIPLIER + INCREMENT) & MASK
            yield timeout(state / MODULUS * w.QUEUE_SCALE)
            store.add((task, item, env.now))

    def consume(task):
        state = w.seed_of(task)
        items = 0
        getting = None
        try:
            while True:
                state = (state * MULTIPLIER + INCREMENT) & MASK
                yield timeout(state / MODULUS * w.QUEUE_SCALE)
                getting = store.get()
                yield getting
                items += 1
                store.task_done()
        except simpy.Interrupt:
            if getting is not None:
                getting.cancel()
        finally:
            got.append(items)

    def program():
        producers = [env.process(produce(k)) for k in range(w.PRODUCERS)]
        consumers = [env.process(consume(w.PRODUCERS + k)) for k in range(w.CONSUMERS)]
        yield env.all_of(producers)
        yield store.join()
        for consumer in consumers:
            consumer.interrupt()
        yield env.all_of(consumers)

    env = simpy.Environment()
    timeout = env.timeout
    store = JoinableStore(env)
    got = []
    start = monotonic()
    env.run(until=env.process(program()))
    return monotonic() - start, sum(got)


def gather(tasks):
    def at_once(value):
        return value
        yield  # makes it a process

    def program():
        # Waiting in order costs a little less than an AllOf, which keeps a condition on top.
        processes = [env.process(at_once(task)) for task in range(tasks)]
        results = []
        for process in processes:
            results.append((yield process))
        return results

    env = simpy.Environment()
    start = monotonic()
    results = env.run(until=env.process(program()))
    return monotonic() - start, sum(results)


def cancel(tasks):
    def sleeper():
        nonlocal cancelled
        try:
            yield timeout(1_000)
        except simpy.Interrupt:
            pass
        finally:
            cancelled += 1

    def program():
        processes = [env.process(sleeper()) for _ in range(tasks)]
        yield timeout(0)  # all of them are asleep after this
        for process in processes:
            process.interrupt()
        for process in processes:
            yield process

    env = simpy.Environment()
    timeout = env.timeout
    cancelled = 0
    start = monotonic()
    env.run(until=env.process(program()))
    return monotonic() - start, (cancelled, env.now)


if __name__ == "__main__":
    sys.exit(w.main(f"simpy-{simpy.__version__}", {"timers": timers, "exhibition": exhibition, "queue": queue,
                                                    "gather": gather, "cancel": cancel}))
