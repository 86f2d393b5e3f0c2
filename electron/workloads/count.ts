/** Coroutines that say one, wait a second, and say two: the first program of every tutorial. */
import type { z } from 'zod';
import type { Coroutine, Kernel } from '../kernel/index.ts';
import { speechEvents as events } from '../../shared/fold/speeches.ts';
import { flagsOf, Listing } from '../../shared/listing/listing.ts';
import { count as whole, parameters } from '../../shared/scenario/fields.ts';
import type { Program, RunContext, Workload } from './workload.ts';

const schema = parameters({
  tasks: whole({ title: 'Speakers', unit: 'tasks', structural: true }, { min: 1, max: 10_000 }),
});

export type CountParameters = z.infer<typeof schema>;

const listing = new Listing(
  `
import asyncio

async def speak(k):
    print(f"{k}: one")  ## shown
    log(f"count-{k}", "one")  ## script
    await asyncio.sleep(1)  ## second
    print(f"{k}: two")  ## shown
    log(f"count-{k}", "two")  ## script

async def main():
    speakers = [speak(k) for k in range({{tasks}})]
    await asyncio.gather(*speakers)  ## gather -one-by-one
    for speaker in speakers:  ## +one-by-one
        await asyncio.create_task(speaker)  ## each +one-by-one

asyncio.run(main())  ## shown
`,
  ['second', 'gather', 'each'],
);

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
  listing,
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

function program({ params, variant }: RunContext<CountParameters>): Program {
  const at = listing.at(flagsOf(variant, params));

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
