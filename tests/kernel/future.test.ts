import { describe, expect, test } from 'vitest';
import { Future, Kernel, model } from '../../electron/kernel/index.ts';
import { play, type Stage } from './scene.ts';

/** Tasks that wait for the future from time 0, and one that settles it at time 2. */
function waitersOf(names: readonly string[], settle: (future: Future<string>, stage: Stage) => void) {
  return play((stage) => {
    const { kernel, task, say } = stage;
    const future = new Future<string>(kernel, 'letter');
    for (const name of names) {
      task(name, function* () {
        say(yield* future.wait());
      });
    }
    task('postman', function* () {
      yield kernel.sleep(2);
      settle(future, stage);
    });
  });
}

describe('a future', () => {
  test('gives its value to all who wait, in the order in which they came, and to those who come later at once', () => {
    const { log } = waitersOf(['a', 'b'], (future, { task, say }) => {
      future.resolve('hello');
      task('late', function* () {
        const before = future.done;
        say(`${yield* future.wait()}, done ${before}`);
      });
    });
    expect(log).toEqual(['2 a: hello', '2 b: hello', '2 late: hello, done true']);
  });

  test('throws its error in all who wait', () => {
    const { log } = waitersOf(['a', 'b'], (future) => future.reject(new Error('lost')));
    expect(log).toEqual(['2 a: throws Error: lost', '2 b: throws Error: lost']);
  });

  test('that is cancelled cancels all who wait', () => {
    const { log } = waitersOf(['a', 'b'], (future, { say }) =>
      say(`${future.cancel()} ${future.cancel()} ${future.done}`),
    );
    expect(log).toEqual(['2 postman: true false true', '2 a: is cancelled', '2 b: is cancelled']);
  });

  test('is cancelled for everybody by cancelling one who waits', () => {
    const { log } = play(({ kernel, task, say }) => {
      const future = new Future<void>(kernel);
      const tasks = ['a', 'b', 'c'].map((name) => task(name, () => future.wait()));
      task('boss', function* () {
        yield kernel.sleep(1);
        tasks[1]!.cancel();
        say(`the future is done: ${future.done}`);
      });
    });
    expect(log).toEqual([
      '1 boss: the future is done: true',
      '1 a: is cancelled',
      '1 b: is cancelled',
      '1 c: is cancelled',
    ]);
  });

  test('that is settled keeps its value when a waiter is cancelled before it runs', () => {
    const { log } = play(({ kernel, task, say }) => {
      const future = new Future<string>(kernel);
      const waiter = task('waiter', function* () {
        yield* future.wait();
      });
      task('boss', function* () {
        yield kernel.sleep(1);
        future.resolve('kept');
        waiter.cancel();
        say(yield* future.wait());
      });
    });
    expect(log).toEqual(['1 boss: kept', '1 waiter: is cancelled']);
  });

  test.each(['resolve', 'reject'] as const)('refuses to %s when it is settled already', (settle) => {
    const future = new Future<number>(new Kernel({ model: model('asynchronous') }), 'letter');
    future.resolve(1);
    expect(() => future[settle](2)).toThrow('letter is settled already');
    expect([...[future.cancel(), future.done]]).toEqual([false, true]);
  });

  test('can be settled from outside, and takes a deadlock away', () => {
    const kernel = new Kernel({ model: model('asynchronous') });
    const future = new Future<number>(kernel, 'answer');
    const task = kernel.spawn(future.wait());
    expect([kernel.advance(), kernel.waiting()]).toEqual(['deadlock', [{ task: 'main', on: 'answer' }]]);
    future.resolve(42);
    expect([kernel.advance(), task.result, kernel.waiting()]).toEqual(['finished', 42, []]);
  });
});
