/**
 * Philosophers around a table share a fork with each neighbour and need two to eat. If each takes its left fork first,
 * there comes a moment at which all of them hold one and wait for the next: a deadlock. If each takes the fork with the
 * lower number first, no circle can close.
 */
import type { z } from 'zod';
import { Lock, type Coroutine, type Kernel } from '../kernel/index.ts';
import { draw } from '../random/draw.ts';
import { count, distribution, flag, parameters } from '../../shared/scenario/fields.ts';
import { defineEvents } from '../../shared/trace/events.ts';
import { texts } from './texts/philosophers.ts';
import type { Program, RunContext, Workload } from './workload.ts';

const events = defineEvents({
  hungry: { says: '{who} is hungry.' },
  took: { fields: ['fork'], says: '{who} takes fork {fork}.' },
  ate: { fields: ['meal'], says: '{who} has eaten meal {meal} and puts both forks down.' },
});

const schema = parameters({
  philosophers: count({ title: 'Philosophers', unit: 'tasks', structural: true }, { min: 2, max: 10_000 }),
  meals: count({ title: 'Meals of each', unit: 'meals', structural: true }, { min: 1, max: 10_000 }),
  think: distribution({ title: 'Time to think', unit: 's' }, { min: 0, max: 1e6 }),
  reach: distribution(
    { title: 'Time between two forks', unit: 's', help: 'One fork is in hand, the other not yet.' },
    { min: 0, max: 1e6 },
  ),
  eat: distribution({ title: 'Time to eat', unit: 's' }, { min: 0, max: 1e6 }),
  ordered: flag({
    title: 'Lower fork first',
    help: 'On: each takes the fork with the lower number first. Off: each takes its left fork first.',
    structural: true,
  }),
});

export type PhilosophersParameters = z.infer<typeof schema>;

const constant = (value: number) => ({ kind: 'constant', value }) as const;

const five: PhilosophersParameters = {
  philosophers: 5,
  meals: 4,
  think: { kind: 'uniform', low: 1, high: 5 },
  reach: constant(2),
  eat: { kind: 'uniform', low: 1, high: 3 },
  ordered: true,
};

export const philosophers: Workload<PhilosophersParameters> = {
  id: 'philosophers',
  title: 'Dining philosophers',
  description:
    'Each needs the two forks beside it to eat; in which order it takes them decides whether all get to eat.',
  schema,
  defaults: five,
  models: ['synchronous', 'asynchronous', 'threads', 'processes'],
  draws: 'keyed',
  speed: 1,
  experiment: { over: [{ path: 'philosophers', from: 2, to: 12 }], replications: 10 },
  vocabulary: events.vocabulary,
  texts,
  presets: [
    {
      id: 'ordered',
      title: 'Lower fork first',
      help: 'One of them reaches the other way round: all eat.',
      params: five,
    },
    {
      id: 'unordered',
      title: 'Left fork first',
      help: 'It goes well for some seeds. With this one all of them end up with one fork each.',
      params: { ...five, ordered: false },
      seed: '1',
      deadlock: true,
    },
  ],
  mistakes: [
    {
      id: 'left-first',
      title: 'Everyone takes the left fork first',
      help: 'The rule is the same for all and looks fair, but all become hungry at once.',
      sentence: 'Each has its left fork and waits for the right one, which its neighbour has: a deadlock.',
      right: null,
      model: 'asynchronous',
      draws: 'keyed',
      params: { ...five, think: constant(3), eat: constant(2) },
      measure: 'end',
      deadlock: true,
      cost: 'The meal {wrong}; with the lower fork first it {right}.',
    },
  ],
  program,
};

function program(context: RunContext<PhilosophersParameters>): Program {
  const { philosophers, meals } = context.params;
  const at = texts.at(context);
  const ordered = context.params.ordered && context.variant !== 'left-first';

  function* dine(kernel: Kernel, k: number, forks: readonly Lock[]): Coroutine {
    const random = context.random(k);
    const sides = [k, (k + 1) % philosophers] as const;
    const [first, second] = ordered ? [Math.min(...sides), Math.max(...sides)] : sides;
    for (let meal = 1; meal <= meals; meal++) {
      kernel.line = at.think;
      yield kernel.sleep(draw(random, context.params.think));
      kernel.emit(events.kind.hungry);
      kernel.line = at.first;
      yield* forks[first]!.acquire();
      kernel.emit(events.kind.took, first);
      kernel.line = at.reach;
      yield kernel.sleep(draw(random, context.params.reach));
      kernel.line = at.second;
      yield* forks[second]!.acquire();
      kernel.emit(events.kind.took, second);
      kernel.line = at.eat;
      yield kernel.sleep(draw(random, context.params.eat));
      forks[second]!.release();
      forks[first]!.release();
      kernel.emit(events.kind.ate, meal);
    }
  }

  return {
    *main(kernel) {
      const forks = Array.from({ length: philosophers }, (_, k) => new Lock(kernel, `fork-${k}`));
      const tasks = forks.map((_, k) => kernel.spawn(dine(kernel, k, forks), { name: `philosopher-${k}` }));
      kernel.line = at.gather;
      yield* kernel.gather(tasks);
    },
  };
}
