import fc, { type Arbitrary } from 'fast-check';
import { model } from '../../electron/kernel/index.ts';
import { Run } from '../../electron/session/run.ts';
import { exhibition } from '../../electron/workloads/exhibition.ts';
import { readScenario, type ModelId } from '../../shared/scenario/scenario.ts';
import { Trace, type EventSink, type TraceEvent } from '../../shared/trace/trace.ts';
import { perform } from '../laws/interpreter.ts';
import { OnKernel } from '../laws/on-kernel.ts';
import { anyProgram } from '../laws/program.ts';

/** A run that a fold is tried on: its trace, the same as a plain list, and what it ran on. */
export interface Sample {
  readonly trace: Trace;
  readonly events: readonly TraceEvent[];
  readonly model: ModelId;
  readonly workers: number;
  readonly toString: () => string;
}

const machine = fc.oneof(
  fc.record({ model: fc.constantFrom<ModelId>('synchronous', 'asynchronous'), workers: fc.constant(1) }),
  fc.record({ model: fc.constantFrom<ModelId>('threads', 'processes'), workers: fc.integer({ min: 1, max: 3 }) }),
);

/** Keeps a failure readable: what was run, not what came of it. */
const shown = (what: unknown) => () => JSON.stringify(what);

/** A random program of spawn, sleep, work, put, get, lock, join, cancel on a random model. */
export const anyRun: Arbitrary<Sample> = fc.tuple(anyProgram, machine).map(([program, machine]) => {
  const trace = new Trace();
  perform(program, new OnKernel({ model: model(machine.model, machine.workers), observer: trace }));
  return { trace, events: [...trace], ...machine, toString: shown({ program, machine }) };
});

const seconds = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.constant({ kind: 'exponential' as const, mean: 4 }),
  fc.constant({ kind: 'integer' as const, low: 0, high: 7 }),
);

/** A small exhibition with random amounts, policy and model. */
export const anyExhibition: Arbitrary<Sample> = fc
  .record({
    machine,
    seed: fc.nat(1000),
    params: fc.record({
      boards: fc.integer({ min: 1, max: 5 }),
      pairMoves: fc.integer({ min: 1, max: 4 }),
      master: seconds,
      opponent: seconds,
      walk: fc.oneof(fc.constant(0), seconds),
      policy: fc.constantFrom('round-robin', 'fifo', 'lifo', 'random', 'fewest-left', 'most-left'),
    }),
  })
  .map((input) => exhibitionSample({ ...input.machine, seed: input.seed, params: input.params }));

/** Runs an exhibition to its end; what is not given is the classic one. */
export function exhibitionSample(input: {
  readonly model: ModelId;
  readonly workers?: number;
  readonly seed?: number;
  readonly params?: Record<string, unknown>;
}): Sample {
  const { model, workers = 1, seed = 0, params = {} } = input;
  const run = new Run(readScenario({ workload: 'exhibition', model, workers, seed, params }, exhibition), exhibition);
  run.advance();
  return { trace: run.trace, events: [...run.trace], model, workers, toString: shown(input) };
}

/** A run and an instant of it: an event's, one between two events, or one after the end. */
export function withInstant(samples: Arbitrary<Sample>): Arbitrary<{ sample: Sample; t: number }> {
  return fc.tuple(samples, fc.nat(), fc.constantFrom(0, 0, 0.25, 0.5, 3)).map(([sample, n, after]) => ({
    sample,
    t: sample.events[n % sample.events.length]!.at + after,
  }));
}

/** A fold of what a run has done up to instant `t`. */
export function foldUntil<F extends EventSink>(sample: Sample, t: number, fold: F): F {
  sample.trace.feed(fold, 0, sample.trace.countUntil(t));
  return fold;
}

/** A fold of a whole run. */
export function foldAll<F extends EventSink>(sample: Pick<Sample, 'trace'>, fold: F): F {
  sample.trace.feed(fold);
  return fold;
}

/** Feeds a fold in two portions, the first of them `share` (0..1) of the trace. */
export function foldInTwo<F extends EventSink>(sample: Sample, share: number, fold: F): F {
  const cut = Math.floor(share * sample.trace.length);
  sample.trace.feed(fold, 0, cut);
  sample.trace.feed(fold, cut);
  return fold;
}
