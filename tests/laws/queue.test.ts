import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kernel, model, Queue, type Coroutine, type ModelId } from '../../electron/kernel/index.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';

const models: [ModelId, number][] = [['synchronous', 1], ['asynchronous', 1], ['threads', 3], ['processes', 2]]; // prettier-ignore

/** One producer or consumer: pauses between its items, and when somebody cancels it, if ever. */
interface Party {
  readonly pauses: readonly number[];
  readonly stopAt: number | null;
}

const pause = fc.constantFrom(0, 0, 1, 1, 2, 3);
const party = fc.record<Party>({
  pauses: fc.array(pause, { maxLength: 8 }),
  stopAt: fc.option(fc.nat(12), { freq: 3 }),
});
const market = fc.record({
  capacity: fc.constantFrom(null, 1, 2, 3),
  producers: fc.array(party, { minLength: 1, maxLength: 5 }),
  consumers: fc.array(party, { maxLength: 5 }),
});

interface Deal {
  readonly item: string;
  readonly at: number;
}

/** A market, open until second 100; after it a clerk takes what is left. */
function trade(id: ModelId, workers: number, { capacity, producers, consumers }: (typeof market)['~type']) {
  const trace = new Trace();
  const kernel = new Kernel({ model: model(id, workers), observer: trace });
  const queue = new Queue<string>(kernel, { capacity });
  const put: Deal[] = [];
  const got: Deal[] = [];
  const done: Deal[] = [];
  const joined: { at: number; unfinished: number }[] = [];
  let emptied = 0;

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
    if (queue.unfinished === 0) emptied++;
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
    for (;;) {
      yield kernel.sleep(0.5);
      const before = emptied;
      const unfinished = queue.unfinished;
      yield* queue.join();
      // Either nothing had to be waited for, or the last item was finished meanwhile.
      joined.push({ at: unfinished === 0 ? -1 : kernel.now, unfinished: emptied > before ? 0 : unfinished });
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
    if (id === 'asynchronous') kernel.spawn(guard());
    yield kernel.sleep(100);
  }
  kernel.spawn(main());
  kernel.advance();
  return { trace, put, got, done, joined, queued: drain(queue), unfinished: queue.unfinished };
}

function drain(queue: Queue<string>): string[] {
  const items: string[] = [];
  while (queue.size > 0) items.push(queue.getNow());
  return items;
}

describe('the items of a queue', () => {
  test.each(models)('under %s are each got once or still queued, in the order in which they were put', (id, workers) => {
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
  });

  test('let those who join go on at the instant at which the last of them is done, and no sooner', () => {
    fc.assert(
      fc.property(market, (open) => {
        const { joined, done } = trade('asynchronous', 1, open);
        for (const { at, unfinished } of joined) {
          expect(unfinished).toBe(0);
          if (at >= 0) expect(done.map((deal) => deal.at)).toContain(at);
        }
      }),
      runs(400),
    );
  });
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

  test.each(models)('holds exactly under %s for a queue and for tasks, in a run that starts and ends empty', (id, workers) => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 3 }), (customers, servers) => {
        const trace = new Trace();
        const kernel = new Kernel({ model: model(id, workers), observer: trace });
        const queue = new Queue<{ service: number; cameAt: number }>(kernel);
        let waited = 0;
        let lived = 0;
        function* serve(): Coroutine {
          const bornAt = kernel.now;
          for (;;) {
            const customer = yield* queue.get();
            if (customer.service < 0) break;
            waited += kernel.now - customer.cameAt;
            yield kernel.sleep(customer.service);
          }
          lived += kernel.now - bornAt;
        }
        function* main(): Coroutine {
          for (let server = 0; server < servers; server++) kernel.spawn(serve());
          // A server counts its life from its first step, the trace from its creation: both are now.
          if (id === 'asynchronous') yield;
          for (const { comesAfter, service } of customers) {
            yield kernel.sleep(comesAfter);
            yield* queue.put({ service, cameAt: kernel.now });
          }
          for (let server = 0; server < servers; server++) yield* queue.put({ service: -1, cameAt: 0 });
          waited -= servers * kernel.now;
          yield* queue.join();
        }
        void main;
        kernel.spawn(main());
        kernel.advance();
        expect(integral(trace, [Kind.PUT], [Kind.TAKE])).toBe(waited + lived);
      }),
      runs(1),
    );
  });
});
