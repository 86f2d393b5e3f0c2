import { describe, expect, test } from 'vitest';
import {
  Kernel,
  model,
  Queue,
  type Coroutine,
  type KernelOptions,
  type Observer,
} from '../../electron/kernel/index.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { play } from './scene.ts';

const newKernel = (options: Partial<KernelOptions> = {}) => new Kernel({ model: model('asynchronous'), ...options });

function* sleeps(kernel: Kernel, ...seconds: number[]): Coroutine {
  for (const each of seconds) yield kernel.sleep(each);
}

describe('an observer', () => {
  function observed(observer: Observer) {
    return play(
      ({ kernel, task, say }) => {
        const queue = new Queue<number>(kernel, { name: 'belt' });
        task('worker', function* () {
          say(`got ${yield* queue.get()}`);
        });
        task('boss', function* () {
          yield kernel.sleep(1);
          yield* queue.put(7);
        });
      },
      { observer },
    );
  }
  const expected = ['1 worker: got 7'];
  const nothing = () => {};
  const broken = () => {
    throw new Error('broken observer');
  };

  test.each([
    ['event', { event: broken, name: nothing }],
    ['name', { event: nothing, name: broken }],
  ])('that throws in %s is let go and the run goes on', (_, observer) => {
    const { log, kernel } = observed(observer);
    expect([log, kernel.statistics().observerError]).toEqual([expected, new Error('broken observer')]);
  });

  test('that throws is not told anything any more', () => {
    let told = 0;
    observed({
      event() {
        told++;
        throw new Error('broken observer');
      },
      name: nothing,
    });
    expect(told).toBe(1);
  });

  test('is told the names of tasks and resources before they are mentioned', () => {
    const seen: string[] = [];
    observed({
      event: (_, kind, task, value) => seen.push(`${task}${kind === Kind.PARK && value >= 0 ? ` ${value}` : ''}`),
      name: (what, number, name) => seen.push(`${what} ${number} ${name}`),
    });
    const first = (what: string) => seen.indexOf(what);
    expect([first('resource 0 belt'), first('task 1 worker'), first('task 2 boss')].every((place) => place >= 0)).toBe(
      true,
    );
    expect(first('task 1 worker')).toBeLessThan(first('1'));
    expect(first('task 2 boss')).toBeLessThan(first('2'));
    expect(first('resource 0 belt')).toBeLessThan(first('1 0'));
  });

  test('is told who asked for a cancellation, and that the host did', () => {
    const trace = new Trace();
    const kernel = newKernel({ observer: trace });
    function* main(): Coroutine {
      const task = kernel.spawn(sleeps(kernel, 9));
      const other = kernel.spawn(sleeps(kernel, 9));
      kernel.spawn(sleeps(kernel, 9));
      yield kernel.sleep(1);
      task.cancel();
      yield kernel.sleep(1);
      other.cancel();
    }
    const task = kernel.spawn(main());
    kernel.advance(1.5);
    task.cancel();
    kernel.advance();
    const asked = [...trace].filter(({ kind }) => kind === Kind.CANCEL);
    expect(asked.map(({ at, task, value }) => [at, task, value])).toEqual([[1, 1, 0], [1, 0, -1], [1, 2, -1], [1, 3, -1]]); // prettier-ignore
  });

  test('is told once that a task can run, also when its timer went off and it is cancelled before it runs', () => {
    const trace = new Trace();
    const kernel = newKernel({ observer: trace });
    function* main(): Coroutine {
      const task = kernel.spawn(sleeps(kernel, 1));
      yield;
      yield kernel.block(2);
      task.cancel();
      yield kernel.sleep(1);
    }
    kernel.spawn(main());
    kernel.advance();
    const told = [...trace].filter(({ task }) => task === 1).map(({ at, kind }) => [at, kind]);
    expect(told).toEqual([
      [0, Kind.SPAWN],
      [0, Kind.RUN],
      [0, Kind.SLEEP],
      [1, Kind.READY],
      [2, Kind.CANCEL],
      [2, Kind.RUN],
      [2, Kind.CANCELLED],
    ]);
  });

  test('is told the line on which a task waits: its last one until it says another', () => {
    const trace = new Trace();
    const kernel = newKernel({ observer: trace });
    function* main(): Coroutine {
      kernel.line = 3;
      yield kernel.sleep(1);
      yield kernel.sleep(2);
      kernel.line = 7;
      yield;
      kernel.line = 8;
      yield kernel.block(1);
      kernel.line = 9;
      kernel.emit(Kind.OWN + 2, 5, 6, 7);
    }
    kernel.spawn(main());
    kernel.advance();
    const lines = [...trace].map(({ kind, value, line }) => [kind, value, line]);
    expect(lines).toEqual([
      [Kind.SPAWN, -1, 0],
      [Kind.RUN, 0, 0],
      [Kind.SLEEP, 1, 3],
      [Kind.READY, 0, 0],
      [Kind.RUN, 0, 0],
      [Kind.SLEEP, 2, 3],
      [Kind.READY, 0, 0],
      [Kind.RUN, 0, 0],
      [Kind.YIELD, 0, 7],
      [Kind.RUN, 0, 0],
      [Kind.BLOCK, 1, 8],
      [Kind.RUN, 0, 0],
      [Kind.OWN + 2, 5, 9],
      [Kind.FIELD, 6, 9],
      [Kind.FIELD, 7, 9],
      [Kind.DONE, 0, 0],
    ]);
  });
});

test('an observer that throws at an event with fields is let go, and its own error is kept', () => {
  const broken = new Error('the disk is full');
  const kernel = new Kernel({
    model: model('asynchronous'),
    observer: {
      event(_at, kind) {
        if (kind === Kind.OWN) throw broken;
      },
      name() {},
    },
  });
  kernel.spawn(
    (function* (): Coroutine {
      kernel.emit(Kind.OWN, 1, 2, 3);
      yield kernel.sleep(1);
    })(),
  );
  expect([kernel.advance(), kernel.statistics().observerError]).toEqual(['finished', broken]);
});
