/**
 * Judit Polgár's simultaneous exhibition: one coroutine for each board. The master thinks (`work`), the opponent
 * replies (`sleep`), as many times as the game has pairs of moves. What makes twelve hours of it, or one, is the
 * model it runs under.
 */
import type { z } from 'zod';
import {
  FirstCome,
  Lifo,
  Priority,
  Random as AnyOf,
  RoundRobin,
  type Coroutine,
  type Kernel,
  type ReadyQueue,
} from '../kernel/index.ts';
import { draw } from '../random/draw.ts';
import { choice, count, distribution, parameters } from '../../shared/scenario/fields.ts';
import { exhibitionEvents as events } from '../../shared/fold/exhibition.ts';
import { texts } from './texts/exhibition.ts';
import type { Program, RunContext, Workload } from './workload.ts';

const policies = ['round-robin', 'fifo', 'lifo', 'random', 'fewest-left', 'most-left'] as const;

const schema = parameters({
  boards: count({ title: 'Boards', unit: 'boards', structural: true }, { min: 1, max: 10_000 }),
  pairMoves: distribution(
    {
      title: 'Length of a game',
      unit: 'pairs of moves',
      help: 'One of her moves and the reply make a pair.',
      structural: true,
    },
    { min: 1, max: 10_000 },
  ),
  master: distribution({ title: 'Her time for a move', unit: 's' }, { min: 0, max: 1e6 }),
  opponent: distribution({ title: 'Time for a reply', unit: 's' }, { min: 0, max: 1e6 }),
  walk: distribution(
    { title: 'Walk to another table', unit: 's', help: 'Spent each time she turns to another board.' },
    { min: 0, max: 1e6 },
  ),
  policy: choice(
    {
      title: 'Whom she serves next',
      help: 'Matters where games go on at once: under the asynchronous model.',
      structural: true,
    },
    policies,
  ),
});

export type ExhibitionParameters = z.infer<typeof schema>;

const constant = (value: number) => ({ kind: 'constant', value }) as const;

const classic: ExhibitionParameters = {
  boards: 24,
  pairMoves: constant(30),
  master: constant(5),
  opponent: constant(55),
  walk: constant(0),
  policy: 'round-robin',
};

export const exhibition: Workload<ExhibitionParameters> = {
  id: 'exhibition',
  title: 'Simultaneous exhibition',
  description: 'Judit Polgár plays many opponents at once: one game at a time, or table to table.',
  schema: schema,
  defaults: classic,
  models: ['synchronous', 'asynchronous', 'threads', 'processes'],
  draws: 'keyed',
  drawsFixed: true,
  theory: 'exhibition',
  experiment: { over: [{ path: 'boards', from: 1, to: 48 }], logY: true },
  stage: 'boards',
  speed: 60,
  vocabulary: events.vocabulary,
  texts,
  presets: [
    {
      id: 'classic',
      title: 'The classic',
      help: '24 boards, 5 s a move, 55 s a reply: 12 hours or 1.',
      params: classic,
    },
    {
      id: 'one-table',
      title: 'One table',
      help: 'With one opponent there is nothing to overlap.',
      params: { ...classic, boards: 1 },
    },
    {
      id: 'knee',
      title: 'Twelve, at the knee',
      help: 'Just enough boards to keep her busy.',
      params: { ...classic, boards: 12 },
    },
    {
      id: 'forty-eight',
      title: 'Forty-eight',
      help: 'Beyond the knee every board costs her time.',
      params: { ...classic, boards: 48 },
    },
    {
      id: 'thinkers',
      title: 'Exponential thinkers',
      help: 'Replies of random length: now the order of serving matters.',
      params: { ...classic, opponent: { kind: 'exponential', mean: 55 }, policy: 'fifo' },
    },
    {
      id: 'talk',
      title: 'Talk size, 6 x 10',
      help: 'Small enough to follow every move.',
      params: { ...classic, boards: 6, pairMoves: constant(10) },
    },
  ],
  mistakes: [
    {
      id: 'everything-awaited',
      title: 'Everything awaited',
      help: 'If waiting costs nothing, why not await her own thinking too? 24 boards in half an hour.',
      sentence: 'Thinking is work, not waiting. Here she thinks at every board at once, which is impossible.',
      right: null,
      model: 'asynchronous',
      draws: 'keyed',
      params: classic,
      measure: 'makespan',
      cost: 'It claims to take {wrong}; the truth is {right}.',
    },
  ],
  program,
};

function program(context: RunContext<ExhibitionParameters>): Program {
  const { boards } = context.params;
  const at = texts.at(context);
  const awaited = context.variant === 'everything-awaited';
  // Streams of board b: b for the replies, boards + b for the master's times, 2 boards + b for the length. The
  // draws that no opponent makes come from streams behind those.
  const lengths = Array.from({ length: boards }, (_, index) =>
    Math.max(1, Math.trunc(draw(context.random(2 * boards + index + 1), context.params.pairMoves))),
  );
  const left = Int32Array.from(lengths);
  // The main task is number 0, so task b is board b.
  const movesLeft = (task: number) => left[task - 1] ?? -1;
  const anybody = context.random(3 * boards + 1);
  const pace = context.random(3 * boards + 2);
  // Under `processes` every worker has a master of her own; elsewhere there is one, at one table at a time.
  const masters: { table: number; leftAt: number }[] = [];
  const goesRound = !context.blocking && context.params.policy === 'round-robin';

  function* board(kernel: Kernel, b: number): Coroutine {
    const replies = context.random(b);
    const thinking = context.random(boards + b);
    const moves = lengths[b - 1]!;
    for (let move = 1; move <= moves; move++) {
      if (walks(context.params) && !awaited) yield* walkTo(kernel, b);
      const thought = draw(thinking, context.params.master);
      kernel.line = awaited ? at['await-think'] : at.think;
      yield awaited ? kernel.sleep(thought) : kernel.work(thought);
      left[b - 1]!--;
      masters[masterOf(kernel)] = { table: b, leftAt: kernel.now };
      kernel.emit(events.kind.masterMoved, move);
      if (move === moves) kernel.leaveRotation();
      const reply = move === moves ? events.kind.lastReply : events.kind.opponentMoved;
      kernel.line = at.reply;
      yield kernel.sleep(draw(replies, context.params.opponent), reply, move);
    }
  }

  function* walkTo(kernel: Kernel, b: number): Coroutine {
    // Where a processor is shared she has to be free before it is known from where she comes.
    kernel.line = at.think;
    if (kernel.model.sharedProcessor) yield kernel.attend();
    const master = masters[masterOf(kernel)];
    if (master === undefined || master.table === b) return;
    const seconds = draw(pace, context.params.walk);
    // Going round she knows the next table and sets out at once; elsewhere she waits for a reply.
    const ahead = goesRound ? Math.min(seconds, kernel.now - master.leftAt) : 0;
    if (ahead > 0) kernel.emit(events.kind.walkedAhead, ahead);
    if (seconds <= ahead) return;
    kernel.emit(events.kind.walks, seconds - ahead);
    yield kernel.work(seconds - ahead);
  }

  return {
    ...(context.blocking
      ? {}
      : { policy: policyOf(context.params.policy, movesLeft, (n) => anybody.randint(0, n - 1)) }),
    *main(kernel) {
      const tasks = [];
      for (let b = 1; b <= boards; b++) {
        tasks.push(kernel.spawn(board(kernel, b), { name: `board-${b}`, rotates: true }));
      }
      kernel.line = at.gather;
      yield* kernel.gather(tasks);
    },
  };
}

/** The master that serves the running task. */
function masterOf(kernel: Kernel): number {
  return kernel.model.sharedProcessor ? 0 : kernel.worker;
}

function walks({ walk }: ExhibitionParameters): boolean {
  return !(walk.kind === 'constant' && walk.value === 0);
}

function policyOf(
  policy: ExhibitionParameters['policy'],
  movesLeft: (task: number) => number,
  below: (n: number) => number,
): ReadyQueue {
  switch (policy) {
    case 'round-robin':
      return new RoundRobin();
    case 'fifo':
      return new FirstCome();
    case 'lifo':
      return new Lifo();
    case 'random':
      return new AnyOf(below);
    case 'fewest-left':
      return new Priority(movesLeft);
    case 'most-left':
      return new Priority((task) => -movesLeft(task));
  }
}
