import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { model } from '../../electron/kernel/index.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace, type TraceEvent } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { States } from '../support/states.ts';
import { Play } from './interpreter.ts';
import { OnKernel } from './on-kernel.ts';
import { anyProgram, without, type Program } from './program.ts';
import { anyRuntime, optionsOf, type Runtime } from './runtime.ts';

/** A program in its first state, and the trace that it will leave. */
function begin(program: Program, runtime: Runtime) {
  const trace = new Trace();
  const machine = new OnKernel({ ...optionsOf(runtime), observer: trace });
  const play = new Play(program, machine);
  return { kernel: machine.kernel, trace, log: play.log, endings: () => machine.endings() };
}

function run(program: Program, runtime: Runtime) {
  const begun = begin(program, runtime);
  const pause = begun.kernel.advance();
  return { ...begun, pause };
}

function foldStates(trace: Trace, runtime: Runtime): States {
  const { workers, sleepHolds, sharedProcessor } = model(runtime.model, runtime.workers);
  const states = new States(workers, sleepHolds, sharedProcessor);
  trace.feed(states);
  return states;
}

/** For each task and resource how often `more` happened and `less` has not undone it: the most at any time, and at the end. */
function counted(trace: Iterable<TraceEvent>, more: number, less: number) {
  const most = new Map<number, number>();
  const now = new Map<number, number>();
  for (const { kind, value } of trace) {
    if (kind !== more && kind !== less) continue;
    now.set(value, (now.get(value) ?? 0) + (kind === more ? 1 : -1));
    most.set(value, Math.max(most.get(value) ?? 0, now.get(value)!));
  }
  return { most, now };
}

describe('the trace of any program, under any model and policy', () => {
  test('never goes back in time, keeps every task in one state, and gives a worker and a shared processor to one task', () => {
    fc.assert(
      fc.property(anyProgram, anyRuntime, (program, runtime) => {
        const { trace } = run(without(program, ['attend']), runtime);
        expect(foldStates(trace, runtime).problems).toEqual([]);
      }),
      runs(1500),
    );
  });

  test('depends on the scenario alone: the same twice, and in any slices of time and steps', () => {
    const slice = fc.record({ seconds: fc.constantFrom(0, 0.3, 1, 2, Infinity), steps: fc.nat(12) });
    fc.assert(
      fc.property(anyProgram, anyRuntime, fc.infiniteStream(slice), (program, runtime, slices) => {
        const whole = run(program, runtime);
        const again = run(program, runtime);
        const sliced = begin(program, runtime);
        let pause = 'until';
        for (const { seconds, steps } of slices) {
          const { now, statistics } = { now: sliced.kernel.now, statistics: sliced.kernel.statistics() };
          pause = sliced.kernel.advance(now + seconds, steps);
          expect(sliced.kernel.statistics().steps - statistics.steps).toBeLessThanOrEqual(steps);
          expect(sliced.kernel.now).toBeLessThanOrEqual(now + seconds);
          if (pause !== 'until' && pause !== 'steps') break;
        }
        expect(pause).toBe(whole.pause);
        const events = [...whole.trace];
        expect([...again.trace]).toEqual(events);
        expect([...sliced.trace]).toEqual(events);
        expect(sliced.log).toEqual(whole.log);
        expect(sliced.kernel.statistics()).toEqual(whole.kernel.statistics());
      }),
      runs(500),
    );
  });

  test('goes on as if nothing had been when its observer throws', () => {
    fc.assert(
      fc.property(anyProgram, anyRuntime, fc.nat(60), (program, runtime, after) => {
        let left = after;
        const broken = () => {
          if (left-- <= 0) throw new Error('broken observer');
        };
        const machine = new OnKernel({ ...optionsOf(runtime), observer: { event: broken, name: broken } });
        const { log } = new Play(program, machine);
        const pause = machine.kernel.advance();
        const whole = run(program, runtime);
        expect({ pause, log }).toEqual({ pause: whole.pause, log: whole.log });
        expect(machine.kernel.statistics().observerError !== null).toBe(left < 0);
      }),
      runs(300),
    );
  });

  test('agrees with the figures and with the states that the kernel reports after each step', () => {
    fc.assert(
      fc.property(anyProgram, anyRuntime, (program, runtime) => {
        const { kernel, trace } = begin(program, runtime);
        for (let pause = 'steps'; pause === 'steps';) {
          pause = kernel.advance(Infinity, 1);
          const { stateOf } = foldStates(trace, runtime);
          // A wait that is over but whose task has not gone on is part of the kernel's states alone.
          const told = stateOf.map((_, task) => kernel.stateOf(task));
          const goesOn = (task: number) => told[task] === 'ready' && stateOf[task] !== 'ready';
          expect(stateOf.filter((_, task) => !goesOn(task))).toEqual(told.filter((_, task) => !goesOn(task)));
          const count = (...states: string[]) => told.filter((state) => states.includes(state)).length;
          expect(kernel.statistics()).toMatchObject({
            spawned: told.length,
            live: told.length - count('ended'),
            ready: count('ready'),
            timers: count('sleeping', 'holding'),
          });
        }
      }),
      runs(150),
    );
  });

  test('ends every task, once, after the main task has ended, and leaves nothing over', () => {
    const nobodyWaitsAgain = (program: Program) =>
      without(program, ['get', 'put', 'lock', 'slot', 'await', 'join-queue']);
    fc.assert(
      fc.property(anyProgram.map(nobodyWaitsAgain), anyRuntime, (program, runtime) => {
        fc.pre(runtime.policy !== 'round-robin');
        const { endings, kernel, trace, pause } = run(program, runtime);
        expect(['finished', 'failed']).toContain(pause);
        expect(endings()).not.toContain('alive');
        expect(kernel.statistics()).toMatchObject({
          live: 0,
          ready: 0,
          timers: 0,
          idleWorkers: kernel.model.workers,
        });
        const ended = [...trace].filter(({ kind }) => kind >= Kind.DONE && kind <= Kind.CANCELLED);
        expect(ended.map(({ task }) => task).sort((a, b) => a - b)).toEqual(endings().map((_, task) => task));
      }),
      runs(500),
    );
  });

  test('shows no queue above its capacity, no lock held twice, no semaphore beyond its slots', () => {
    fc.assert(
      fc.property(anyProgram, anyRuntime, (program, runtime) => {
        const { trace } = run(without(program, ['unlock', 'release']), runtime);
        // Resources are numbered as the interpreter makes them: queues, locks, semaphores.
        const limits = [...program.queues.map((capacity) => capacity ?? Infinity), 1, 1, ...program.semaphores];
        const items = counted(trace, Kind.PUT, Kind.TAKE);
        const holders = counted(trace, Kind.ACQUIRE, Kind.RELEASE);
        for (const [resource, most] of [...items.most, ...holders.most]) {
          expect(most).toBeLessThanOrEqual(limits[resource]!);
        }
        for (const left of [...items.now.values(), ...holders.now.values()]) expect(left).toBeGreaterThanOrEqual(0);
      }),
      runs(500),
    );
  });

  test('ends in a deadlock only with the report of everybody who is parked', () => {
    fc.assert(
      fc.property(anyProgram, anyRuntime, (program, runtime) => {
        const { kernel, trace, pause } = run(program, runtime);
        fc.pre(pause === 'deadlock');
        const parked = foldStates(trace, runtime).stateOf.flatMap((state, task) =>
          state === 'parked' ? [kernel.nameOf(task)] : [],
        );
        const waiting = kernel.waiting().map(({ task }) => task);
        expect(waiting.filter((task) => task !== 'the rotation')).toEqual(parked);
        expect(waiting.length).toBeGreaterThan(0);
      }),
      runs(500),
    );
  });
});
