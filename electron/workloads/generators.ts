/**
 * What lies underneath a coroutine: a function that can be left in the middle and entered again. A lazy range against
 * a list, a range that jumps where it is told to, and values that travel through several levels of `yield from`. Every
 * step takes a second, so that it can be watched.
 */
import type { z } from 'zod';
import type { Coroutine, Kernel } from '../kernel/index.ts';
import { draw } from '../random/draw.ts';
import { stackFrameEvents as events } from '../../shared/fold/stack-frames.ts';
import { choice, count, distribution, parameters } from '../../shared/scenario/fields.ts';
import { TOLD_MAX, texts } from './texts/generators.ts';
import type { Program, RunContext, Workload } from './workload.ts';

const schema = parameters({
  program: choice({ title: 'Program', structural: true }, ['lazy', 'eager', 'jumping', 'delegating']),
  steps: count({ title: 'Values', unit: 'values', structural: true }, { min: 1, max: 1_000_000 }),
  pace: distribution({ title: 'Time of a step', unit: 's' }, { min: 0, max: 1e6 }),
});

export type GeneratorsParameters = z.infer<typeof schema>;

const lazy: GeneratorsParameters = { program: 'lazy', steps: 10, pace: { kind: 'constant', value: 1 } };

export const generators: Workload<GeneratorsParameters> = {
  id: 'generators',
  title: 'Generators',
  description: 'What lies underneath a coroutine: functions that are left in the middle and entered again.',
  schema,
  defaults: lazy,
  models: ['asynchronous'],
  draws: 'keyed',
  stage: 'call-stack',
  speed: 1,
  vocabulary: events.vocabulary,
  texts,
  presets: [
    { id: 'lazy', title: 'A lazy range', help: 'One value at a time: one in memory.', params: lazy },
    {
      id: 'eager',
      title: 'A list of them all',
      help: 'Everything is made before the first is used.',
      params: { ...lazy, program: 'eager' },
    },
    {
      id: 'million',
      title: 'A million in a list',
      help: 'A million values in memory to add them up.',
      params: { program: 'eager', steps: 1_000_000, pace: { kind: 'constant', value: 1e-5 } },
    },
    {
      id: 'jumping',
      title: 'A range that jumps',
      help: 'send tells it how far.',
      params: { ...lazy, program: 'jumping', steps: 100 },
    },
    {
      id: 'delegating',
      title: 'Three levels of yield from',
      help: 'Values go up through all of them, answers come down.',
      params: { ...lazy, program: 'delegating', steps: 4 },
    },
  ],
  mistakes: [
    {
      id: 'eager',
      title: 'A list where a generator would do',
      help: 'The numbers are only added up, but all of them are made first.',
      sentence: 'A list keeps every value in memory before the first is used. A generator keeps one.',
      right: null,
      model: 'asynchronous',
      draws: 'keyed',
      params: { program: 'lazy', steps: 1_000_000, pace: { kind: 'constant', value: 1e-5 } },
      measure: { largest: 'kept' },
      cost: '{wrong} values are in memory at once instead of {right}.',
    },
  ],
  program,
};

/** Delegating frames from the outermost in. */
const levels = ['top', 'middle', 'bottom'] as const;

function program(context: RunContext<GeneratorsParameters>): Program {
  const { steps } = context.params;
  const at = texts.at(context);
  const kind = context.variant === 'eager' ? 'eager' : context.params.program;
  const stride = Math.ceil(steps / TOLD_MAX);
  const random = context.random(0);

  /** One step on a line, which is told. */
  function* step(kernel: Kernel, line: number, event: number, ...fields: [number, ...number[]]): Coroutine {
    yield* tell(kernel, 1, line, event, ...fields);
  }

  /** A step about value k, which stands for the ones behind it that are not told. */
  function* told(kernel: Kernel, k: number, line: number, event: number, ...fields: [number, ...number[]]): Coroutine {
    if (k % stride === 0) yield* tell(kernel, Math.min(stride, steps - k), line, event, ...fields);
  }

  function* tell(
    kernel: Kernel,
    times: number,
    line: number,
    event: number,
    ...fields: [number, ...number[]]
  ): Coroutine {
    kernel.line = line;
    kernel.emit(event, ...fields);
    yield kernel.work(draw(random, context.params.pace) * times);
  }

  function* eagerly(kernel: Kernel): Coroutine {
    const numbers = kernel.resource('numbers');
    yield* step(kernel, at.call, events.kind.called, numbers);
    const values: number[] = [];
    for (let k = 0; k < steps; k++) {
      yield* told(kernel, k, at.append, events.kind.kept, Math.min(k + stride, steps));
      values.push(k);
    }
    yield* step(kernel, at.return, events.kind.returned, numbers, values.length);
    for (const value of values) yield* told(kernel, value, at.use, events.kind.got, value);
  }

  function* lazily(kernel: Kernel): Coroutine {
    const numbers = kernel.resource('numbers');
    kernel.emit(events.kind.kept, 1);
    yield* step(kernel, at.call, events.kind.called, numbers);
    for (let k = 0; k < steps; k++) {
      yield* told(kernel, k, at.yield, events.kind.yielded, numbers, k);
      yield* told(kernel, k, at.use, events.kind.got, k);
    }
    yield* step(kernel, at.loop, events.kind.ended, numbers);
  }

  function* jumping(kernel: Kernel): Coroutine {
    const range = kernel.resource('jumping');
    kernel.emit(events.kind.kept, 1);
    yield* step(kernel, at['jump-call'], events.kind.called, range);
    for (let k = 0; k < steps;) {
      yield* step(kernel, at['jump-yield'], events.kind.yielded, range, k);
      yield* step(kernel, at.print, events.kind.got, k);
      const jump = Math.max(1, Math.floor(k / 2));
      yield* step(kernel, at['jump-send'], events.kind.sent, range, jump);
      k += jump;
    }
    yield* step(kernel, at['jump-loop'], events.kind.ended, range);
    yield* step(kernel, at.end, events.kind.got, 0);
  }

  function* delegating(kernel: Kernel): Coroutine {
    const frames = new Map([...levels, 'source'].map((name) => [name, kernel.resource(name)]));
    const inwards = levels.map((name) => ({ name, frame: frames.get(name)! }));
    const outwards = inwards.toReversed();
    const source = frames.get('source')!;
    kernel.emit(events.kind.kept, 1);
    // The caller of a stack frame stands on the line before it: that of the program, or of the frame outside.
    const entered = [...inwards, { name: 'source', frame: source } as const];
    const linesFrom = (first: number) => [first, ...levels.map((name) => at[name])];
    const [calling, sending] = [linesFrom(at['delegate-call']), linesFrom(at['delegate-send'])];
    for (const [depth, { frame }] of entered.entries()) {
      yield* step(kernel, calling[depth]!, events.kind.called, frame);
    }
    let total = 0;
    for (let k = 0; k < steps; k++) {
      yield* told(kernel, k, at['source-yield'], events.kind.yielded, source, k);
      for (const { name, frame } of outwards) yield* told(kernel, k, at[name], events.kind.yielded, frame, k);
      yield* told(kernel, k, at.print, events.kind.got, k);
      const answer = 10 * k;
      for (const [depth, { frame }] of entered.entries()) {
        yield* told(kernel, k, sending[depth]!, events.kind.sent, frame, answer);
      }
      total += answer;
    }
    yield* step(kernel, at['source-return'], events.kind.returned, source, total);
    for (const { name, frame } of outwards)
      yield* step(kernel, at[`${name}-return`], events.kind.returned, frame, total);
    yield* step(kernel, at.end, events.kind.got, total);
  }

  return { main: { eager: eagerly, lazy: lazily, jumping, delegating }[kind] };
}
