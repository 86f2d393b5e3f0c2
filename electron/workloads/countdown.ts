/** Rockets that count down on a sleeping loop, each after a delay of its own. */
import { z } from 'zod';
import type { Coroutine, Kernel } from '../kernel/index.ts';
import { launchEvents as events } from '../../shared/fold/launches.ts';
import { list, parameters } from '../../shared/scenario/fields.ts';
import { texts } from './texts/countdown.ts';
import type { Program, RunContext, Workload } from './workload.ts';

const labelLimit = 'a label of 1 to 24 characters';
const lengthLimit = 'a whole number from 0 to 100000';
const delayLimit = 'a number of seconds from 0 to 1000000';

const rocket = z.strictObject(
  {
    label: z.string({ error: labelLimit }).min(1, { error: labelLimit }).max(24, { error: labelLimit }),
    length: z.int({ error: lengthLimit }).min(0, { error: lengthLimit }).max(100_000, { error: lengthLimit }),
    delay: z.number({ error: delayLimit }).min(0, { error: delayLimit }).max(1e6, { error: delayLimit }),
  },
  { error: 'a rocket: label, length, delay' },
);

const schema = parameters({
  rockets: list({ title: 'Rockets', structural: true }, rocket, { min: 1, max: 10_000, what: 'rockets' }),
});

export type CountdownParameters = z.infer<typeof schema>;

const three = [
  { label: 'A', length: 5, delay: 0 },
  { label: 'B', length: 3, delay: 2 },
  { label: 'C', length: 4, delay: 1 },
];

export const countdown: Workload<CountdownParameters> = {
  id: 'countdown',
  title: 'Rocket countdowns',
  description: 'Each rocket waits its delay, then counts down second by second.',
  schema,
  defaults: { rockets: three },
  models: ['synchronous', 'asynchronous', 'threads', 'processes'],
  draws: 'shared',
  stage: 'launchpads',
  speed: 1,
  vocabulary: events.vocabulary,
  texts,
  presets: [
    { id: 'three', title: 'Three rockets', help: 'Three countdowns that overlap.', params: { rockets: three } },
  ],
  mistakes: [
    {
      id: 'blocking-sleep',
      title: 'A blocking sleep in a coroutine',
      help: 'Three rockets count down together, but time.sleep is used instead of asyncio.sleep.',
      sentence: 'time.sleep blocks the loop: while one rocket counts down, all others stand still.',
      right: null,
      model: 'asynchronous',
      draws: 'shared',
      params: { rockets: three },
      measure: 'makespan',
      cost: 'The last rocket lifts off at {wrong} instead of {right}.',
    },
  ],
  program,
};

function program(context: RunContext<CountdownParameters>): Program {
  const at = texts.at(context);
  const blocks = context.variant === 'blocking-sleep';

  function* launch(kernel: Kernel, length: number, delay: number): Coroutine {
    kernel.emit(events.kind.waiting, delay);
    kernel.line = at.delay;
    yield kernel.sleep(delay);
    kernel.emit(events.kind.started, delay);
    for (let remaining = length; remaining > 0; remaining--) {
      kernel.emit(events.kind.tick, remaining);
      kernel.line = blocks ? at.hold : at.tick;
      yield blocks ? kernel.block(1) : kernel.sleep(1);
    }
    kernel.emit(events.kind.liftoff);
  }

  return {
    *main(kernel) {
      const tasks = context.params.rockets.map(({ label, length, delay }) =>
        kernel.spawn(launch(kernel, length, delay), { name: label }),
      );
      kernel.line = at.gather;
      yield* kernel.gather(tasks);
    },
  };
}
