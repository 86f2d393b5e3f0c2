import { describe, expect, test } from 'vitest';
import { Future, Kernel, model, type Coroutine } from '../../electron/kernel/index.ts';

const newKernel = () => new Kernel({ model: model('asynchronous') });

function* sleeps(kernel: Kernel, ...seconds: number[]): Coroutine {
  for (const each of seconds) yield kernel.sleep(each);
}

describe('advance', () => {
  test('stops at the instant asked for and goes on from there', () => {
    const kernel = newKernel();
    kernel.spawn(sleeps(kernel, 1, 2));
    const seen = [0.5, 1, 0, 2.5, 3, 9].map((until) => [until, kernel.advance(until), kernel.now]);
    expect(seen).toEqual([
      [0.5, 'until', 0],
      [1, 'until', 1],
      [0, 'until', 1],
      [2.5, 'until', 1],
      [3, 'finished', 3],
      [9, 'finished', 3],
    ]);
  });

  test('takes at most the number of steps asked for', () => {
    const kernel = newKernel();
    kernel.spawn(sleeps(kernel, 0, 0, 1, 0));
    const seen = [0, 1, 2, 1, 1, 1].map((steps) => [kernel.advance(Infinity, steps), kernel.statistics().steps]);
    expect(seen).toEqual([['steps', 0], ['steps', 1], ['steps', 3], ['steps', 4], ['finished', 5], ['finished', 5]]); // prettier-ignore
  });

  test('does nothing up to an instant that is past, though somebody can run', () => {
    const kernel = newKernel();
    kernel.spawn(sleeps(kernel, 1, 0, 0));
    const seen = [
      kernel.advance(Infinity, 2),
      kernel.advance(0.5),
      kernel.statistics().steps,
      kernel.advance(1),
      kernel.statistics().steps,
    ];
    expect(seen).toEqual(['steps', 'until', 2, 'finished', 4]);
  });

  test('comes back from a loop that never ends', () => {
    const kernel = newKernel();
    function* forever(): Coroutine {
      for (;;) yield;
    }
    kernel.spawn(forever());
    expect([kernel.advance(Infinity, 1e5), kernel.statistics().steps, kernel.now]).toEqual(['steps', 1e5, 0]);
  });

  test('tells a deadlock from a wait that is longer than asked for', () => {
    const kernel = newKernel();
    kernel.spawn(new Future(kernel).wait());
    const sleeper = kernel.spawn(sleeps(kernel, 5));
    expect([kernel.advance(2), kernel.advance(), kernel.now, sleeper.ending]).toEqual([
      'until',
      'deadlock',
      5,
      'returned',
    ]);
  });

  test('of a kernel without tasks has nothing to do', () => {
    expect(newKernel().advance()).toBe('finished');
  });
});

describe('the figures of a run', () => {
  test('are a frozen object that counts what there is', () => {
    const kernel = newKernel();
    const seen: unknown[] = [];
    function* main(): Coroutine {
      const future = new Future(kernel);
      const tasks = [sleeps(kernel, 5), sleeps(kernel, 7), future.wait(), sleeps(kernel, 0)].map((body) =>
        kernel.spawn(body),
      );
      yield kernel.sleep(1);
      tasks[0]!.cancel();
      tasks[2]!.cancel();
      seen.push(kernel.statistics());
      yield kernel.block(2);
      seen.push(kernel.statistics());
    }
    kernel.spawn(main());
    kernel.advance(2);
    seen.push(kernel.statistics());
    kernel.advance();
    seen.push(kernel.statistics());
    const none = { observerError: null };
    expect(seen).toEqual([
      { now: 1, steps: 7, spawned: 5, live: 4, ready: 2, timers: 1, idleWorkers: 0, cancellations: 2, ...none },
      { now: 1, steps: 7, spawned: 5, live: 4, ready: 2, timers: 2, idleWorkers: 0, cancellations: 2, ...none },
      { now: 3, steps: 8, spawned: 5, live: 4, ready: 2, timers: 1, idleWorkers: 0, cancellations: 2, ...none },
      { now: 3, steps: 11, spawned: 5, live: 0, ready: 0, timers: 0, idleWorkers: 1, cancellations: 3, ...none },
    ]); // prettier-ignore
    expect(Object.isFrozen(kernel.statistics())).toBe(true);
  });
});
