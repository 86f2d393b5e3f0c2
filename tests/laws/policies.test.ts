import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FirstCome,
  Kernel,
  Lifo,
  model,
  Priority,
  Random,
  RoundRobin,
  type Coroutine,
  type ReadyQueue,
} from '../../electron/kernel/index.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { draws } from './runtime.ts';

type Act = 'give way' | 'spawn' | 'leave' | readonly ['sleep' | 'work', number];

const LEAVES = Kind.OWN;
const act = fc.oneof(
  fc.constantFrom<Act[]>('give way', 'give way', 'spawn', 'leave'),
  fc.tuple(fc.constantFrom('sleep', 'work'), fc.constantFrom(0, 1, 2, 3)),
);
const few = fc.array(fc.array(act, { maxLength: 6 }), { minLength: 1, maxLength: 6 });
/** Enough tasks that leave to make a rotation close its gaps. */
const many = fc.array(fc.array(act, { maxLength: 3 }), { minLength: 150, maxLength: 200, size: 'max' });
const scripts = fc.oneof({ weight: 30, arbitrary: few }, { weight: 1, arbitrary: many });
type Scripts = readonly (readonly Act[])[];

/** Runs the scripts, one task each, all of them rotating, under one loop; returns the trace. */
function play(scripts: Scripts, policy: ReadyQueue): Trace {
  const trace = new Trace();
  const kernel = new Kernel({ model: model('asynchronous'), policy, observer: trace });
  function* task(script: readonly Act[]): Coroutine {
    for (const act of script) {
      if (act === 'give way') yield;
      else if (act === 'spawn') kernel.spawn(task([['sleep', 1], 'give way']));
      else if (act === 'leave') {
        kernel.emit(LEAVES);
        kernel.leaveRotation();
      } else if (act[0] === 'work') yield kernel.work(act[1]);
      else yield kernel.sleep(act[1]);
    }
  }
  function* main(): Coroutine {
    yield* kernel.gather(
      scripts.map((script, index) => kernel.spawn(task(script), { name: `${index}`, rotates: true })),
    );
  }
  kernel.spawn(main());
  expect(kernel.advance()).toBe('finished');
  return trace;
}

/** What a policy must choose, said once more and slowly. It is told what happens; `ready` is in order of arrival. */
interface Rule {
  arrived?(task: number): void;
  spawned?(task: number, rotating: boolean): void;
  left?(task: number): void;
  /** Whether the task may be chosen among the ready ones. */
  allows(task: number, ready: readonly number[]): boolean;
}

/** Every choice in the trace that the rule does not allow. */
function breaches(trace: Trace, rule: Rule): string[] {
  const ready: number[] = [];
  const found: string[] = [];
  const holding = new Set<number>();
  const named = trace.names.tasks;
  for (const { kind, task, at } of trace) {
    if (kind === Kind.SPAWN) rule.spawned?.(task, named[task] !== undefined);
    if (kind === Kind.SPAWN || kind === Kind.READY || kind === Kind.YIELD) {
      ready.push(task);
      rule.arrived?.(task);
    } else if (kind === Kind.WORK) {
      holding.add(task);
    } else if (kind === Kind.RUN && !holding.delete(task)) {
      if (!ready.includes(task) || !rule.allows(task, ready)) found.push(`${at}: ${task} of ${ready.join(' ')}`);
      ready.splice(ready.indexOf(task), 1);
    } else if (kind === LEAVES || kind === Kind.DONE) {
      rule.left?.(task);
    }
  }
  return found;
}

function check(policy: (scripts: Scripts) => [ReadyQueue, Rule]): void {
  fc.assert(
    fc.property(scripts, (scripts) => {
      const [queue, rule] = policy(scripts);
      expect(breaches(play(scripts, queue), rule)).toEqual([]);
    }),
    runs(300),
  );
}

describe('the policy', () => {
  test('first come chooses whoever has been ready longest', () => {
    check(() => [new FirstCome(), { allows: (task, ready) => task === ready[0] }]);
  });

  test('last in, first out chooses whoever became ready last', () => {
    check(() => [new Lifo(), { allows: (task, ready) => task === ready.at(-1) }]);
  });

  test('priority chooses the smallest key of those it had when they became ready, the first of equals', () => {
    check(() => {
      const next = draws(7);
      const asked: [task: number, key: number][] = [];
      const keys = new Map<number, number>();
      const key = (task: number) => {
        const drawn = next(4);
        asked.push([task, drawn]);
        return drawn;
      };
      const rule: Rule = {
        // Keys are asked for in the order in which tasks become ready, and once for each time.
        arrived(task) {
          const [asker, drawn] = asked.shift()!;
          expect(asker).toBe(task);
          keys.set(task, drawn);
        },
        allows: (task, ready) => task === [...ready].sort((a, b) => keys.get(a)! - keys.get(b)!)[0],
      };
      return [new Priority(key), rule];
    });
  });

  test('random chooses among all that are ready, by one draw each, and by nothing else', () => {
    check(() => {
      const next = draws(11);
      const choices: number[] = [];
      const below = (n: number) => {
        choices.push(n);
        return next(n);
      };
      return [new Random(below), { allows: (_, ready) => choices.includes(ready.length) }];
    });
    fc.assert(
      fc.property(scripts, fc.integer({ min: 1, max: 1e9 }), (scripts, seed) => {
        const again = () => [...play(scripts, new Random(draws(seed)))];
        expect(again()).toEqual(again());
      }),
      runs(50),
    );
  });

  test('round robin goes from task to task, waits where nobody is ready, and forgets who has left', () => {
    check(() => {
      const rotation: (number | null)[] = [];
      let turn = 0;
      const rule: Rule = {
        spawned(task, rotating) {
          if (rotating) rotation.push(task);
        },
        left(task) {
          const place = rotation.indexOf(task);
          if (place >= 0) rotation[place] = null;
        },
        allows(task, ready) {
          const others = ready.filter((each) => !rotation.includes(each));
          if (others.length > 0) return task === others[0];
          while (rotation[turn % rotation.length] === null) turn++;
          return task === rotation[turn++ % rotation.length];
        },
      };
      return [new RoundRobin(), rule];
    });
  });
});
