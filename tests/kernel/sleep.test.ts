import { describe, expect, test } from 'vitest';
import { Kernel, model, type Coroutine } from '../../electron/kernel/index.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { play } from './scene.ts';

const newKernel = (observer: Trace) => new Kernel({ model: model('asynchronous'), observer });

describe('a sleep', () => {
  test.each([0, -1, -0, -Infinity])('of %d seconds is one trip through the ready queue', (seconds) => {
    const { log } = play(({ kernel, task, say }) => {
      for (const name of ['a', 'b']) {
        task(name, function* () {
          yield kernel.sleep(seconds);
          say('first');
          yield;
          say('second');
        });
      }
    });
    expect(log).toEqual(['0 a: first', '0 b: first', '0 a: second', '0 b: second']);
  });

  test('can be noted in the trace when it is over, whether or not the task can run then', () => {
    const trace = new Trace();
    const kernel = newKernel(trace);
    function* sleeper(): Coroutine {
      yield kernel.sleep(2, Kind.OWN + 5, 42);
      yield kernel.sleep(0, Kind.OWN + 6);
    }
    function* blocker(): Coroutine {
      yield kernel.sleep(1);
      yield kernel.block(9);
    }
    function* main(): Coroutine {
      yield* kernel.gather([kernel.spawn(sleeper()), kernel.spawn(blocker())]);
    }
    kernel.spawn(main());
    kernel.advance();
    const notes = [...trace].filter(({ kind }) => kind >= Kind.OWN);
    expect(notes.map(({ at, kind, task, value }) => [at, kind - Kind.OWN, task, value])).toEqual([[2, 5, 1, 42], [10, 6, 1, 0]]); // prettier-ignore
  });

  test('that is cancelled leaves no note', () => {
    const trace = new Trace();
    const kernel = newKernel(trace);
    function* sleeper(): Coroutine {
      try {
        yield kernel.sleep(2, Kind.OWN + 5);
      } finally {
        yield kernel.sleep(7);
      }
    }
    function* main(): Coroutine {
      const task = kernel.spawn(sleeper());
      yield kernel.sleep(1);
      task.cancel();
    }
    kernel.spawn(main());
    kernel.advance();
    expect([...trace].filter(({ kind }) => kind >= Kind.OWN)).toEqual([]);
  });
});
