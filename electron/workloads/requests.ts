/**
 * The status of a number of pages is asked for beside a heartbeat that should beat every second. The client awaits the
 * answers, or blocks the loop until they are there: the heart tells which. The loop's lag is the point.
 */
import type { z } from 'zod';
import { Lock, type Coroutine, type Kernel, type Task } from '../kernel/index.ts';
import type { Random } from '../random/random.ts';
import { draw } from '../random/draw.ts';
import { requestEvents as events } from '../../shared/fold/requests-stage.ts';
import { choice, count, distribution, parameters } from '../../shared/scenario/fields.ts';
import { texts } from './texts/requests.ts';
import type { Program, RunContext, Workload } from './workload.ts';

/** How many pages may be asked for where there is a quota. */
const QUOTA = 4;

const schema = parameters({
  requests: count({ title: 'Pages', unit: 'pages', structural: true }, { min: 1, max: 10_000 }),
  every: distribution({ title: 'Time between two requests', unit: 's' }, { min: 0, max: 1e6 }),
  latency: distribution({ title: 'Time until the answer', unit: 's' }, { min: 0, max: 1e6 }),
  parse: distribution(
    { title: 'Time to parse an answer', unit: 's', help: 'Work: it blocks the loop with either client.' },
    { min: 0, max: 1e6 },
  ),
  client: choice(
    {
      title: 'Client',
      help: 'An awaiting client leaves the loop free until the answer arrives; a blocking client blocks it.',
      structural: true,
    },
    ['awaiting', 'blocking'],
  ),
});

export type RequestsParameters = z.infer<typeof schema>;

const constant = (value: number) => ({ kind: 'constant', value }) as const;

const dozen: RequestsParameters = {
  requests: 12,
  every: constant(0.25),
  latency: { kind: 'uniform', low: 0.5, high: 1.5 },
  parse: constant(0.1),
  client: 'awaiting',
};
const atOnce = { ...dozen, every: constant(0), latency: constant(1) };

export const requests: Workload<RequestsParameters> = {
  id: 'requests',
  title: 'Requests and a heartbeat',
  description: 'Pages are checked beside a heartbeat, by a client that awaits or by one that blocks the loop.',
  schema,
  defaults: dozen,
  models: ['synchronous', 'asynchronous', 'threads', 'processes'],
  draws: 'keyed',
  theory: 'requests',
  stage: 'requests',
  experiment: { over: [{ path: 'requests', from: 1, to: 24 }], replications: 10 },
  ownWorkers: 1,
  speed: 0.5,
  vocabulary: events.vocabulary,
  texts,
  presets: [
    { id: 'awaiting', title: 'A client that awaits', help: 'The heart hardly notices.', params: dozen },
    {
      id: 'blocking',
      title: 'A client that blocks',
      help: 'The same pages, but the heartbeat stops during each request.',
      params: { ...dozen, client: 'blocking' },
    },
    { id: 'at-once', title: 'All at once', help: 'Twelve requests in the same instant.', params: atOnce },
    {
      id: 'heavy',
      title: 'Heavy answers',
      help: 'The client awaits, but each answer takes half a second to parse, and that work blocks the loop.',
      params: { ...dozen, parse: constant(0.5) },
    },
  ],
  mistakes: [
    {
      id: 'blocking-client',
      title: 'A client that blocks',
      help: 'A blocking library is called from a coroutine.',
      sentence: 'requests.get blocks the loop. Until the answer arrives no other task runs, not even the heartbeat.',
      right: null,
      model: 'asynchronous',
      draws: 'keyed',
      params: dozen,
      measure: 'lag',
      cost: 'The heartbeat is up to {wrong} late instead of {right}.',
    },
    {
      id: 'lock-across-await',
      title: 'A lock held across an await',
      help: 'Only the parsing needs the lock, but it is acquired before the await.',
      sentence: 'Holding a lock across an await makes every other task wait. The requests go out one after another.',
      right: 'locked',
      model: 'asynchronous',
      draws: 'keyed',
      params: atOnce,
      measure: 'makespan',
      cost: '{wrong} instead of {right}.',
    },
    {
      id: 'check-then-act',
      title: 'Check, await, act',
      help: 'At most four pages may be requested. Each task checks the count first and increases it later.',
      sentence: 'Between the check and the count is an await. Meanwhile all other tasks have passed the check too.',
      right: 'quota',
      model: 'asynchronous',
      draws: 'keyed',
      params: atOnce,
      measure: { events: 'sent' },
      cost: '{wrong} pages are requested instead of {right}.',
    },
  ],
  program,
};

function program(context: RunContext<RequestsParameters>): Program {
  const { variant } = context;
  const at = texts.at(context);
  const blocking = context.params.client === 'blocking' || variant === 'blocking-client';
  const line = blocking ? at.hold : at.get;
  const lockedLine = blocking ? at['locked-hold'] : at['locked-get'];
  const limited = variant === 'quota' || variant === 'check-then-act';
  let sent = 0;
  let left = context.params.requests;

  function* heartbeat(kernel: Kernel): Coroutine {
    // A blocking sleep cannot be broken off, so where sleeps block, the heart stops when the last page is checked.
    while (!(context.blocking && left === 0)) {
      const due = kernel.now + 1;
      kernel.line = at.beat;
      yield kernel.sleep(1);
      kernel.emit(events.kind.beat, kernel.now - due);
    }
  }

  function* get(kernel: Kernel, random: Random, line: number): Coroutine {
    kernel.emit(events.kind.sent);
    const latency = draw(random, context.params.latency);
    kernel.line = line;
    yield blocking ? kernel.block(latency) : kernel.sleep(latency);
  }

  function* parse(kernel: Kernel, random: Random, line: number): Coroutine {
    kernel.line = line;
    yield kernel.work(draw(random, context.params.parse));
  }

  function* check(kernel: Kernel, page: number, lock: Lock | null): Coroutine {
    const random = context.random(page + 1);
    const began = kernel.now;
    if (limited && sent >= QUOTA) {
      kernel.emit(events.kind.skipped);
      left--;
      return;
    }
    if (variant === 'quota') sent++;
    const early = variant === 'lock-across-await';
    if (early) {
      kernel.line = at['lock-get'];
      yield* lock!.acquire();
    }
    yield* get(kernel, random, early ? lockedLine : line);
    if (variant === 'check-then-act') sent++;
    kernel.emit(events.kind.answered, kernel.now - began);
    if (variant === 'locked') {
      kernel.line = at['lock-parse'];
      yield* lock!.acquire();
    }
    yield* parse(kernel, random, early ? at['locked-parse'] : variant === 'locked' ? at['after-lock'] : at.parse);
    if (early || variant === 'locked') lock!.release();
    kernel.emit(events.kind.checked, kernel.now - began);
    left--;
  }

  return {
    *main(kernel) {
      const random = context.random(0);
      const lock = variant === 'locked' || variant === 'lock-across-await' ? new Lock(kernel) : null;
      const beat = () => kernel.spawn(heartbeat(kernel), { name: 'heartbeat' });
      // In a thread or process of its own the heart beats beside the pool. Where one thing is done at a time it comes last:
      // coming first it would keep the only worker for ever.
      const heart = context.alone ? null : beat();
      const checks: Task<void>[] = [];
      for (let page = 0; page < context.params.requests; page++) {
        checks.push(kernel.spawn(check(kernel, page, lock), { name: `page-${page}` }));
        kernel.line = at.every;
        yield kernel.sleep(draw(random, context.params.every));
      }
      const last = heart ?? beat();
      kernel.line = at.gather;
      yield* kernel.gather(checks);
      last.cancel();
    },
  };
}
