/**
 * Producers put items into a queue at random times, consumers take them as they come. When the last producer is
 * done the queue is joined, and the consumers, who would wait for ever, are cancelled.
 */
import type { z } from 'zod';
import { Queue, type Coroutine, type Kernel } from '../kernel/index.ts';
import type { Random } from '../random/random.ts';
import { draw } from '../random/draw.ts';
import { queueEvents as events } from '../../shared/fold/queue-stage.ts';
import { count, distribution, optional, parameters } from '../../shared/scenario/fields.ts';
import { packPair } from '../../shared/trace/events.ts';
import { texts } from './texts/queue.ts';
import type { Program, RunContext, Workload } from './workload.ts';

const limits = { min: 1, max: 10_000 };
const schema = parameters({
  producers: count({ title: 'Producers', unit: 'tasks', structural: true }, limits),
  consumers: count({ title: 'Consumers', unit: 'tasks', structural: true }, limits),
  capacity: optional(
    { title: 'Capacity', unit: 'items', help: 'A full queue makes its producers wait.', structural: true },
    limits,
    'unbounded',
  ),
  items: distribution({ title: 'Items a producer makes', unit: 'items', structural: true }, { min: 0, max: 10_000 }),
  making: distribution({ title: 'Time before a put', unit: 's' }, { min: 0, max: 1e6 }),
  taking: distribution({ title: 'Time before a get', unit: 's' }, { min: 0, max: 1e6 }),
});

export type QueueParameters = z.infer<typeof schema>;

const upToTen = { kind: 'integer', low: 0, high: 10 } as const;
const even: QueueParameters = {
  producers: 5,
  consumers: 10,
  capacity: null,
  items: upToTen,
  making: upToTen,
  taking: upToTen,
};

export const queue: Workload<QueueParameters> = {
  id: 'queue',
  title: 'Producers and consumers',
  description: 'Producers put items into a queue, consumers take them out; join, then cancel.',
  schema,
  defaults: even,
  models: ['synchronous', 'asynchronous', 'threads', 'processes'],
  draws: 'shared',
  theory: 'queue',
  experiment: {
    over: [{ path: 'consumers', from: 1, to: 12 }],
    models: ['asynchronous'],
    replications: 20,
    figure: 'meanWait',
  },
  stage: 'queue',
  speed: 2,
  vocabulary: events.vocabulary,
  texts,
  presets: [
    { id: 'even', title: 'Five and ten', help: 'More consumers than needed: items hardly wait.', params: even },
    {
      id: 'slow',
      title: 'Eight and two',
      help: 'Too few consumers: the queue grows.',
      params: { ...even, producers: 8, consumers: 2 },
    },
    {
      id: 'bounded',
      title: 'Room for three',
      help: 'A full queue makes its producers wait.',
      params: { ...even, producers: 8, consumers: 2, capacity: 3 },
    },
  ],
  mistakes: [
    {
      id: 'unbounded',
      title: 'Slow consumers, no limit',
      help: 'Two consumers cannot keep up with eight producers. The queue takes everything.',
      sentence: 'A queue without a limit never makes a producer wait. The items pile up in memory.',
      right: null,
      model: 'asynchronous',
      draws: 'keyed',
      params: { ...even, producers: 8, consumers: 2, capacity: 3 },
      sets: { capacity: null },
      measure: 'depth',
      cost: 'Up to {wrong} items lie in the queue instead of {right}.',
    },
    {
      id: 'no-join',
      title: 'Cancel without join',
      help: 'The producers are done, so the program cancels the consumers at once.',
      sentence:
        'The last producer is done, but the queue is not empty. Consumers that are cancelled now lose its items.',
      right: null,
      model: 'asynchronous',
      draws: 'keyed',
      params: { ...even, producers: 8, consumers: 2 },
      measure: 'left',
      cost: '{wrong} items are lost instead of {right}.',
    },
  ],
  program,
};

interface Item {
  readonly number: number;
  readonly madeAt: number;
}

function program(context: RunContext<QueueParameters>): Program {
  const { producers, consumers } = context.params;
  const capacity = context.variant === 'unbounded' ? null : context.params.capacity;
  const at = texts.at(context);
  let making = producers;

  function* produce(kernel: Kernel, k: number, random: Random, line: Queue<Item>): Coroutine {
    const items = Math.trunc(draw(random, context.params.items));
    for (let i = 0; i < items; i++) {
      const seconds = draw(random, context.params.making);
      kernel.emit(events.kind.sleeping, seconds);
      kernel.line = at.making;
      yield kernel.sleep(seconds);
      const number = packPair(k, i);
      kernel.line = at.put;
      yield* line.put({ number, madeAt: kernel.now });
      kernel.emit(events.kind.put, number);
    }
    making--;
  }

  function* consume(kernel: Kernel, random: Random, line: Queue<Item>): Coroutine {
    // A blocking sleep cannot be broken off, so where sleeps block, a consumer goes home when nothing is to come.
    while (!(context.blocking && making === 0 && line.size === 0)) {
      const seconds = draw(random, context.params.taking);
      kernel.emit(events.kind.sleeping, seconds);
      kernel.line = at.taking;
      yield kernel.sleep(seconds);
      kernel.line = at.get;
      const { number, madeAt } = yield* line.get();
      kernel.emit(events.kind.got, number, kernel.now - madeAt);
      line.taskDone();
    }
  }

  return {
    *main(kernel) {
      const line = new Queue<Item>(kernel, { name: 'queue', capacity });
      const makers = Array.from({ length: producers }, (_, k) =>
        kernel.spawn(produce(kernel, k, context.random(k), line), { name: `producer-${k}` }),
      );
      const takers = Array.from({ length: consumers }, (_, k) =>
        kernel.spawn(consume(kernel, context.random(producers + k), line), { name: `consumer-${k}` }),
      );
      kernel.line = at.gather;
      yield* kernel.gather(makers);
      // By generators that take turns both waits are one line.
      kernel.line = at.join || at.gather;
      if (context.variant !== 'no-join') yield* line.join();
      for (const taker of takers) taker.cancel();
    },
  };
}
