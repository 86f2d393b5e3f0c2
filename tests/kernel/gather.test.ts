import { describe, expect, test } from 'vitest';
import type { Task } from '../../electron/kernel/index.ts';
import { play, type Stage } from './scene.ts';

type Child = readonly [name: string, seconds: number, end?: 'fails' | 'will not stop'];

/** A gatherer of such children, beside whatever else there is; the boss cancels at time 1 what it is given. */
function gathering(children: readonly Child[], boss?: (stage: Stage, gatherer: Task, tasks: readonly Task[]) => void) {
  return play((stage) => {
    const { kernel, task, say } = stage;
    const tasks = children.map(([name, seconds, end]) =>
      task(name, function* () {
        try {
          yield kernel.sleep(seconds);
        } catch (error) {
          if (end !== 'will not stop') throw error;
        }
        if (end === 'fails') throw new Error(name);
        return name.toUpperCase();
      }),
    );
    const gatherer = task('gatherer', function* () {
      const results = yield* kernel.gather(tasks);
      say(`gathered ${results.join(' ')}`);
    });
    if (boss === undefined) return;
    task('boss', function* () {
      yield kernel.sleep(1);
      boss(stage, gatherer, tasks);
    });
  });
}

describe('gather', () => {
  test('returns the results in the order of the tasks, when the last has ended', () => {
    const { log } = gathering([['a', 3], ['b', 1], ['c', 2]]); // prettier-ignore
    expect(log).toEqual(['1 b: returns B', '2 c: returns C', '3 a: returns A', '3 gatherer: gathered A B C']);
  });

  test('takes one pass more than a join: what it awaits ends, its outcome is known, it goes on', () => {
    const { log } = play(({ kernel, task, say }) => {
      const worker = task('worker', function* () {
        yield kernel.sleep(1);
      });
      task('gatherer', function* () {
        yield* kernel.gather([worker]);
        say('goes on');
      });
      task('joiner', function* () {
        yield* worker.join();
        say('goes on');
        yield;
        say('has given way once');
      });
    });
    expect(log).toEqual(['1 joiner: goes on', '1 gatherer: goes on', '1 joiner: has given way once']);
  });

  test('of nothing returns at once; of what has ended it takes two passes', () => {
    const { log } = play(({ kernel, task, say }) => {
      const ended = task('ended', function* () {});
      task('gatherer', function* () {
        const nothing = yield* kernel.gather([]);
        say(`nothing: ${nothing.length}`);
        yield kernel.sleep(1);
        task('counter', function* () {
          for (let pass = 1; pass <= 3; pass++) {
            say(`pass ${pass}`);
            yield;
          }
        });
        yield* kernel.gather([ended, ended]);
        say('the ended one, twice');
      });
    });
    expect(log).toEqual([
      '0 gatherer: nothing: 0',
      '1 counter: pass 1',
      '1 counter: pass 2',
      '1 gatherer: the ended one, twice',
      '1 counter: pass 3',
    ]);
  });

  test('takes any iterable and the same task more than once', () => {
    const { log } = play(({ kernel, task, say }) => {
      const worker = task('worker', function* () {
        yield kernel.sleep(1);
        return 7;
      });
      task('gatherer', function* () {
        say((yield* kernel.gather(new Set([worker]))).join());
        say((yield* kernel.gather([worker, worker])).join());
      });
    });
    expect(log).toEqual(['1 worker: returns 7', '1 gatherer: 7', '1 gatherer: 7,7']);
  });

  test('throws the first error at once, and the others go on', () => {
    const { log } = gathering([['a', 3], ['b', 2, 'fails'], ['c', 1, 'fails']]); // prettier-ignore
    expect(log).toEqual([
      '1 c: throws Error: c',
      '1 gatherer: throws Error: c',
      '2 b: throws Error: b',
      '3 a: returns A',
    ]);
  });

  test('is a cancellation where one of its tasks is cancelled, and the others go on', () => {
    const { log } = gathering([['a', 3], ['b', 2]], (_, __, tasks) => tasks[0]!.cancel()); // prettier-ignore
    expect(log).toEqual(['1 a: is cancelled', '1 gatherer: is cancelled', '2 b: returns B']);
  });

  test('that is cancelled cancels the tasks that have not ended', () => {
    const { log } = gathering([['a', 0.5], ['b', 2], ['c', 3]], ({ say }, gatherer) => say(`${gatherer.cancel()}`)); // prettier-ignore
    expect(log).toEqual([
      '0.5 a: returns A',
      '1 boss: true',
      '1 b: is cancelled',
      '1 c: is cancelled',
      '1 gatherer: is cancelled',
    ]);
  });

  test('that is cancelled is cancelled even where its tasks do not stop, once they have ended', () => {
    const { log } = gathering([['a', 2, 'will not stop'], ['b', 2, 'will not stop']], (_, gatherer) => gatherer.cancel()); // prettier-ignore
    expect(log).toEqual(['1 a: returns A', '1 b: returns B', '1 gatherer: is cancelled']);
  });

  test('that is cancelled between the end of its tasks and the news of it waits for the news', () => {
    const { log } = play(({ kernel, task, say }) => {
      const worker = task('worker', function* () {
        yield kernel.sleep(1);
      });
      const gatherer = task('gatherer', function* () {
        yield* kernel.gather([worker]);
      });
      task('boss', function* () {
        yield kernel.sleep(1);
        say(`cancels: ${gatherer.cancel()} ${gatherer.cancel()}`);
        yield;
        say('has given way once');
      });
    });
    // The worker ends in the pass in which the boss cancels, before it.
    expect(log).toEqual(['1 boss: cancels: true true', '1 boss: has given way once', '1 gatherer: is cancelled']);
  });
});

describe('a gather that failed', () => {
  test('has its waiter throw that error although it is cancelled before the news', () => {
    const { log } = play(({ kernel, task }) => {
      const tasks = [1, 9].map((seconds) =>
        task(`worker-${seconds}`, function* () {
          yield kernel.sleep(seconds);
          throw new Error('broken');
        }),
      );
      const gatherer = task('gatherer', function* () {
        yield* kernel.gather(tasks);
      });
      task('boss', function* () {
        yield kernel.sleep(1);
        gatherer.cancel();
      });
    });
    expect(log).toEqual([
      '1 worker-1: throws Error: broken',
      '1 worker-9: is cancelled',
      '1 gatherer: throws Error: broken',
    ]);
  });
});
