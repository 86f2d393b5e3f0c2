/** Coroutines that say one, wait a second, and say two: the first program of every tutorial. */
import type { z } from 'zod';
import type { Coroutine, Kernel } from '../kernel/index.ts';
import { count as whole, parameters } from '../../shared/scenario/fields.ts';
import type { Program, Stage, Workload } from './workload.ts';

const Note = { ONE: 0, TWO: 1 } as const;

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
  vocabulary: [
    { event: 'one', fields: [] },
    { event: 'two', fields: [] },
  ],
  presets: [
    { id: 'three', title: 'Three', help: 'Three seconds, or one.', params: { tasks: 3 } },
    { id: 'hundred', title: 'A hundred', help: 'A hundred seconds, or still one.', params: { tasks: 100 } },
  ],
  program,
};

function program(stage: Stage<CountParameters>): Program {
  function* speak(kernel: Kernel): Coroutine {
    kernel.note(Note.ONE);
    yield kernel.sleep(1);
    kernel.note(Note.TWO);
  }

  return {
    *main(kernel) {
      const tasks = Array.from({ length: stage.params.tasks }, (_, k) =>
        kernel.spawn(speak(kernel), { name: `count-${k}` }),
      );
      yield* kernel.gather(tasks);
    },
  };
}
