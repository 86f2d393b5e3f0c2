import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Future,
  Kernel,
  Lock,
  model,
  Queue,
  Semaphore,
  type Coroutine,
  type Operation,
} from '../../electron/kernel/index.ts';
import { runs } from '../support/runs.ts';
import type { ModelId } from '../../shared/scenario/scenario.ts';

type Entry = readonly [at: number, who: string, what: string];

/** A world in which things happen at whole seconds only, between visitors who come and go in between. */
interface Visit {
  readonly second: number;
  readonly waits: 'sleep' | 'get' | 'put' | 'lock' | 'semaphore' | 'join-queue' | 'future' | 'join' | 'gather';
  readonly visitors: number;
}

const visit = fc.record<Visit>({
  second: fc.nat(9),
  waits: fc.constantFrom('sleep', 'get', 'put', 'lock', 'semaphore', 'join-queue', 'future', 'join', 'gather'),
  visitors: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 60, max: 200 })),
});
const act = fc.constantFrom('sleep', 'sleep', 'get', 'put', 'lock', 'semaphore', 'done');
const scripts = fc.array(fc.array(act, { maxLength: 8 }), { maxLength: 6 });

/** What those who live there see, with and without visits; and the figures before and after each visit. */
function world(scripts: readonly (readonly string[])[], visits: readonly Visit[]) {
  const kernel = new Kernel({ model: model('asynchronous') });
  const log: Entry[] = [];
  const figures: [after: unknown, before: unknown][] = [];
  const late: string[] = [];
  const queue = new Queue<number>(kernel, { capacity: 2 });
  const lock = new Lock(kernel);
  const semaphore = new Semaphore(kernel, 2);
  let held = 0;

  function* inhabitant(who: string, script: readonly string[]): Coroutine {
    const say = (what: string) => log.push([kernel.now, who, what]);
    for (const what of script) {
      if (what === 'get') yield* queue.get();
      else if (what === 'put') yield* queue.put(1);
      else if (what === 'done') {
        if (queue.unfinished > 0) queue.taskDone();
      } else if (what === 'sleep') yield kernel.sleep(1);
      else {
        const slot = what === 'lock' ? lock : semaphore;
        yield* slot.acquire();
        if (what === 'semaphore') held++;
        say(`has ${what}`);
        yield kernel.sleep(1);
        slot.release();
        if (what === 'semaphore') held--;
      }
      say(what);
    }
  }

  /** Waits for what will not come before the visit is over; null where it would not have to wait. */
  function visitor(waits: Visit['waits']): Operation<unknown> | null {
    switch (waits) {
      case 'sleep':
        return (function* (): Coroutine {
          yield kernel.sleep(3);
        })();
      case 'get':
        return queue.size === 0 ? queue.get() : null;
      case 'put':
        return queue.full ? queue.put(2) : null;
      case 'lock':
        return lock.locked ? lock.acquire() : null;
      case 'semaphore':
        return held === 2 ? semaphore.acquire() : null;
      case 'join-queue':
        return queue.unfinished > 0 ? queue.join() : null;
      case 'future':
        return new Future(kernel).wait();
      case 'join':
        return kernel.spawn(new Future(kernel).wait()).join();
      case 'gather':
        return kernel.gather([kernel.spawn(new Future(kernel).wait())]);
    }
  }

  function* stays(waits: Operation<unknown>): Coroutine {
    yield* waits;
    late.push(`a wait was not cancelled but ended at ${kernel.now}`);
  }

  /** The figures that must be after a visit what they were before. */
  function measure() {
    const { live, ready, timers, idleWorkers } = kernel.statistics();
    const { getters, putters, size, unfinished } = queue;
    const waiters = [getters, putters, lock.waiters, semaphore.waiters];
    return { tasks: { live, ready }, waits: { timers, idleWorkers, size, unfinished, waiters, on: kernel.waiting() } };
  }

  function* main(): Coroutine {
    for (const [index, script] of scripts.entries()) {
      kernel.spawn(inhabitant(`inhabitant-${index}`, script), { name: `inhabitant-${index}` });
    }
    for (const { second, waits, visitors } of [...visits].sort((a, b) => a.second - b.second)) {
      if (second + 0.25 > kernel.now) yield kernel.sleep(second + 0.25 - kernel.now);
      const before = measure();
      const tasks = [];
      for (let count = 0; count < visitors; count++) {
        const waiting = visitor(waits);
        if (waiting !== null) tasks.push(kernel.spawn(stays(waiting)));
      }
      for (let pass = 0; pass < 3; pass++) yield;
      for (const task of tasks) task.cancel();
      // At once, before those who were cancelled have run, nobody waits any more; a joined task has to end first.
      if (waits !== 'join' && waits !== 'gather') figures.push([measure().waits, before.waits]);
      for (let pass = 0; pass < 4; pass++) yield;
      figures.push([measure(), before]);
    }
    yield kernel.sleep(50.5 - kernel.now);
  }

  kernel.spawn(main());
  kernel.advance();
  return { log, figures, late };
}

describe('a wait that is cancelled', () => {
  test('leaves no trace of itself: not in lists, timers and figures, not later, not to the others', () => {
    fc.assert(
      fc.property(scripts, fc.array(visit, { maxLength: 6 }), (scripts, visits) => {
        const { log, figures, late } = world(scripts, visits);
        for (const [after, before] of figures) expect(after).toEqual(before);
        expect({ log, late }).toEqual({ log: world(scripts, []).log, late: [] });
      }),
      runs(400),
    );
  });
});

describe('cancelling', () => {
  const models: [ModelId, number][] = [['synchronous', 1], ['asynchronous', 1], ['threads', 3], ['processes', 2]]; // prettier-ignore
  const waits = [
    'sleep',
    'get',
    'put',
    'lock',
    'semaphore',
    'join-queue',
    'future',
    'gather',
    'work',
    'block',
  ] as const;

  test.each(models)('under %s reaches every task where it waits and runs every finally, inside out', (id, workers) => {
    const nest = fc.array(fc.constantFrom(...waits), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(nest, { minLength: 1, maxLength: 12 }), fc.boolean(), (nests, byEndOfMain) => {
        const kernel = new Kernel({ model: model(id, workers) });
        const full = new Queue<number>(kernel, { capacity: 1 });
        full.putNow(0);
        const empty = new Queue<number>(kernel);
        const semaphore = new Semaphore(kernel, 0);
        const lock = new Lock(kernel);
        const entered: string[] = [];
        const left: string[] = [];
        const survived: string[] = [];

        function* task(name: string, nest: readonly (typeof waits)[number][]): Coroutine {
          const [wait, ...inner] = nest;
          if (wait === undefined) return;
          entered.push(`${name} ${wait}`);
          try {
            if (inner.length > 0) yield* task(name, inner);
            else {
              if (wait === 'sleep') yield kernel.sleep(1e3);
              else if (wait === 'work') yield kernel.work(1);
              else if (wait === 'block') yield kernel.block(1);
              else if (wait === 'get') yield* empty.get();
              else if (wait === 'put') yield* full.put(1);
              else if (wait === 'lock') yield* lock.acquire();
              else if (wait === 'semaphore') yield* semaphore.acquire();
              else if (wait === 'join-queue') yield* full.join();
              else if (wait === 'future') yield* new Future(kernel).wait();
              else yield* kernel.gather([kernel.spawn(task(`${name}'s child`, ['sleep']))]);
              if (wait === 'work' || wait === 'block') yield kernel.sleep(1e3);
              survived.push(name);
            }
          } finally {
            left.push(`${name} ${wait}`);
          }
        }

        function* main(): Coroutine {
          yield* lock.acquire();
          const tasks = nests.map((nest, index) => kernel.spawn(task(`task-${index}`, nest)));
          for (let pass = 0; pass < 5; pass++) yield kernel.sleep(0);
          yield* parked();
          if (!byEndOfMain) for (const task of tasks) task.cancel();
        }

        /** Lets the others have this worker for a moment. */
        function* parked(): Coroutine {
          const future = new Future<void>(kernel);
          kernel.spawn(
            (function* (): Coroutine {
              future.resolve();
            })(),
          );
          yield* future.wait();
        }

        kernel.spawn(main());
        expect(kernel.advance()).toBe('finished');
        // Where a sleep keeps its worker, it can be over before main comes to cancel it.
        if (!model(id).sleepHolds) expect(survived).toEqual([]);
        expect([...left].sort()).toEqual([...entered].sort());
        for (const [index, nest] of nests.entries()) {
          const mine = left.filter((name) => name.startsWith(`task-${index} `)).map((name) => name.split(' ')[1]);
          const reached = entered.some((name) => name.startsWith(`task-${index} `));
          expect(mine).toEqual(reached ? [...nest].reverse() : []);
        }
        expect(kernel.statistics()).toMatchObject({ live: 0, ready: 0, timers: 0, idleWorkers: kernel.model.workers });
      }),
      runs(100),
    );
  });
});
