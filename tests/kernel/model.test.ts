import { describe, expect, test } from 'vitest';
import { Future, model, type Model } from '../../electron/kernel/index.ts';
import { play, type Stage } from './scene.ts';
import { modelIds } from '../../shared/scenario/scenario.ts';

/** Runs what `set` sets under each of the models; returns the logs. */
function check(cases: readonly (readonly [Model, readonly string[]])[], set: (stage: Stage) => void): void {
  const logs = cases.map(([runtime]) => [`${runtime.id} ${runtime.workers}`, play(set, { model: runtime }).log]);
  expect(logs).toEqual(cases.map(([runtime, log]) => [`${runtime.id} ${runtime.workers}`, log]));
}

const synchronous = model('synchronous');
const asynchronous = model('asynchronous');
const threads = (workers: number) => model('threads', workers);
const processes = (workers: number) => model('processes', workers);

describe('the models', () => {
  test('are four: how many workers, whether a sleep keeps its worker, whether they share a processor', () => {
    expect(modelIds.map((id) => model(id, 3))).toEqual([
      { id: 'synchronous', workers: 1, sleepHolds: true, sharedProcessor: false },
      { id: 'asynchronous', workers: 1, sleepHolds: false, sharedProcessor: false },
      { id: 'threads', workers: 3, sleepHolds: true, sharedProcessor: true },
      { id: 'processes', workers: 3, sleepHolds: true, sharedProcessor: false },
    ]);
  });

  test('differ in what one program costs: work 1, sleep 2, three times over', () => {
    check(
      [
        [synchronous, ['3 a: done', '6 b: done', '9 c: done']],
        [asynchronous, ['3 a: done', '4 b: done', '5 c: done']],
        [threads(1), ['3 a: done', '6 b: done', '9 c: done']],
        [threads(2), ['3 a: done', '4 b: done', '6 c: done']],
        [threads(3), ['3 a: done', '4 b: done', '5 c: done']],
        [processes(2), ['3 a: done', '3 b: done', '6 c: done']],
        [processes(3), ['3 a: done', '3 b: done', '3 c: done']],
        [processes(9), ['3 a: done', '3 b: done', '3 c: done']],
      ],
      ({ kernel, task, say }) => {
        for (const name of ['a', 'b', 'c']) {
          task(name, function* () {
            yield kernel.work(1);
            yield kernel.sleep(2);
            say('done');
          });
        }
      },
    );
  });

  test('all block in a blocking call', () => {
    check(
      [
        [synchronous, ['2 a: done', '4 b: done']],
        [asynchronous, ['2 a: done', '4 b: done']],
        [threads(1), ['2 a: done', '4 b: done']],
        [threads(2), ['2 a: done', '2 b: done']],
        [processes(2), ['2 a: done', '2 b: done']],
      ],
      ({ kernel, task, say }) => {
        for (const name of ['a', 'b']) {
          task(name, function* () {
            yield kernel.block(2);
            say('done');
          });
        }
      },
    );
  });

  test('never hold a worker while a task waits for another one', () => {
    const log = ['2 b: resolves', '2 a: is resolved'];
    check(
      [
        [synchronous, log],
        [asynchronous, log],
        [threads(1), log],
        [threads(2), log],
        [processes(1), log],
      ],
      ({ kernel, task, say }) => {
        const future = new Future<void>(kernel);
        task('a', function* () {
          yield* future.wait();
          say('is resolved');
        });
        task('b', function* () {
          yield kernel.sleep(2);
          say('resolves');
          future.resolve();
        });
      },
    );
  });

  test('that keep workers have a freed one turn to the next task at once, first come first served', () => {
    check(
      [
        [synchronous, ['0 a: 0', '1 b: 0', '2 c: 0', '3 d: 0']],
        [processes(2), ['0 a: 0', '0 b: 1', '1 c: 0', '1 d: 1']],
        [processes(3), ['0 a: 0', '0 b: 1', '0 c: 2', '1 d: 0']],
      ],
      ({ kernel, task, say }) => {
        for (const name of ['a', 'b', 'c', 'd']) {
          task(name, function* () {
            say(`${kernel.worker}`);
            yield kernel.sleep(1);
          });
        }
      },
    );
  });

  test.each([
    [synchronous, 600],
    [asynchronous, 202],
    [threads(2), 301],
    [threads(200), 202],
    [processes(4), 150],
  ])('serve more tasks than anything was laid out for at first: %o, %d s', (runtime, seconds) => {
    const workers = new Set<number>();
    const { kernel } = play(
      ({ kernel, task }) => {
        for (let n = 0; n < 200; n++) {
          task(`${n}`, function* () {
            yield kernel.work(1);
            yield kernel.sleep(2);
            workers.add(kernel.worker);
          });
        }
      },
      { model: runtime },
    );
    expect([kernel.now, kernel.statistics().idleWorkers]).toEqual([seconds, runtime.workers]);
    expect([...workers].sort((a, b) => a - b)).toEqual(Array.from({ length: runtime.workers }, (_, n) => n));
  });
});

describe('the shared processor', () => {
  test('is given in the order of asking, and kept until the next wait', () => {
    check(
      [
        [threads(3), ['1 a: worked', '2 a: worked again', '3 b: worked', '4 a: slept', '4 c: worked', '5 a: worked once more']],
        [processes(3), ['1 a: worked', '1 b: worked', '1 c: worked', '2 a: worked again', '4 a: slept', '5 a: worked once more']],
      ],
      ({ kernel, task, say }) => {
        task('a', function* () {
          yield kernel.work(1);
          say('worked');
          yield kernel.work(1);
          say('worked again');
          yield kernel.sleep(2);
          say('slept');
          yield kernel.work(1);
          say('worked once more');
        });
        for (const name of ['b', 'c']) {
          task(name, function* () {
            yield kernel.work(1);
            say('worked');
          });
        }
      },
    ); // prettier-ignore
  });

  test.each([
    ['a sleep', ({ kernel }: Stage) => kernel.sleep(5)],
    ['a sleep of nothing', ({ kernel }: Stage) => kernel.sleep(0)],
    ['a blocking call', ({ kernel }: Stage) => kernel.block(5)],
    ['a bare yield', () => {}],
  ])('is given up by %s', (_, wait) => {
    const { log } = play(
      (stage) => {
        const { kernel, task, say } = stage;
        task('a', function* () {
          yield kernel.work(1);
          yield wait(stage);
          yield kernel.work(1);
          say(`has worked`);
        });
        task('b', function* () {
          yield kernel.work(2);
          say('has worked');
        });
      },
      { model: threads(2) },
    );
    expect(log[0]).toBe('3 b: has worked');
  });

  test('is given up by the wait for another task, and by the end', () => {
    const { log } = play(
      ({ kernel, task, say }) => {
        const never = new Future<void>(kernel);
        task('a', function* () {
          yield kernel.work(1);
          yield* never.wait();
        });
        task('b', function* () {
          yield kernel.work(1);
        });
        task('c', function* () {
          yield kernel.work(1);
          say('has worked');
          never.resolve();
        });
      },
      { model: threads(3) },
    );
    expect(log).toEqual(['3 c: has worked']);
  });

  test('can be kept by attending before it is known for how long', () => {
    check(
      [
        [threads(2), ['0 a: attends', '4 a: worked', '4 b: attends', '6 b: worked']],
        [processes(2), ['0 a: attends', '0 b: attends', '2 b: worked', '4 a: worked']],
        [asynchronous, ['0 a: attends', '4 a: worked', '4 b: attends', '6 b: worked']],
      ],
      ({ kernel, task, say }) => {
        for (const [name, seconds] of [['a', 4], ['b', 2]] as const) {
          task(name, function* () {
            yield kernel.attend();
            say('attends');
            yield kernel.work(seconds);
            say('worked');
          });
        }
      },
    ); // prettier-ignore
  });

  test('is not needed for work under processes, nor for sleeping under threads', () => {
    const { log } = play(
      ({ kernel, task, say }) => {
        task('sleeper', function* () {
          yield kernel.sleep(1);
          say('has slept');
        });
        task('worker', function* () {
          yield kernel.work(3);
          say('has worked');
        });
      },
      { model: threads(2) },
    );
    expect(log).toEqual(['1 sleeper: has slept', '3 worker: has worked']);
  });
});
