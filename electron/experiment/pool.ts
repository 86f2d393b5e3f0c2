import { Tinypool } from 'tinypool';

/** The workers, and how much they do at once. */
export interface PoolOptions {
  /** A module whose default export does a task; it finds `data` by `poolData`. */
  readonly entry: URL;
  /** What every worker is given once. */
  readonly data: unknown;
  /** Workers, at least 1. */
  readonly jobs: number;
  /** Aborted to give up: what is under way is ended with its worker. */
  readonly signal?: AbortSignal;
}

/** A task with what came of it. */
export interface Done<T, R> {
  readonly task: T;
  readonly result: R;
}

/** Tasks that wait beside each worker, so that none is idle while a result is on its way. */
const AHEAD = 2;

/** Results that wait for an earlier one, for each worker: one slow task must not fill the memory with them. */
const EARLY_MAX = 32;

/**
 * Has worker threads do tasks, and hands out what comes of them as it comes. Tasks are taken from the iterable only as
 * they are needed, so there may be any number of them. Leaving the loop early ends the workers.
 *
 * @param mayBegin whether another task may be begun just now; asked after each result.
 * @throws whatever a task throws, or the reason of the signal.
 */
export async function* asDone<T, R>(
  tasks: Iterable<T>,
  { entry, data, jobs, signal }: PoolOptions,
  mayBegin = () => true,
): AsyncGenerator<Done<T, R>> {
  const pool = new Tinypool({ filename: entry.href, workerData: data, minThreads: jobs, maxThreads: jobs });
  const underWay = new Map<T, Promise<Done<T, R>>>();
  const source = tasks[Symbol.iterator]();
  let empty = false;
  const begin = () => {
    const next = source.next();
    if (next.done === true) {
      empty = true;
      return;
    }
    const task = next.value;
    const options = signal === undefined ? {} : { signal };
    const done = pool.run(task, options).then((result: R) => ({ task, result }));
    // A caller that leaves the loop waits for no result; a failure then is none.
    done.catch(() => {});
    underWay.set(task, done);
  };
  try {
    for (;;) {
      while (!empty && underWay.size < jobs * AHEAD && mayBegin()) begin();
      if (underWay.size === 0) return;
      const done = await Promise.race(underWay.values());
      underWay.delete(done.task);
      yield done;
    }
  } finally {
    source.return?.();
    await pool.destroy();
  }
}

/** The same results in the order of their tasks; those that come early wait. */
export async function* inOrder<T, R>(tasks: Iterable<T>, options: PoolOptions): AsyncGenerator<Done<T, R>> {
  const order: T[] = [];
  const noted = (function* () {
    for (const task of tasks) {
      order.push(task);
      yield task;
    }
  })();
  const early = new Map<T, Done<T, R>>();
  for await (const done of asDone<T, R>(noted, options, () => order.length < EARLY_MAX * options.jobs)) {
    early.set(done.task, done);
    for (let first = early.get(order[0]!); first !== undefined; first = early.get(order[0]!)) {
      early.delete(first.task);
      order.shift();
      yield first;
    }
  }
}

/** What every worker of the pool is given. */
export function poolData(): unknown {
  return Tinypool.workerData as unknown;
}
