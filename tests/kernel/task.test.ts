import { describe, expect, test } from 'vitest';
import { CANCELLED, Future, Kernel, model, type Task } from '../../electron/kernel/index.ts';
import { play } from './scene.ts';

describe('a task', () => {
  test('takes its first step when its turn comes, in order of creation', () => {
    const { log } = play(({ kernel, task, say }) => {
      task('a', function* () {
        task('c', function* () {
          say('begins');
        });
        say('begins');
        yield kernel.sleep(0);
        say('goes on');
      });
      task('b', function* () {
        say('begins');
      });
      say('created them');
    });
    expect(log).toEqual(['0 main: created them', '0 a: begins', '0 b: begins', '0 c: begins', '0 a: goes on']);
  });

  test('that is joined gives its result at once when it has ended, and else in the pass after its end', () => {
    const { log } = play(({ kernel, task, say }) => {
      const worker = task('worker', function* () {
        yield kernel.sleep(2);
        return 42;
      });
      for (const [name, after] of [
        ['early', 0],
        ['other', 0],
        ['late', 3],
      ] as const) {
        task(name, function* () {
          if (after > 0) yield kernel.sleep(after);
          const result = yield* worker.join();
          say(`joined ${result}`);
        });
      }
    });
    expect(log).toEqual(['2 worker: returns 42', '2 early: joined 42', '2 other: joined 42', '3 late: joined 42']);
  });

  test('can be joined by very many', () => {
    const { log } = play(({ kernel, task, say }) => {
      const worker = task('worker', function* () {
        yield kernel.sleep(1);
      });
      const joiners = Array.from({ length: 30_000 }, () => kernel.spawn(worker.join()));
      task('gatherer', function* () {
        yield* kernel.gather(joiners);
        say(`gathered ${joiners.length}`);
      });
    });
    expect(log).toEqual(['1 gatherer: gathered 30000']);
  });

  test('passes its error on to those who join it, each of them', () => {
    const { log } = play(({ kernel, task, say }) => {
      const worker = task('worker', function* () {
        yield kernel.sleep(1);
        throw new RangeError('too far');
      });
      for (const name of ['a', 'b']) {
        task(name, function* () {
          try {
            yield* worker.join();
          } catch (error) {
            say(`caught ${String(error)}`);
          }
        });
      }
    });
    expect(log).toEqual([
      '1 worker: throws RangeError: too far',
      '1 a: caught RangeError: too far',
      '1 b: caught RangeError: too far',
    ]);
  });

  test('cannot wait for itself', () => {
    const { log } = play(({ task }) => {
      const self: Task = task('narcissus', function* () {
        yield* self.join();
      });
    });
    expect(log).toEqual(['0 narcissus: throws KernelError: narcissus cannot wait for itself']);
  });

  test('has a name, a state and an ending', () => {
    const kernel = new Kernel({ model: model('asynchronous') });
    const seen: unknown[] = [];
    const look = () => seen.push(tasks.map(({ name, state, ending }) => [name, state, ending]));
    const future = new Future(kernel);
    const bodies = [
      function* () {
        yield kernel.sleep(1);
        tasks[3]!.cancel();
        look();
        yield kernel.sleep(1);
      },
      function* () {
        yield* future.wait();
      },
      function* () {
        throw new Error('failure');
      },
      function* () {
        yield kernel.sleep(9);
      },
      function* () {
        yield kernel.block(1);
        yield;
        look();
      },
    ];
    const tasks: Task[] = bodies.map((body, n) => kernel.spawn(body(), n === 1 ? { name: 'waiter' } : {}));
    look();
    kernel.advance(0.5);
    look();
    kernel.advance();
    look();
    expect(seen).toEqual([
      [['main', 'ready', 'alive'], ['waiter', 'ready', 'alive'], ['task-2', 'ready', 'alive'], ['task-3', 'ready', 'alive'], ['task-4', 'ready', 'alive']],
      [['main', 'sleeping', 'alive'], ['waiter', 'parked', 'alive'], ['task-2', 'ended', 'failed'], ['task-3', 'sleeping', 'alive'], ['task-4', 'holding', 'alive']],
      [['main', 'ready', 'alive'], ['waiter', 'parked', 'alive'], ['task-2', 'ended', 'failed'], ['task-3', 'sleeping', 'alive'], ['task-4', 'running', 'alive']],
      [['main', 'running', 'alive'], ['waiter', 'parked', 'alive'], ['task-2', 'ended', 'failed'], ['task-3', 'ready', 'alive'], ['task-4', 'ended', 'returned']],
      [['main', 'ended', 'returned'], ['waiter', 'ended', 'cancelled'], ['task-2', 'ended', 'failed'], ['task-3', 'ended', 'cancelled'], ['task-4', 'ended', 'returned']],
    ]); // prettier-ignore
  });

  test('has no result before it has ended', () => {
    const kernel = new Kernel({ model: model('asynchronous') });
    const task = kernel.spawn(
      (function* () {
        return 7;
      })(),
    );
    expect(() => task.result).toThrow('main has not ended yet');
    kernel.advance();
    expect(task.result).toBe(7);
  });
});

describe('errors that nobody asks for', () => {
  test('are told until somebody does', () => {
    const kernel = new Kernel({ model: model('asynchronous') });
    const lost = new Error('lost');
    function* fail(error: unknown) {
      throw error;
    }
    let joined: Task;
    function* main() {
      const gathered = [kernel.spawn(fail(new Error('first'))), kernel.spawn(fail(new Error('second')))];
      joined = kernel.spawn(fail(new Error('joined')));
      kernel.spawn(fail(lost), { name: 'nobody asks' });
      kernel.spawn(fail(CANCELLED));
      try {
        yield* kernel.gather(gathered);
      } catch {
        // Both have been seen: the second would not be thrown by anybody.
      }
      yield;
    }
    kernel.spawn(main());
    kernel.advance();
    const names = () => kernel.neverRetrieved().map(({ task }) => task);
    expect(names()).toEqual(['task-3', 'nobody asks']);
    expect(kernel.neverRetrieved()[1]).toEqual({ task: 'nobody asks', error: lost });
    expect(() => joined.result).toThrow('joined');
    expect(names()).toEqual(['nobody asks']);
  });
});
