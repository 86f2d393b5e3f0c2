import type { ClockText } from './prelude.ts';

/**
 * The loop is asyncio's own, as in CPython: only its clock is another one. Ties between timers are ties on every
 * machine, so the log is the run's log.
 */
export function loopClock(): ClockText {
  return { imports: ['import asyncio', 'import contextvars', 'import heapq', 'import math', 'import random as library', 'import sys', 'import time as wall', 'from asyncio import base_events, events'], about: '', clock }; // prettier-ignore
}

const clock = `

class Timer(events.TimerHandle):
    """Timers that are due at one instant go off in the order in which they were set."""
    __slots__ = ("number",)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


class Loop(base_events.BaseEventLoop):
    """asyncio's event loop on a clock of its own, which waits SCALE real seconds for each of its seconds."""

    def __init__(self):
        super().__init__()
        self.seconds = 0.0
        self.timers = 0
        self.began = wall.monotonic()
        self._selector = self
        self._clock_resolution = RESOLUTION

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
            sys.exit("everybody waits, and nobody will ever wake them")
        if timeout > 0:
            self.go_to(self._scheduled[0]._when)
        return []

    def go_to(self, when):
        self.seconds = max(self.seconds, when)
        # A late clock has steps larger than RESOLUTION: without this a timer would never be due.
        self._clock_resolution = max(RESOLUTION, math.ulp(self.seconds))
        early = self.began + self.seconds * SCALE - wall.monotonic()
        if early > 0:
            wall.sleep(early)

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


class time:
    """time.sleep holds the loop: its clock goes on, and nobody else does."""

    @staticmethod
    def sleep(seconds):
        loop.go_to(loop.time() + seconds)


class Streams:
    """Random numbers as the run draws them: one generator in the order of the calls, or a stream for each task."""

    def __init__(self):
        self.shared = library.Random(SEED)
        self.streams = {}
        self.mine = contextvars.ContextVar("mine", default=None)

    def stream(self, k):
        if KEYED:
            if k not in self.streams:
                self.streams[k] = library.Random(SEED * 1000003 + k)
            self.mine.set(self.streams[k])

    def __getattr__(self, name):
        return getattr(self.mine.get() or self.shared, name)


def now():
    return loop.time()


def run(main):
    try:
        loop.run_until_complete(main())
        print(f"makespan {loop.time():.4f}")
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        loop.close()


random = Streams()
loop = Loop()
asyncio.set_event_loop(loop)
`;
