import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kernel, model, Queue, RESOLUTION, type Coroutine } from '../../electron/kernel/index.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';

const asynchronous = model('asynchronous');

describe('timers', () => {
  /** Sleeps set one after another at instants `setAt`, some of them cancelled at once: who wakes, in which order. */
  function woken(sleeps: readonly { after: number; seconds: number; cancelled: boolean }[]): number[] {
    const order: number[] = [];
    const kernel = new Kernel({ model: asynchronous });
    function* sleeper(number: number, seconds: number): Coroutine {
      yield kernel.sleep(seconds);
      order.push(number);
    }
    function* main(): Coroutine {
      for (const [number, { after, seconds, cancelled }] of sleeps.entries()) {
        yield kernel.sleep(after);
        const task = kernel.spawn(sleeper(number, seconds));
        yield kernel.sleep(0);
        if (cancelled) task.cancel();
      }
      yield kernel.sleep(1e6);
    }
    kernel.spawn(main());
    kernel.advance();
    return order;
  }

  const sleep = fc.record({
    after: fc.constantFrom(0, 0, 0, 1),
    seconds: fc.integer({ min: 1, max: 6 }),
    cancelled: fc.boolean(),
  });

  test('with equal deadlines go off in the order in which they were set, however many are cancelled', () => {
    fc.assert(
      fc.property(fc.array(sleep, { maxLength: 300, size: 'max' }), (sleeps) => {
        let now = 0;
        const set = sleeps.map(({ after, seconds, cancelled }, number) => {
          now += after;
          return { number, cancelled, deadline: now + seconds };
        });
        const expected = set.filter(({ cancelled }) => !cancelled).sort((a, b) => a.deadline - b.deadline);
        expect(woken(sleeps)).toEqual(expected.map(({ number }) => number));
      }),
      runs(200),
    );
  });

  test('go off in the order of their deadlines, whatever these are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: RESOLUTION * 10, max: 1e6, noNaN: true }), { maxLength: 200, size: 'max' }),
        (all) => {
          const sleeps = all.map((seconds) => ({ after: 0, seconds, cancelled: false }));
          const expected = all.map((seconds, number) => ({ seconds, number })).sort((a, b) => a.seconds - b.seconds);
          expect(woken(sleeps)).toEqual(expected.map(({ number }) => number));
        },
      ),
      runs(200),
    );
  });

  test('less than a nanosecond apart go off in one pass, the earlier one first', () => {
    const kernel = new Kernel({ model: asynchronous });
    const log: [string, number][] = [];
    function* sleeper(name: string, seconds: number): Coroutine {
      yield kernel.sleep(seconds);
      log.push([name, kernel.now]);
    }
    kernel.spawn(sleeper('main', 3));
    kernel.spawn(sleeper('late', 1 + RESOLUTION * 2));
    kernel.spawn(sleeper('later by less', 1 + RESOLUTION / 2));
    kernel.spawn(sleeper('first', 1));
    kernel.advance();
    expect(log).toEqual([['first', 1], ['later by less', 1], ['late', 1 + RESOLUTION * 2], ['main', 3]]); // prettier-ignore
  });

  test('less than a nanosecond ahead go off now where somebody can run, and else when it is time', () => {
    const seen = [true, false].map((somebody) => {
      const kernel = new Kernel({ model: asynchronous });
      const log: [string, number][] = [];
      function* sleeper(): Coroutine {
        yield kernel.sleep(1);
        log.push(['slept', kernel.now]);
      }
      function* main(): Coroutine {
        kernel.spawn(sleeper());
        yield;
        yield kernel.block(1 - RESOLUTION / 2);
        if (somebody) yield;
        log.push(['blocked', kernel.now]);
        yield kernel.sleep(1);
      }
      kernel.spawn(main());
      kernel.advance();
      return log;
    });
    expect(seen).toEqual([
      [['blocked', 1 - RESOLUTION / 2], ['slept', 1 - RESOLUTION / 2]],
      [['blocked', 1 - RESOLUTION / 2], ['slept', 1]],
    ]); // prettier-ignore
  });
});

describe('a pass', () => {
  type Act = 'give way' | 'spawn' | 'put' | 'get' | number;

  /**
   * Tasks with scripts beside one that does nothing but block and give way. It is in every pass once, and time goes
   * on in its steps alone. Returns, for each of its turns, who could run when it gave way, but for those whose timer
   * went off in this turn or the one before, and who did run up to its next turn.
   */
  function turns(scripts: readonly (readonly Act[])[], blocks: readonly number[]) {
    const trace = new Trace();
    const kernel = new Kernel({ model: asynchronous, observer: trace });
    const queue = new Queue<null>(kernel);
    function* beat(): Coroutine {
      for (const [index, script] of scripts.entries()) kernel.spawn(play(script), { name: `script-${index}` });
      for (const seconds of blocks) {
        yield kernel.block(seconds);
        yield kernel.sleep(0);
      }
    }
    function* play(script: readonly Act[]): Coroutine {
      for (const act of script) {
        if (act === 'give way') yield;
        else if (act === 'spawn') kernel.spawn(play(['give way', 1, 'put']));
        else if (act === 'put') queue.putNow(null);
        else if (act === 'get') yield* queue.get();
        else yield kernel.sleep(act);
      }
    }
    kernel.spawn(beat());
    kernel.advance();

    const able = new Set<number>();
    let sleeping = new Set<number>();
    let due: Set<number>[] = [new Set(), new Set()];
    const seen: { able: number[]; ran: number[] }[] = [];
    for (const { kind, task } of trace) {
      if (task === 0 && kind === Kind.YIELD) {
        seen.push({ able: [...able].filter((each) => !due.some((set) => set.has(each))), ran: [] });
        due = [new Set(), due[0]!];
      } else if (task === 0) {
        if (kind === Kind.DONE) break;
      } else if (kind === Kind.SPAWN || kind === Kind.YIELD) {
        able.add(task);
      } else if (kind === Kind.READY) {
        able.add(task);
        if (sleeping.delete(task)) due[0]!.add(task);
      } else if (kind === Kind.SLEEP) {
        sleeping = sleeping.add(task);
      } else if (kind === Kind.RUN) {
        able.delete(task);
        seen.at(-1)?.ran.push(task);
      }
    }
    return seen.slice(0, -1);
  }

  test('runs exactly what was ready when it began, and a timer that goes off joins after the pass that finds it', () => {
    const act = fc.constantFrom<Act[]>('give way', 'give way', 'spawn', 'put', 'get', 1, 2, 3);
    fc.assert(
      fc.property(
        fc.array(fc.array(act, { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom(0, 0, 0.5, 1), { minLength: 2, maxLength: 12 }),
        (scripts, blocks) => {
          for (const { able, ran } of turns(scripts, blocks)) expect(ran.sort()).toEqual(able.sort());
        },
      ),
      runs(1000),
    );
  });
});
