/** Two dependent steps for each input, each of random length: a chain is a sequence, and chains overlap. */
import { z } from 'zod';
import type { Coroutine, Kernel } from '../kernel/index.ts';
import type { Random } from '../random/random.ts';
import { draw } from '../random/draw.ts';
import { chainEvents as events } from '../../shared/fold/chains.ts';
import { distribution, list, parameters } from '../../shared/scenario/fields.ts';
import { texts } from './texts/chained.ts';
import type { Program, RunContext, Workload } from './workload.ts';

const limit = 'a whole number from 0 to 1000000';
const input = z.int({ error: limit }).min(0, { error: limit }).max(1_000_000, { error: limit });

const schema = parameters({
  inputs: list({ title: 'Inputs', structural: true }, input, { min: 1, max: 10_000, what: 'inputs' }),
  step: distribution({ title: 'Time of a step', unit: 's' }, { min: 0, max: 1e6 }),
});

export type ChainedParameters = z.infer<typeof schema>;

export const chained: Workload<ChainedParameters> = {
  id: 'chained',
  title: 'Chained coroutines',
  description: 'Each input goes through two steps, one after the other; the chains of different inputs overlap.',
  schema,
  defaults: { inputs: [9, 6, 3], step: { kind: 'integer', low: 0, high: 10 } },
  models: ['synchronous', 'asynchronous', 'threads', 'processes'],
  draws: 'shared',
  stage: 'chains',
  speed: 2,
  vocabulary: events.vocabulary,
  texts,
  presets: [
    {
      id: 'three',
      title: 'Nine, six, three',
      help: 'With seed 444, the published transcript: 11 s.',
      params: { inputs: [9, 6, 3] },
      seed: '444',
    },
    {
      id: 'twelve',
      title: 'A dozen',
      help: 'Twelve chains take little longer than the longest.',
      params: { inputs: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
    },
  ],
  mistakes: [
    {
      id: 'forgotten-await',
      title: 'A forgotten await',
      help: 'The second step needs the result of the first, but one await is missing.',
      sentence: 'Calling a coroutine does not run it. Without await, the second step is created but never runs.',
      right: null,
      model: 'asynchronous',
      draws: 'keyed',
      params: { inputs: [9, 6, 3], step: { kind: 'integer', low: 1, high: 10 } },
      measure: { events: 'returning' },
      cost: '{wrong} results instead of {right}.',
    },
  ],
  program,
};

function program(context: RunContext<ChainedParameters>): Program {
  const at = texts.at(context);

  function* part(kernel: Kernel, random: Random, number: number): Coroutine {
    const seconds = draw(random, context.params.step);
    kernel.emit(events.kind.sleeping, number, seconds);
    kernel.line = at.step;
    yield kernel.sleep(seconds);
    kernel.emit(events.kind.returning, number);
  }

  function* chain(kernel: Kernel, k: number): Coroutine {
    const random = context.random(k);
    const startedAt = kernel.now;
    yield* part(kernel, random, 1);
    if (context.variant !== 'forgotten-await') yield* part(kernel, random, 2);
    kernel.emit(events.kind.chained, kernel.now - startedAt);
  }

  return {
    *main(kernel) {
      const tasks = context.params.inputs.map((n, k) => kernel.spawn(chain(kernel, k), { name: `chain-${n}` }));
      kernel.line = at.gather;
      yield* kernel.gather(tasks);
    },
  };
}
