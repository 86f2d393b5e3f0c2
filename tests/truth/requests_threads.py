"""Requests beside a heartbeat with real threads and real processes, in scaled time.

    python3 requests_threads.py > requests-threads.json

Latencies are waits, parsing is work: a loop in Python, which keeps the interpreter lock of its process. The main program
sends the pages to a pool of workers, which are all started before. The heart has a thread, or a process, of its own. Instants
are virtual seconds, as they were measured: a test compares them with a tolerance. Take them on a machine that does nothing else.
"""
import json
import multiprocessing
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

SCALE = 0.4  # real seconds for a virtual one
PAGES, EVERY, LATENCY = 6, 0.25, 1.0


def heart(began, done, beats):
    while True:
        due = time.time() + SCALE
        time.sleep(SCALE)
        if done.is_set():
            return
        beats.put(((time.time() - began) / SCALE, (time.time() - due) / SCALE))


def check(began, parse):
    time.sleep(LATENCY * SCALE)
    until = time.thread_time() + parse * SCALE
    while time.thread_time() < until:
        pass
    return (time.time() - began) / SCALE


def run(model, workers, parse):
    threads = model == "threads"
    start = threading.Thread if threads else multiprocessing.Process
    done = (threading if threads else multiprocessing).Event()
    beats = multiprocessing.SimpleQueue()
    checks = []
    with (ThreadPoolExecutor if threads else ProcessPoolExecutor)(workers) as pool:
        list(pool.map(time.sleep, [0.1] * workers))  # all workers are there
        began = time.time()
        own = start(target=heart, args=(began, done, beats))
        own.start()

        for _ in range(PAGES):
            checks.append(pool.submit(check, began, parse))
            time.sleep(EVERY * SCALE)
        checked = [each.result() for each in checks]
        done.set()
    own.join()
    told = []
    while not beats.empty():
        told.append(beats.get())
    constant = lambda value: {"kind": "constant", "value": value}
    params = {"requests": PAGES, "every": constant(EVERY), "latency": constant(LATENCY), "parse": constant(parse)}
    return {
        "workload": "requests", "model": model, "workers": workers, "params": params,
        "beats": [round(at, 3) for at, _ in told], "checked": sorted(round(at, 3) for at in checked),
    }


if __name__ == "__main__":
    cases = [run("threads", 12, 0.0), run("threads", 12, 0.2), run("processes", 12, 0.0), run("processes", 12, 0.2)]
    json.dump(cases, sys.stdout, indent=1)
    print()
