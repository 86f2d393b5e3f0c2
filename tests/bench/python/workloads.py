"""The benchmark workloads as numbers, and the command line that the Python contenders share.

What is not here: anything timed. A contender writes its tasks itself, in its library's own idiom, with the random
step written out in the loop; this file only sizes the work, computes what must come out, and prints one line.
"""
import argparse
import json
from time import process_time

MULTIPLIER, INCREMENT, MODULUS, MASK = 1664525, 1013904223, 2**32, 2**32 - 1

TIMER_SCALE = 100
MOVES, MASTER_TIME, REPLY_TIME = 30, 5, 55
PRODUCERS, CONSUMERS, ITEMS, QUEUE_SCALE = 100, 200, 1000, 10

# name: (kind, parameters of one run, runs)
WORKLOADS = {
    "W1-1e3": ("timers", (1_000, 3_000), 1),
    "W1-1e5": ("timers", (100_000, 30), 1),
    "W1-1e6": ("timers", (1_000_000, 3), 1),
    "W2-24": ("exhibition", (24,), 1000),
    "W2-cold": ("exhibition", (24,), 20),
    "W2-lock": ("exhibition", (24,), 1000),  # Every exhibition takes a lock here, so this is W2-24.
    "W2-1e3": ("exhibition", (1_000,), 20),
    "W2-1e5": ("exhibition", (100_000,), 1),
    "W3": ("queue", (), 1),
    "W4a": ("gather", (1_000_000,), 1),
    "W4b": ("cancel", (100_000,), 1),
}


def seed_of(task):
    """First state of a task's own stream."""
    return (task * 2654435761 + 12345) % MODULUS


def last_wake_up(tasks, sleeps):
    """Largest sum of delays of the timers workload, without any simulation."""
    largest = 0.0
    for task in range(tasks):
        state, total = seed_of(task), 0.0
        for _ in range(sleeps):
            state = (state * MULTIPLIER + INCREMENT) % MODULUS
            total += state / MODULUS * TIMER_SCALE
        largest = max(largest, total)
    return largest


# What one run must return, and how many units of work it did.

def timers_expected(tasks, sleeps):
    return last_wake_up(tasks, sleeps), tasks * sleeps


def exhibition_expected(boards):
    """(last move, last reply): from twelve boards on the master is never idle."""
    last_move = MASTER_TIME * boards * MOVES
    return (last_move, last_move + REPLY_TIME), boards * MOVES


def queue_expected():
    return PRODUCERS * ITEMS, PRODUCERS * ITEMS


def gather_expected(tasks):
    return tasks * (tasks - 1) // 2, tasks


def cancel_expected(tasks):
    """(tasks that saw their cancellation, the clock then)."""
    return (tasks, 0), tasks


EXPECTED = {"timers": timers_expected, "exhibition": exhibition_expected, "queue": queue_expected,
            "gather": gather_expected, "cancel": cancel_expected}


def memory(field):
    """A figure of /proc/self/status in bytes; 0 where there is none."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith(field))
    except (OSError, StopIteration):
        return 0


def main(contender, runs):
    """Runs the workload that the command line names; runs[kind](*parameters) gives (seconds, result)."""
    parser = argparse.ArgumentParser(description=f"One benchmark workload on {contender}; prints one line of JSON.")
    parser.add_argument("workload", choices=WORKLOADS, metavar="workload", help=", ".join(WORKLOADS))
    parser.add_argument("--repeat-scale", type=float, default=1.0, metavar="F",
                        help="multiplies the repeats of the W2 workloads (at least one run)")
    options = parser.parse_args()

    kind, parameters, repeats = WORKLOADS[options.workload]
    if repeats > 1:
        repeats = max(1, round(repeats * options.repeat_scale))
    expected, count = EXPECTED[kind](*parameters)
    before = memory("VmRSS:")
    seconds, cpu, check = 0.0, -process_time(), True
    for _ in range(repeats):
        elapsed, result = runs[kind](*parameters)
        seconds += elapsed
        check = check and result == expected
    cpu += process_time()
    print(json.dumps({"contender": contender, "workload": options.workload, "count": count * repeats,
                      "seconds": round(seconds, 6), "cpu": round(cpu, 6), "check": check, "before": before,
                      "peak": memory("VmHWM:")}))
    return 0 if check else 1
