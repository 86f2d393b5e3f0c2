import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kernel, Lock, model, Semaphore, type Coroutine, type Task } from '../../electron/kernel/index.ts';
import { allEnded } from '../support/ended.ts';
import { runs } from '../support/runs.ts';
import type { ModelId } from '../../shared/scenario/scenario.ts';

const models: [ModelId, number][] = [['synchronous', 1], ['asynchronous', 1], ['threads', 3], ['processes', 2]]; // prettier-ignore

/** When a task asks, for how long it keeps what it is given, and when somebody cancels it, if ever. */
const customer = fc.record({
  asksAt: fc.nat(4),
  keeps: fc.constantFrom(0, 0, 1, 2),
  stopAt: fc.option(fc.nat(10), { freq: 2 }),
});
const customers = fc.array(customer, { maxLength: 12 });
type Customers = ReturnType<typeof customers.generate>['value'];

function serve(id: ModelId, workers: number, slots: number | null, customers: Customers) {
  const kernel = new Kernel({ model: model(id, workers) });
  const lock = slots === null ? new Lock(kernel) : new Semaphore(kernel, slots);
  const asked: number[] = [];
  const given: number[] = [];
  let holders = 0;
  let most = 0;
  let waiters = 0;
  function* ask(number: number, { asksAt, keeps }: Customers[number]): Coroutine {
    yield kernel.sleep(asksAt);
    asked.push(number);
    yield* lock.acquire();
    given.push(number);
    most = Math.max(most, ++holders);
    waiters = Math.max(waiters, lock.waiters);
    try {
      yield kernel.sleep(keeps);
    } finally {
      holders--;
      lock.release();
    }
  }
  function* stop(task: { cancel(): boolean }, at: number): Coroutine {
    yield kernel.sleep(at);
    task.cancel();
  }
  function* main(): Coroutine {
    const tasks: Task[] = [];
    for (const [number, customer] of customers.entries()) {
      const task = kernel.spawn(ask(number, customer));
      tasks.push(task);
      if (customer.stopAt !== null) tasks.push(kernel.spawn(stop(task, customer.stopAt)));
    }
    yield* allEnded(tasks);
  }
  kernel.spawn(main());
  expect(kernel.advance()).toBe('finished');
  return {
    asked: asked.filter((number) => given.includes(number)),
    given,
    most,
    left: lock.waiters,
    free: !lock.locked,
  };
}

describe('a lock', () => {
  test.each(models)('under %s is given to one task at a time, first come first served', (id, workers) => {
    fc.assert(
      fc.property(customers, (customers) => {
        const { asked, given, most, left, free } = serve(id, workers, null, customers);
        expect(given).toEqual(asked);
        expect(most).toBeLessThanOrEqual(1);
        expect({ left, free }).toEqual({ left: 0, free: true });
      }),
      runs(300),
    );
  });
});

describe('a semaphore', () => {
  test.each(models)('under %s has at most as many holders as slots, and all slots in the end', (id, workers) => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 3 }), (customers, slots) => {
        const { given, most, left, free } = serve(id, workers, slots, customers);
        expect(most).toBeLessThanOrEqual(slots);
        if (customers.every(({ stopAt }) => stopAt === null)) expect(given.length).toBe(customers.length);
        expect({ left, free }).toEqual({ left: 0, free: true });
      }),
      runs(300),
    );
  });

  test('is given in the order of asking', () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: 1, max: 3 }), (customers, slots) => {
        const { asked, given } = serve('asynchronous', 1, slots, customers);
        expect(given).toEqual(asked);
      }),
      runs(300),
    );
  });
});
