"""Random programs and what CPython's own asyncio makes of them, for the tests of electron/kernel.

    python3.11 vectors.py > asyncio.json                    what shows most among 20000 programs
    python3.11 vectors.py --all 5000 --seed 7 > all.json    every one of 5000 programs
    python3.11 vectors.py --programs FILE > all.json        the programs of FILE, a JSON list

The programs are those of program.ts, the interpreter is that of interpreter.ts; the loop is asyncio's on a clock that jumps to
the next timer. `work` and `block` let the clock go on inside a step. A case: {"program", "end", "endings", "log"}; an entry of
a log: [seconds, task, what].
"""
import argparse, asyncio, heapq, json, logging, random, sys, warnings
from asyncio import base_events, events

assert sys.version_info[:2] == (3, 11), "the order is that of CPython 3.11"
logging.disable(logging.CRITICAL)
# Programs that end in a deadlock leave coroutines behind, which complain when they are collected.
sys.unraisablehook = lambda _: None
warnings.simplefilter("ignore")

TASKS_MAX = 24


class NoSelector:
    def select(self, timeout=None):
        return []

    def close(self):
        pass


class Timer(events.TimerHandle):
    """A timer that keeps scheduling order among equal deadlines."""
    __slots__ = ("order",)

    def __lt__(self, other):
        return (self._when, self.order) < (other._when, other.order)


class VirtualLoop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self.now = 0.0
        self._order = 0
        self._selector = NoSelector()
        self._clock_resolution = 1e-9

    def time(self):
        return self.now

    def call_at(self, when, callback, *args, context=None):
        self._order += 1
        timer = Timer(when, callback, args, self, context)
        timer.order = self._order
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass

    def pass_once(self):
        """One pass; False when nothing is left that could happen."""
        while self._scheduled and self._scheduled[0]._cancelled:
            heapq.heappop(self._scheduled)._scheduled = False
            self._timer_cancelled_count -= 1
        if not self._ready:
            if not self._scheduled:
                return False
            self.now = max(self.now, self._scheduled[0]._when)
        self._run_once()
        return True


class Failure(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


REFUSALS = (asyncio.QueueFull, asyncio.QueueEmpty, asyncio.InvalidStateError, RuntimeError, ValueError)


def text(error):
    if isinstance(error, asyncio.CancelledError):
        return "cancelled"
    if isinstance(error, Failure):
        return f"failed {error.code}"
    if isinstance(error, REFUSALS):
        return "refused"
    raise error


class Self:
    def __init__(self, task, body):
        self.task, self.body, self.items = task, body, 0


class Play:
    def __init__(self, program):
        self.program, self.log, self.tasks, self.awaits = program, [], [], {}
        self.loop = VirtualLoop()
        self.queues = [asyncio.Queue(capacity or 0) for capacity in program["queues"]]
        self.locks = [asyncio.Lock() for _ in range(program["locks"])]
        self.semaphores = [asyncio.Semaphore(slots) for slots in program["semaphores"]]
        self.futures = [self.loop.create_future() for _ in range(program["futures"])]

    def run(self):
        """The main task; when it has ended and the loop has come to a stop, the others are cancelled: asyncio.run."""
        loop, closing = self.loop, []
        events._set_running_loop(loop)
        try:
            self.spawn(0)
            self.tasks[0].add_done_callback(closing.append)
            while loop.pass_once():
                if closing:
                    closing.clear()
                    for task in self.tasks:
                        task.cancel()
        finally:
            events._set_running_loop(None)
        endings = [self.ending(task) for task in self.tasks]
        end = "deadlock" if "alive" in endings else "finished" if endings[0] == "returned" else "failed"
        return {"program": self.program, "end": end, "endings": endings, "log": list(self.log)}

    @staticmethod
    def ending(task):
        if not task.done():
            return "alive"
        if task.cancelled():
            return "cancelled"
        return "failed" if task.exception() else "returned"

    def say(self, task, what):
        self.log.append([self.loop.now, task, what])

    def spawn(self, body):
        number = len(self.tasks)
        self.tasks.append(self.loop.create_task(self.task(number, body)))
        return number

    async def task(self, number, body):
        self.say(number, "begins")
        try:
            await self.body(Self(number, body), self.program["bodies"][body])
        except BaseException as error:
            if not isinstance(error, GeneratorExit):
                self.say(number, f"ends: {text(error)}")
            raise
        self.say(number, "returns")
        return 100 + number

    async def body(self, me, body):
        for instruction in body:
            await self.instruction(me, *instruction)

    async def instruction(self, me, op, arg=None, body=None, then=None):
        say = lambda what: self.say(me.task, what)
        if op == "sleep":
            await asyncio.sleep(arg)
            say("slept")
        elif op in ("work", "block"):
            self.loop.now += max(0, arg)
            say(op + "ed")
        elif op == "attend":
            say("attended")
        elif op == "put":
            item = f"{me.task}.{me.items}"
            me.items += 1
            await self.queues[arg].put(item)
            say(f"put {item}")
        elif op == "put-now":
            item = f"{me.task}.{me.items}"
            me.items += 1
            self.attempt_now(me, f"put {item}", lambda: self.queues[arg].put_nowait(item))
        elif op == "get":
            say(f"got {await self.queues[arg].get()}")
        elif op == "get-now":
            self.attempt_now(me, "got", lambda: self.queues[arg].get_nowait())
        elif op == "task-done":
            self.attempt_now(me, "done", lambda: self.queues[arg].task_done())
        elif op == "join-queue":
            await self.queues[arg].join()
            say("drained")
        elif op in ("lock", "slot"):
            await self.hold(me, op, (self.locks if op == "lock" else self.semaphores)[arg], body)
        elif op == "unlock":
            self.attempt_now(me, "unlocked", lambda: self.locks[arg].release())
        elif op == "release":
            self.semaphores[arg].release()
            say("released")
        elif op == "await":
            say(f"awaited {await self.futures[arg]}")
        elif op == "resolve":
            self.attempt_now(me, "resolved", lambda: self.futures[arg].set_result(me.task))
        elif op == "reject":
            self.attempt_now(me, "rejected", lambda: self.futures[arg].set_exception(Failure(50 + me.task)))
        elif op == "drop":
            say(f"dropped: {str(self.futures[arg].cancel()).lower()}")
        elif op == "spawn":
            later = len(self.program["bodies"]) - me.body - 1
            if later == 0 or len(self.tasks) == TASKS_MAX:
                say("spawned nobody")
            else:
                say(f"spawned {self.spawn(me.body + 1 + arg % later)}")
        elif op == "join":
            await self.join(me, [arg], lambda tasks: tasks[0])
        elif op == "gather":
            await self.join(me, arg, lambda tasks: asyncio.gather(*tasks))
        elif op == "cancel":
            task = arg % len(self.tasks)
            say(f"cancels {task}: {str(self.tasks[task].cancel()).lower()}")
        elif op == "try":
            await self.attempt(me, arg, body, then)
        elif op == "repeat":
            for _ in range(arg):
                await self.body(me, body)
        elif op == "fail":
            raise Failure(arg)
        else:
            raise AssertionError(op)

    def attempt_now(self, me, what, action):
        try:
            result = action()
            said = what if result is None else f"{what} {result}"
        except Exception as error:
            said = f"{what}: {text(error)}"
        self.say(me.task, said)

    async def hold(self, me, what, lock, body):
        await lock.acquire()
        self.say(me.task, f"has the {what}")
        try:
            await self.body(me, body)
        finally:
            lock.release()
            self.say(me.task, f"gave the {what} back")

    async def join(self, me, numbers, wait):
        others = len(self.tasks) - 1
        if others == 0:
            self.say(me.task, "nobody to join")
            return
        tasks = [(me.task + 1 + number % others) % len(self.tasks) for number in numbers]
        if me.task in self.reach(tasks):
            self.say(me.task, "would wait for itself")
            return
        self.awaits[me.task] = tasks
        try:
            result = await wait([self.tasks[task] for task in tasks])
            self.say(me.task, "joined " + (",".join(map(str, result)) if isinstance(result, list) else str(result)))
        finally:
            del self.awaits[me.task]

    def reach(self, tasks):
        reached, left = set(), list(tasks)
        while left:
            task = left.pop()
            if task not in reached:
                reached.add(task)
                left += self.awaits.get(task, [])
        return reached

    async def attempt(self, me, handler, body, then):
        if handler == "finally":
            try:
                await self.body(me, body)
            finally:
                self.say(me.task, "finally")
                await self.body(me, then)
            return
        try:
            await self.body(me, body)
        except (Exception, asyncio.CancelledError) as error:
            if isinstance(error, asyncio.CancelledError) != (handler == "swallow"):
                raise
            self.say(me.task, f"catches: {text(error)}")
            await self.body(me, then)


# --- programs ------------------------------------------------------------------------------------------------------

WEIGHTS = {"sleep": 8, "work": 2, "block": 1, "attend": 0.3, "put": 5, "get": 5, "put-now": 0.7, "get-now": 0.7, "task-done": 2,
           "join-queue": 2, "release": 0.7, "unlock": 0.7, "await": 4, "resolve": 2, "reject": 0.7, "drop": 0.7, "spawn": 3,
           "join": 3, "cancel": 5, "gather": 3, "fail": 1, "lock": 4, "slot": 4, "try": 6, "repeat": 1}
BLOCKS = ("lock", "slot", "try", "repeat")


def instruction(rng, depth):
    names = [name for name in WEIGHTS if depth > 0 or name not in BLOCKS]
    op = rng.choices(names, [WEIGHTS[name] for name in names])[0]
    inner = lambda: [instruction(rng, depth - 1) for _ in range(rng.randint(0, 3))]
    if op == "sleep":
        return [op, rng.choice([0, 0, 1, 1, 1, 2, 3, 0.5, 1 - 2**-31, 0.1, -1])]
    if op in ("work", "block"):
        return [op, rng.choice([0, 1, 1, 2, 0.5])]
    if op == "attend":
        return [op]
    if op in ("spawn", "join", "cancel"):
        return [op, rng.randint(0, 7)]
    if op == "gather":
        return [op, [rng.randint(0, 7) for _ in range(rng.randint(0, 4))]]
    if op == "fail":
        return [op, rng.randint(0, 9)]
    if op == "try":
        return [op, rng.choice(["swallow", "catch", "finally"]), inner(), inner()]
    if op == "repeat":
        return [op, rng.randint(2, 3), inner()]
    if op in ("lock", "slot"):
        return [op, rng.randint(0, 1), inner()]
    return [op, rng.randint(0, 1)]


def program(rng):
    body = lambda: [instruction(rng, 2) for _ in range(rng.randint(0, 6))]
    opening = [["spawn", rng.randint(0, 3)] for _ in range(rng.randint(1, 4))]
    closing = rng.choice([[], [["sleep", 4]], [["try", "catch", [["gather", [1, 2, 3, 4]]], [["sleep", 3]]]], [["join-queue", 0]]])
    return {"queues": [rng.choice([None, 1]), rng.choice([None, 1, 2])], "semaphores": [rng.choice([1, 2]), rng.choice([0, 1, 2])],
            "locks": 2, "futures": 2, "bodies": [opening + body() + closing] + [body() for _ in range(rng.randint(1, 4))]}


# --- the selection ---------------------------------------------------------------------------------------------------

def behaviours(case):
    """What a case shows: neighbours in its log and in each task's own, by kind and by whether they share task and instant."""
    kind = lambda what: " ".join(word for word in what.split() if not word[:1].isdigit())
    shown, last, before = {case["end"]}, {}, None
    for t, task, what in case["log"]:
        for t0, task0, what0 in filter(None, (before, last.get(task))):
            shown.add((kind(what0), kind(what), task0 == task, t0 == t))
        last[task] = before = (t, task, what)
    return shown


def selection(cases, bytes_max):
    """Again and again the case that shows most for its size, where what was shown n times before counts 2**-n."""
    size = [len(json.dumps(case, separators=(",", ":"))) + 2 for case in cases]
    shown = [behaviours(case) for case in cases]
    seen, chosen, room = {}, [], bytes_max
    worth = lambda n: sum(0.5 ** seen.get(each, 0) for each in shown[n]) / size[n]
    heap = [(-worth(n), n) for n in range(len(cases))]
    heapq.heapify(heap)
    while heap:
        _, n = heapq.heappop(heap)
        if size[n] > room:
            continue
        # What others have shown since makes a case worth less, never more.
        if heap and -worth(n) > heap[0][0]:
            heapq.heappush(heap, (-worth(n), n))
            continue
        chosen.append(cases[n])
        room -= size[n]
        for each in shown[n]:
            seen[each] = seen.get(each, 0) + 1
    return chosen


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--all", type=int, metavar="COUNT")
    arguments.add_argument("--seed", type=int, default=444)
    arguments.add_argument("--programs", metavar="FILE")
    options = arguments.parse_args()
    if options.programs:
        with open(options.programs) as file:
            programs = json.load(file)
    else:
        rng = random.Random(options.seed)
        programs = [program(rng) for _ in range(options.all or 20000)]
    cases = [Play(each).run() for each in programs]
    if not options.all and not options.programs:
        cases = selection(cases, 290_000)
    print("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases) + "\n]")


if __name__ == "__main__":
    main()
