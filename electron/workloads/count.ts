/** Coroutines that say one, wait a second, and say two: the first program of every tutorial. */
import type { z } from 'zod';
import type { Coroutine, Kernel } from '../kernel/index.ts';
import { speechEvents as events } from '../../shared/fold/speeches.ts';
import { count as whole, parameters } from '../../shared/scenario/fields.ts';
import { texts } from './texts/count.ts';
import type { Program, RunContext, Workload } from './workload.ts';

const schema = parameters({
  tasks: whole({ title: 'Speakers', unit: 'tasks', structural: true }, { min: 1, max: 10_000 }),
});

export type CountParameters = z.infer<typeof schema>;

export const count: Workload<CountParameters> = {
  id: 'count',
  title: 'Counting together',
  description: 'Each task says one, waits a second, and says two.',
  schema,
  defaults: { tasks: 3 },
  models: ['synchronous', 'asynchronous', 'threads', 'processes'],
  draws: 'shared',
  stage: 'speakers',
  speed: 0.5,
  vocabulary: events.vocabulary,
  texts,
  presets: [
    { id: 'three', title: 'Three', help: 'Three seconds, or one.', params: { tasks: 3 } },
    { id: 'hundred', title: 'A hundred', help: 'A hundred seconds, or still one.', params: { tasks: 100 } },
  ],
  mistakes: [
    {
      id: 'one-by-one',
      title: 'Awaiting in a loop',
      help: 'All tasks should run at once, but each is awaited as soon as it is started.',
      sentence: 'Each await waits for its task to end. The next task starts only then.',
      right: null,
      model: 'asynchronous',
      draws: 'shared',
      params: { tasks: 6 },
      measure: 'makespan',
      cost: '{wrong} instead of {right}.',
    },
  ],
  program,
};

function program(context: RunContext<CountParameters>): Program {
  const { params, variant } = context;
  const at = texts.at(context);

  function* speak(kernel: Kernel): Coroutine {
    kernel.emit(events.kind.one);
    kernel.line = at.second;
    yield kernel.sleep(1);
    kernel.emit(events.kind.two);
  }

  return {
    *main(kernel) {
      const begin = (k: number) => kernel.spawn(speak(kernel), { name: `count-${k}` });
      if (variant === 'one-by-one') {
        for (let k = 0; k < params.tasks; k++) {
          kernel.line = at.each;
          yield* begin(k).join();
        }
        return;
      }
      kernel.line = at.gather;
      yield* kernel.gather(Array.from({ length: params.tasks }, (_, k) => begin(k)));
    },
  };
}
