/** Each task draws from 0 to 10 until the draw beats its own threshold, waiting between draws. */
import { z } from 'zod';
import type { Coroutine, Kernel } from '../kernel/index.ts';
import { list, parameters } from '../../shared/scenario/fields.ts';
import type { Program, Stage, Workload } from './workload.ts';

const Note = { INITIATED: 0, RETRY: 1, FINISHED: 2 } as const;
/** The largest number that can be drawn. */
const HIGHEST = 10;

const limit = 'a whole number from -1000 to 1000';
const threshold = z.int({ error: limit }).min(-1000, { error: limit }).max(1000, { error: limit });

const schema = parameters({
  thresholds: list({ title: 'Thresholds', structural: true }, threshold, { min: 1, max: 1000, what: 'thresholds' }),
});

export type MakerandomParameters = z.infer<typeof schema>;

export const makerandom: Workload<MakerandomParameters> = {
  id: 'makerandom',
  title: 'Draw until it beats',
  description: 'Each task draws a number from 0 to 10 until it beats a threshold; task k waits k + 1 s between draws.',
  schema,
  defaults: { thresholds: [9, 8, 7] },
  models: ['synchronous', 'asynchronous', 'threads', 'processes'],
  draws: 'shared',
  stage: 'draws',
  vocabulary: [
    { event: 'initiated', fields: ['threshold'] },
    { event: 'retry', fields: ['value'] },
    { event: 'finished', fields: ['value'] },
  ],
  presets: [
    {
      id: 'three',
      title: 'Nine, eight, seven',
      help: 'The higher the threshold, the longer it takes.',
      params: { thresholds: [9, 8, 7] },
    },
    {
      id: 'even',
      title: 'Four times five',
      help: 'Equal chances, different patience.',
      params: { thresholds: [5, 5, 5, 5] },
    },
  ],
  endless({ thresholds }) {
    const beyond = thresholds.find((each) => each >= HIGHEST);
    if (beyond === undefined) return null;
    return `draws go from 0 to ${HIGHEST}, so a threshold of ${beyond} is never beaten and the run cannot end`;
  },
  program,
};

function program(stage: Stage<MakerandomParameters>): Program {
  function* beat(kernel: Kernel, k: number, barrier: number): Coroutine<number> {
    const random = stage.random(k);
    kernel.note(Note.INITIATED, barrier);
    let value = random.randint(0, HIGHEST);
    while (value <= barrier) {
      kernel.note(Note.RETRY, value);
      yield kernel.sleep(k + 1);
      value = random.randint(0, HIGHEST);
    }
    kernel.note(Note.FINISHED, value);
    return value;
  }

  return {
    *main(kernel) {
      const tasks = stage.params.thresholds.map((barrier, k) =>
        kernel.spawn(beat(kernel, k, barrier), { name: `makerandom-${k}` }),
      );
      return yield* kernel.gather(tasks);
    },
  };
}
