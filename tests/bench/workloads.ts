/**
 * The benchmark programs, run on the complete kernel in virtual time. Each returns how much it did and how long
 * that took, from just before the first task is created, and whether the result is the one that must come out.
 */
import {
  Fifo,
  Kernel,
  Lock,
  model,
  Queue,
  type Coroutine,
  type Observer,
  type Task,
} from '../../electron/kernel/index.ts';

export interface Measurement {
  /** What was counted: wake-ups, pair-moves, items or tasks. */
  readonly count: number;
  /** Wall time. */
  readonly seconds: number;
  /** Processor time of the process, its compiler and collector threads included (seconds). */
  readonly cpu: number;
  /** Whether the simulation came to the right result. */
  readonly check: boolean;
}

/** Makes the observer of a run; absent for a run without a trace. */
export type Observe = (() => Observer) | undefined;

// The state of the random stream as a signed integer: an unsigned one would not fit into the engine's small integers
// and be boxed at every wait.
const seedOf = (task: number): number => (Math.imul(task, 2654435761) + 12345) | 0;
const next = (state: number): number => (Math.imul(state, 1664525) + 1013904223) | 0;
const fraction = (state: number): number => (state >>> 0) / 4294967296;

function kernelFor(observe: Observe): Kernel {
  return new Kernel({ model: model('asynchronous'), policy: new Fifo(), observer: observe?.() ?? null });
}

/** Processor time of this process so far, in seconds. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Runs a program to its end; how long that took, and whether it ended as it should. */
function play(kernel: Kernel, program: () => Coroutine): { seconds: number; finished: boolean } {
  const began = process.hrtime.bigint();
  kernel.spawn(program());
  const pause = kernel.advance();
  return { seconds: Number(process.hrtime.bigint() - began) / 1e9, finished: pause === 'finished' };
}

function measure(count: number, program: () => Coroutine, kernel: Kernel, check: () => boolean): Measurement {
  const cpu = cpuTime();
  const { seconds, finished } = play(kernel, program);
  return { count, seconds, cpu: cpuTime() - cpu, check: finished && check() };
}

/** W1: n tasks that each sleep k times; counts wake-ups. */
function timers(n: number, k: number, observe: Observe): Measurement {
  const kernel = kernelFor(observe);
  let expected = 0;
  for (let task = 0; task < n; task++) {
    let [state, sum] = [seedOf(task), 0];
    for (let i = 0; i < k; i++) sum += fraction((state = next(state))) * 100;
    expected = Math.max(expected, sum);
  }
  function* sleeper(task: number): Coroutine {
    let state = seedOf(task);
    for (let i = 0; i < k; i++) {
      state = next(state);
      yield kernel.sleep(fraction(state) * 100);
    }
  }
  function* main(): Coroutine {
    const tasks: Task<void>[] = [];
    for (let task = 0; task < n; task++) tasks.push(kernel.spawn(sleeper(task)));
    yield* kernel.gather(tasks);
  }
  return measure(n * k, main, kernel, () => Math.abs(kernel.now - expected) < 1e-6 * expected);
}

/**
 * W2: boards at which the master takes 5 s and the reply 55 s, 30 times; counts pair-moves. She is the worker, which
 * `work` keeps, or, with a lock, what every board takes and gives back: so do the contenders, which have no workers.
 */
function exhibition(boards: number, repeats: number, observe: Observe, locked = false): Measurement {
  let seconds = 0;
  let check = true;
  const cpu = cpuTime();
  for (let run = 0; run < repeats; run++) {
    const kernel = kernelFor(observe);
    const master = locked ? new Lock(kernel) : null;
    let lastMove = 0;
    function* working(): Coroutine {
      for (let pair = 0; pair < 30; pair++) {
        yield kernel.work(5);
        lastMove = kernel.now;
        yield kernel.sleep(55);
      }
    }
    function* locking(lock: Lock): Coroutine {
      for (let pair = 0; pair < 30; pair++) {
        yield* lock.acquire();
        yield kernel.sleep(5);
        lastMove = kernel.now;
        lock.release();
        yield kernel.sleep(55);
      }
    }
    const board = () => (master === null ? working() : locking(master));
    function* main(): Coroutine {
      const tasks: Task<void>[] = [];
      for (let b = 0; b < boards; b++) tasks.push(kernel.spawn(board()));
      yield* kernel.gather(tasks);
    }
    const last = 5 * boards * 30;
    const one = play(kernel, main);
    seconds += one.seconds;
    check &&= one.finished && lastMove === last && kernel.now === last + 55;
  }
  return { count: boards * 30 * repeats, seconds, cpu: cpuTime() - cpu, check };
}

/** W3: producers and consumers on an unbounded queue, then join and cancel; counts items. */
function queue(producers: number, consumers: number, items: number, observe: Observe): Measurement {
  const kernel = kernelFor(observe);
  let got = 0;
  function* produce(task: number, line: Queue<number>): Coroutine {
    let state = seedOf(task);
    for (let item = 0; item < items; item++) {
      state = next(state);
      yield kernel.sleep(fraction(state) * 10);
      yield* line.put(item);
    }
  }
  function* consume(task: number, line: Queue<number>): Coroutine {
    let state = seedOf(task);
    for (;;) {
      state = next(state);
      yield kernel.sleep(fraction(state) * 10);
      yield* line.get();
      got++;
      line.taskDone();
    }
  }
  function* main(): Coroutine {
    const line = new Queue<number>(kernel);
    const making: Task<void>[] = [];
    for (let task = 0; task < producers; task++) making.push(kernel.spawn(produce(task, line)));
    const taking: Task<void>[] = [];
    for (let task = 0; task < consumers; task++) taking.push(kernel.spawn(consume(producers + task, line)));
    yield* kernel.gather(making);
    yield* line.join();
    for (const task of taking) task.cancel();
  }
  return measure(producers * items, main, kernel, () => got === producers * items);
}

/** W4a: n tasks that return at once, gathered in order; counts tasks. */
function spawnGather(n: number, observe: Observe): Measurement {
  const kernel = kernelFor(observe);
  let sum = 0;

  function* one(i: number): Coroutine<number> {
    return i;
  }
  function* main(): Coroutine {
    const tasks: Task<number>[] = [];
    for (let i = 0; i < n; i++) tasks.push(kernel.spawn(one(i)));
    for (const value of yield* kernel.gather(tasks)) sum += value;
  }
  return measure(n, main, kernel, () => sum === (n * (n - 1)) / 2);
}

/** W4b: n tasks asleep, all cancelled, each observes it in a finally; counts tasks. */
function cancel(n: number, observe: Observe): Measurement {
  const kernel = kernelFor(observe);
  let observed = 0;
  function* sleeper(): Coroutine {
    try {
      yield kernel.sleep(1000);
    } finally {
      observed++;
    }
  }
  function* main(): Coroutine {
    const tasks: Task<void>[] = [];
    for (let i = 0; i < n; i++) tasks.push(kernel.spawn(sleeper()));
    yield kernel.sleep(0);
    for (const task of tasks) task.cancel();
  }
  return measure(n, main, kernel, () => observed === n && kernel.now === 0);
}

/** Every benchmark by its name in the table of results. */
export const workloads: Readonly<Record<string, (observe?: Observe) => Measurement>> = {
  'W1-1e3': (observe) => timers(1e3, 3000, observe),
  'W1-1e5': (observe) => timers(1e5, 30, observe),
  'W1-1e6': (observe) => timers(1e6, 3, observe),
  'W2-24': (observe) => exhibition(24, 1000, observe),
  'W2-cold': (observe) => exhibition(24, 20, observe),
  'W2-lock': (observe) => exhibition(24, 1000, observe, true),
  'W2-1e3': (observe) => exhibition(1e3, 20, observe),
  'W2-1e5': (observe) => exhibition(1e5, 1, observe),
  W3: (observe) => queue(100, 200, 1000, observe),
  W4a: (observe) => spawnGather(1e6, observe),
  W4b: (observe) => cancel(1e5, observe),
};
