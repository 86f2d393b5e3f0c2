/**
 * Producers put items into a queue at random times, consumers take them as they come. When the last producer is
 * done the queue is joined, and the consumers, who would wait for ever, are cancelled.
 */
import type { z } from 'zod';
import { Queue, type Coroutine, type Kernel } from '../kernel/index.ts';
import type { Random } from '../random/random.ts';
import { draw } from '../random/draw.ts';
import { count, distribution, optional, parameters } from '../../shared/scenario/fields.ts';
import { packPair } from '../../shared/trace/vocabulary.ts';
import type { Program, Stage, Workload } from './workload.ts';

const Note = { SLEEPING: 0, PUT: 1, GOT: 2 } as const;

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
  stage: 'queue',
  vocabulary: [
    { event: 'sleeping', fields: ['seconds'] },
    { event: 'put', fields: [{ name: 'item', as: 'pair' }] },
    { event: 'got', fields: [{ name: 'item', as: 'pair' }, 'waited'] },
  ],
  presets: [
    { id: 'even', title: 'Five and ten', help: 'More hands than work: items hardly wait.', params: even },
    {
      id: 'slow',
      title: 'Eight and two',
      help: 'Too few consumers: the queue grows.',
      params: { ...even, producers: 8, consumers: 2 },
    },
    {
      id: 'bounded',
      title: 'Room for three',
      help: 'A bounded queue holds its producers back.',
      params: { ...even, producers: 8, consumers: 2, capacity: 3 },
    },
  ],
  program,
};

interface Item {
  readonly number: number;
  readonly madeAt: number;
}

function program(stage: Stage<QueueParameters>): Program {
  const { producers, consumers, capacity } = stage.params;
  let making = producers;

  function* pause(kernel: Kernel, seconds: number): Coroutine {
    kernel.note(Note.SLEEPING, seconds);
    yield kernel.sleep(seconds);
  }

  function* produce(kernel: Kernel, k: number, random: Random, line: Queue<Item>): Coroutine {
    const items = Math.trunc(draw(random, stage.params.items));
    for (let i = 0; i < items; i++) {
      yield* pause(kernel, draw(random, stage.params.making));
      const number = packPair(k, i);
      yield* line.put({ number, madeAt: kernel.now });
      kernel.note(Note.PUT, number);
    }
    making--;
  }

  function* consume(kernel: Kernel, random: Random, line: Queue<Item>): Coroutine {
    // A blocking sleep cannot be broken off, so where sleeps block, a consumer goes home when nothing is to come.
    while (!(stage.blocking && making === 0 && line.size === 0)) {
      yield* pause(kernel, draw(random, stage.params.taking));
      const { number, madeAt } = yield* line.get();
      kernel.note(Note.GOT, number, kernel.now - madeAt);
      line.taskDone();
    }
  }

  return {
    *main(kernel) {
      const line = new Queue<Item>(kernel, { name: 'queue', capacity });
      const makers = Array.from({ length: producers }, (_, k) =>
        kernel.spawn(produce(kernel, k, stage.random(k), line), { name: `producer-${k}` }),
      );
      const takers = Array.from({ length: consumers }, (_, k) =>
        kernel.spawn(consume(kernel, stage.random(producers + k), line), { name: `consumer-${k}` }),
      );
      yield* kernel.gather(makers);
      yield* line.join();
      for (const taker of takers) taker.cancel();
    },
  };
}
