import { describe, expect, test } from 'vitest';
import { model, type Task } from '../../electron/kernel/index.ts';
import { play } from './scene.ts';

describe('cancelling a task', () => {
  test('throws the cancellation where it waits, and its finally can wait again', () => {
    const { log } = play(({ kernel, task, say }) => {
      const worker = task('worker', function* () {
        try {
          yield kernel.sleep(10);
        } finally {
          say('cleans up');
          yield kernel.sleep(2);
          say('has cleaned up');
        }
      });
      task('boss', function* () {
        yield kernel.sleep(1);
        say(`cancels: ${worker.cancel()}`);
        yield kernel.sleep(5);
        say(`cancels again: ${worker.cancel()}`);
      });
    });
    expect(log).toEqual([
      '1 boss: cancels: true',
      '1 worker: cleans up',
      '3 worker: has cleaned up',
      '3 worker: is cancelled',
      '6 boss: cancels again: false',
    ]);
  });

  test('before its first step keeps it from beginning', () => {
    const { log, kernel } = play(({ kernel, say }) => {
      const worker = kernel.spawn(
        (function* () {
          try {
            say('begins');
          } finally {
            say('ends');
          }
        })(),
      );
      worker.cancel();
    });
    expect({ log, ending: kernel.endingOf(1) }).toEqual({ log: [], ending: 'cancelled' });
  });

  test('twice before it runs counts once', () => {
    const { log } = play(({ kernel, task, say }) => {
      const worker = task('worker', function* () {
        try {
          yield kernel.sleep(10);
        } catch {
          yield kernel.sleep(1);
          say('goes on undisturbed');
        }
      });
      task('boss', function* () {
        yield kernel.sleep(1);
        worker.cancel();
        worker.cancel();
      });
    });
    expect(log).toEqual(['2 worker: goes on undisturbed']);
  });

  test('by itself is told at its next wait, and not at all where it waits no more', () => {
    const { log, kernel } = play(({ kernel, task, say }) => {
      const sleeper: Task = task('sleeper', function* () {
        sleeper.cancel();
        say('goes on');
        yield kernel.sleep(5);
      });
      const giver: Task = task('giver', function* () {
        giver.cancel();
        yield kernel.sleep(0);
      });
      const runner: Task = task('runner', function* () {
        runner.cancel();
        say('is through');
      });
    });
    expect(log).toEqual([
      '0 sleeper: goes on',
      '0 runner: is through',
      '0 sleeper: is cancelled',
      '0 giver: is cancelled',
    ]);
    // As in asyncio, a task that was asked to stop and returns has been cancelled all the same.
    expect([1, 2, 3].map((task) => kernel.endingOf(task))).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  test('does not interrupt work and blocking calls: it is told at the next wait', () => {
    const { log } = play(
      ({ kernel, task, say }) => {
        const workers = [kernel.work.bind(kernel), kernel.block.bind(kernel)].map((take, n) =>
          task(`worker-${n}`, function* () {
            yield take(4);
            say('is done with it');
            yield kernel.sleep(1);
          }),
        );
        task('boss', function* () {
          yield kernel.sleep(1);
          for (const worker of workers) worker.cancel();
        });
      },
      { model: model('processes', 4) },
    );
    expect(log).toEqual([
      '4 worker-0: is done with it',
      '4 worker-1: is done with it',
      '5 worker-0: is cancelled',
      '5 worker-1: is cancelled',
    ]);
  });

  test('where a sleep keeps its worker is told when that is over', () => {
    const { log } = play(
      ({ kernel, task }) => {
        const sleeper = task('sleeper', function* () {
          yield kernel.sleep(4);
        });
        task('boss', function* () {
          yield kernel.sleep(1);
          sleeper.cancel();
        });
      },
      { model: model('threads', 3) },
    );
    expect(log).toEqual(['4 sleeper: is cancelled']);
  });

  test('who joins another cancels that one, and hears of it when it has ended', () => {
    const { log } = play(({ kernel, task, say }) => {
      const joined = task('joined', function* () {
        try {
          yield kernel.sleep(10);
        } finally {
          yield kernel.sleep(1);
        }
      });
      const joiner = task('joiner', function* () {
        yield* joined.join();
      });
      task('other joiner', function* () {
        yield* joined.join();
      });
      task('boss', function* () {
        yield kernel.sleep(1);
        say(`cancels: ${joiner.cancel()}`);
      });
    });
    expect(log).toEqual([
      '1 boss: cancels: true',
      '2 joined: is cancelled',
      '2 joiner: is cancelled',
      '2 other joiner: is cancelled',
    ]);
  });

  test('who joins one that will not stop is lost on the joiner', () => {
    const { log } = play(({ kernel, task, say }) => {
      const stubborn = task('stubborn', function* () {
        try {
          yield kernel.sleep(10);
        } catch {
          say('will not stop');
        }
        return 'done';
      });
      const joiner = task('joiner', function* () {
        say(`joined ${yield* stubborn.join()}`);
      });
      task('boss', function* () {
        yield kernel.sleep(1);
        joiner.cancel();
      });
    });
    expect(log).toEqual(['1 stubborn: will not stop', '1 stubborn: returns done', '1 joiner: joined done']);
  });

  test('breaks a circle of joins where it closes', () => {
    const { log, kernel } = play(({ kernel, task }) => {
      const circle: Task[] = ['a', 'b', 'c'].map((name, n) =>
        task(name, function* () {
          yield;
          yield* circle[(n + 1) % 3]!.join();
        }),
      );
      task('boss', function* () {
        yield kernel.sleep(1);
        circle[1]!.cancel();
      });
    });
    expect(log).toEqual(['1 b: is cancelled', '1 a: is cancelled', '1 c: is cancelled']);
    expect(kernel.waiting()).toEqual([]);
  });
});
