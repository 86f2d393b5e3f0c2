"""Runs scripts, each in a process that is forked from this one: what they import is there already.

A line of standard input is [number, file, arguments]; a line [number, exit code] answers it once the script has ended. What the
script prints goes to the files FILE.out and FILE.err.
"""
import asyncio, contextvars, heapq, json, math, os, queue, random, signal, sys, threading, time, types
from concurrent.futures import process, thread
from multiprocessing import managers

SECONDS = 60  # a script that goes on for longer hangs


def ask():
    """The next script, in the process that is to run it."""
    for line in sys.stdin:
        number, file, arguments = json.loads(line)
        while ended():
            pass
        # Somebody has to wait for the script, while this process reads on.
        if os.fork() == 0:
            script = os.fork()
            if script == 0:
                return file, arguments
            _, status = os.waitpid(script, 0)
            os.write(1, f"{json.dumps([number, os.waitstatus_to_exitcode(status)])}\n".encode())
            os._exit(0)
    os._exit(0)


def ended():
    try:
        return os.waitpid(-1, os.WNOHANG) != (0, 0)
    except ChildProcessError:
        return False


def direct(stream, path, flags):
    opened = os.open(path, flags)
    os.dup2(opened, stream)
    os.close(opened)


file, arguments = ask()
signal.alarm(SECONDS)
direct(0, os.devnull, os.O_RDONLY)
direct(1, f"{file}.out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
direct(2, f"{file}.err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
# From here on it is as if it had been started by itself.
sys.argv = [file, *arguments]
sys.path[0] = os.path.dirname(file)
sys.modules["__main__"] = types.ModuleType("__main__")
sys.modules["__main__"].__file__ = file
with open(file, encoding="utf-8") as text:
    exec(compile(text.read(), file, "exec"), sys.modules["__main__"].__dict__)
