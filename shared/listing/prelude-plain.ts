import type { ClockText } from './prelude.ts';

/** One thing at a time: a sleep lets the clock go on, and nothing else happens meanwhile. */
export function plainClock(): ClockText {
  return { imports: ['import random as library', 'import sys', 'import time as wall'], about: '', clock };
}

const clock = `

class time:
    """time.sleep waits SCALE real seconds for each of its seconds. Nothing else runs meanwhile."""
    seconds = 0.0
    began = wall.monotonic()

    @staticmethod
    def sleep(seconds):
        time.seconds += max(0, seconds)
        early = time.began + time.seconds * SCALE - wall.monotonic()
        if early > 0:
            wall.sleep(early)


class Streams:
    """Random numbers as the run draws them: one generator in the order of the calls, or a stream for each task."""

    def __init__(self):
        self.mine = library.Random(SEED)
        self.streams = {}

    def stream(self, k):
        if KEYED:
            if k not in self.streams:
                self.streams[k] = library.Random(SEED * 1000003 + k)
            self.mine = self.streams[k]

    def __getattr__(self, name):
        return getattr(self.mine, name)


def now():
    return time.seconds


def run(main):
    try:
        main()
        print(f"makespan {now():.4f}")
    except KeyboardInterrupt:
        sys.exit(130)


random = Streams()
`;
