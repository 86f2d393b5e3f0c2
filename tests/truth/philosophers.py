"""Dining philosophers on CPython's own asyncio, deadlocks included: writes philosophers.json beside this file.

    python3 tests/truth/philosophers.py

The event loop is asyncio's; only its clock is virtual and jumps to the next timer. Where no task is ready and no timer
is set, a real loop would wait for ever: this one stops, and the case says what each task waits for.
"""
import asyncio, heapq, json, os, random
from asyncio import base_events, events


class Stuck(BaseException):
    """No task is ready and no timer is set."""


class Timer(events.TimerHandle):
    """Timers with equal deadlines go off in the order in which they were set."""
    __slots__ = ("number",)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


class VirtualLoop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self.seconds, self.timers = 0.0, 0
        self._selector, self._clock_resolution = self, 1e-9

    def time(self):
        return self.seconds

    def call_at(self, when, callback, *args, context=None):
        self.timers += 1
        timer = Timer(when, callback, args, self, context)
        timer.number = self.timers
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def select(self, timeout=None):
        if timeout is None:
            raise Stuck
        if timeout > 0:
            self.seconds = max(self.seconds, self._scheduled[0]._when)
        return []

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


def draw(source, amount):
    return amount if isinstance(amount, (int, float)) else source.uniform(amount["low"], amount["high"])


def case(seed, draws, params):
    n, log, waits = params["philosophers"], [], {}
    loop = VirtualLoop()
    asyncio.set_event_loop(loop)
    shared = random.Random(seed)

    def tell(k, event, **fields):
        log.append({"t": round(loop.time(), 4), "task": f"philosopher-{k}", "event": event, **fields})

    async def take(k, fork):
        waits[f"philosopher-{k}"] = f"fork-{fork}"
        await forks[fork].acquire()
        del waits[f"philosopher-{k}"]
        tell(k, "took", fork=fork)

    async def dine(k):
        source = shared if draws == "shared" else random.Random(seed * 1000003 + k)
        first, second = k, (k + 1) % n
        if params["ordered"]:
            first, second = min(first, second), max(first, second)
        for meal in range(1, params["meals"] + 1):
            await asyncio.sleep(draw(source, params["think"]))
            tell(k, "hungry")
            await take(k, first)
            await asyncio.sleep(draw(source, params["reach"]))
            await take(k, second)
            await asyncio.sleep(draw(source, params["eat"]))
            forks[second].release()
            forks[first].release()
            tell(k, "ate", meal=meal)

    async def main():
        await asyncio.gather(*(dine(k) for k in range(n)))

    forks = [asyncio.Lock() for _ in range(n)]
    outcome = {"workload": "philosophers", "model": "asynchronous", "params": params, "seed": seed, "draws": draws}
    try:
        loop.run_until_complete(main())
        return {**outcome, "makespan": round(loop.time(), 4), "log": log}
    except Stuck:
        return {**outcome, "makespan": None, "ending": "deadlock", "waits": dict(sorted(waits.items())), "log": log}


def uniform(low, high):
    return {"kind": "uniform", "low": low, "high": high}


def table(ordered, philosophers=5, meals=4, think=uniform(1, 5), reach=2, eat=uniform(1, 3)):
    return {"philosophers": philosophers, "meals": meals, "think": think, "reach": reach, "eat": eat, "ordered": ordered}


cases = [
    *(case(seed, draws, table(False)) for draws in ("keyed", "shared") for seed in range(6)),
    *(case(seed, draws, table(True)) for draws in ("keyed", "shared") for seed in (0, 1)),
    # All become hungry in one instant; with no time between two forks they take their first ones in one pass.
    case(0, "keyed", table(False, think=3, eat=2)),
    case(0, "keyed", table(True, think=3, eat=2)),
    case(0, "keyed", table(False, think=3, reach=0, eat=2)),
    case(0, "keyed", table(False, philosophers=2, think=1, reach=1, eat=1)),
]
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "philosophers.json")
with open(path, "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(each) for each in cases) + "\n]\n")
