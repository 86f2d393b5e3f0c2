import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kernel, model, Queue, Semaphore, type Coroutine } from '../../electron/kernel/index.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { allEnded } from '../support/ended.ts';
import { runs } from '../support/runs.ts';
import type { ModelId } from '../../shared/scenario/scenario.ts';

const models: [ModelId, number][] = [['synchronous', 1], ['asynchronous', 1], ['threads', 3], ['processes', 2]]; // prettier-ignore

/** One producer or consumer: pauses between its items, and when somebody cancels it, if ever. */
interface Party {
  readonly pauses: readonly number[];
  readonly stopAt: number | null;
}

interface Market {
  readonly capacity: number | null;
  readonly producers: readonly Party[];
  readonly consumers: readonly Party[];
}

const pause = fc.constantFrom(0, 0, 1, 1, 2, 3);
const party = fc.record<Party>({
  pauses: fc.array(pause, { maxLength: 8 }),
  stopAt: fc.option(fc.nat(12), { freq: 3 }),
});
const market = fc.record<Market>({
  capacity: fc.constantFrom(null, 1, 2, 3),
  producers: fc.array(party, { minLength: 1, maxLength: 5 }),
  consumers: fc.array(party, { maxLength: 5 }),
});

interface Deal {
  readonly item: string;
  readonly at: number;
}

/** A market; when everybody has gone or waits in vain, what is left is taken away. */
function trade(id: ModelId, workers: number, { capacity, producers, consumers }: Market) {
  const trace = new Trace();
  const kernel = new Kernel({ model: model(id, workers), observer: trace });
  const queue = new Queue<string>(kernel, { capacity });
  const put: Deal[] = [];
  const got: Deal[] = [];
  const done: Deal[] = [];
  const emptiedAt: number[] = [];
  let guards = -1;
  const joins: (number | undefined)[] = [];

  function* produce(name: string, pauses: readonly number[]): Coroutine {
    for (const [number, seconds] of pauses.entries()) {
      yield kernel.sleep(seconds);
      const item = `${name}.${number}`;
      yield* queue.put(item);
      put.push({ item, at: kernel.now });
    }
  }
  function take(item: string): void {
    got.push({ item, at: kernel.now });
  }
  function finish(item: string): void {
    done.push({ item, at: kernel.now });
    queue.taskDone();
    if (queue.unfinished === 0) emptiedAt.push(kernel.now);
  }
  function* consume(pauses: readonly number[]): Coroutine {
    for (const seconds of pauses) {
      const item = yield* queue.get();
      take(item);
      try {
        yield kernel.sleep(seconds);
      } finally {
        finish(item);
      }
    }
  }
  function* guard(): Coroutine {
    for (let second = 0; second < 20; second++) {
      yield kernel.sleep(1);
      if (queue.unfinished === 0) continue;
      const times = emptiedAt.length;
      yield* queue.join();
      joins.push(emptiedAt[times]);
    }
  }
  function* stop(task: { cancel(): boolean }, at: number): Coroutine {
    yield kernel.sleep(at);
    task.cancel();
  }
  function* main(): Coroutine {
    const parties = [
      ...producers.map(({ pauses, stopAt }, n) => [kernel.spawn(produce(`${n}`, pauses)), stopAt] as const),
      ...consumers.map(({ pauses, stopAt }) => [kernel.spawn(consume(pauses)), stopAt] as const),
    ];
    for (const [task, stopAt] of parties) if (stopAt !== null) kernel.spawn(stop(task, stopAt));
    guards = kernel.spawn(guard()).id;
    // Consumers who get nothing any more make a deadlock of it, which is no matter.
    yield* allEnded(parties.map(([task]) => task));
  }
  kernel.spawn(main());
  kernel.advance();
  // When the guard could go on, whether or not there was a worker for it then.
  const mine = [...trace].filter(({ task }) => task === guards);
  const joined = mine
    .filter(({ kind }, n) => kind === Kind.READY && mine[n - 1]?.kind === Kind.PARK)
    .map(({ at }) => at);
  return {
    put,
    got,
    done,
    joins,
    joined: joined.slice(0, joins.length),
    queued: drain(queue),
    unfinished: queue.unfinished,
  };
}

function drain(queue: Queue<string>): string[] {
  const items: string[] = [];
  while (queue.size > 0) items.push(queue.getNow());
  return items;
}

describe('the items of a queue', () => {
  test.each(models)(
    'under %s are each got once or still queued, in the order in which they were put',
    (id, workers) => {
      fc.assert(
        fc.property(market, (open) => {
          const { put, got, done, queued, unfinished } = trade(id, workers, open);
          const items = (deals: readonly Deal[]) => deals.map(({ item }) => item);
          // Who was cancelled in the middle of a put either has put the item or has not; nothing is put half.
          expect([...items(got), ...queued]).toEqual(items(put));
          expect(new Set(items(put)).size).toBe(put.length);
          expect(items(done).sort()).toEqual(items(got).sort());
          expect(unfinished).toBe(put.length - done.length);
        }),
        runs(400),
      );
    },
  );

  test.each(models)(
    'under %s let those who join go on at the instant at which the last of them is done',
    (id, workers) => {
      fc.assert(
        fc.property(market, (open) => {
          const { joined, joins } = trade(id, workers, open);
          expect(joined).toEqual(joins);
        }),
        runs(400),
      );
    },
  );
});

describe("Little's law", () => {
  /** The integral over time of how many there are, from the trace's events that add one and those that take one away. */
  function integral(trace: Trace, comes: readonly number[], goes: readonly number[]): number {
    let inside = 0;
    let since = 0;
    let sum = 0;
    for (const { at, kind } of trace) {
      sum += inside * (at - since);
      since = at;
      if (comes.includes(kind)) inside++;
      if (goes.includes(kind)) inside--;
    }
    expect(inside).toBe(0);
    return sum;
  }

  // Whole seconds: every sum is exact, and so is the law.
  const customers = fc.array(fc.record({ comesAfter: fc.nat(4), service: fc.nat(5) }), { minLength: 1, maxLength: 30 });

  test.each(models)(
    'holds exactly under %s, for items and for tasks, in a run that starts and ends empty',
    (id, workers) => {
      fc.assert(
        fc.property(customers, fc.integer({ min: 1, max: 3 }), (customers, counters) => {
          const trace = new Trace();
          const kernel = new Kernel({ model: model(id, workers), observer: trace });
          const queue = new Queue<number>(kernel);
          const counter = new Semaphore(kernel, counters);
          const sojourns = { items: 0, tasks: 0 };

          function* customer(service: number, cameAt: number): Coroutine {
            yield* counter.acquire();
            yield kernel.sleep(service);
            counter.release();
            sojourns.tasks += kernel.now - cameAt;
          }
          function* clerk(): Coroutine {
            for (const { service } of customers) {
              const cameAt = yield* queue.get();
              sojourns.items += kernel.now - cameAt;
              yield kernel.work(service);
            }
            sojourns.tasks += kernel.now;
          }
          function* main(): Coroutine {
            const tasks = [kernel.spawn(clerk())];
            for (const { comesAfter, service } of customers) {
              yield kernel.sleep(comesAfter);
              queue.putNow(kernel.now);
              tasks.push(kernel.spawn(customer(service, kernel.now)));
            }
            yield* kernel.gather(tasks);
            sojourns.tasks += kernel.now;
          }
          kernel.spawn(main());
          expect(kernel.advance()).toBe('finished');
          expect({
            items: integral(trace, [Kind.PUT], [Kind.TAKE]),
            tasks: integral(trace, [Kind.SPAWN], [Kind.DONE]),
          }).toEqual(sojourns);
        }),
        runs(100),
      );
    },
  );
});
