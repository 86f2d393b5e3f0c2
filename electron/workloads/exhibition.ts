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
import { ExhibitionNote, exhibitionVocabulary } from '../../shared/fold/exhibition.ts';
import type { Program, Stage, Workload } from './workload.ts';

const policies = ['round-robin', 'fifo', 'lifo', 'random', 'fewest-left', 'most-left'] as const;

const schema = parameters({
  boards: count({ title: 'Boards', unit: 'boards', structural: true }, { min: 1, max: 10_000 }),
  pairMoves: distribution(
    {
      title: 'Length of a game',
      unit: 'pairs of moves',
      help: 'A move of hers and a reply make a pair.',
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
  stage: 'boards',
  vocabulary: exhibitionVocabulary,
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
      help: 'Replies of random length: the order of serving begins to matter.',
      params: { ...classic, opponent: { kind: 'exponential', mean: 55 }, policy: 'fifo' },
    },
    {
      id: 'talk',
      title: 'Talk size, 6 x 10',
      help: 'Small enough to follow every move.',
      params: { ...classic, boards: 6, pairMoves: constant(10) },
    },
  ],
  program,
};

function program(stage: Stage<ExhibitionParameters>): Program {
  const { boards } = stage.params;
  // Streams of board b: b for the replies, boards + b for the master's times, 2 boards + b for the length. The
  // draws that no opponent makes come from streams behind those.
  const lengths = Array.from({ length: boards }, (_, index) =>
    Math.max(1, Math.trunc(draw(stage.random(2 * boards + index + 1), stage.params.pairMoves))),
  );
  const left = Int32Array.from(lengths);
  // The main task is number 0, so task b is board b.
  const movesLeft = (task: number) => left[task - 1] ?? -1;
  const anybody = stage.random(3 * boards + 1);
  const pace = stage.random(3 * boards + 2);
  // Under `processes` every worker has a master of her own; elsewhere there is one, at one table at a time.
  const masters: { table: number; leftAt: number }[] = [];
  const goesRound = !stage.blocking && stage.params.policy === 'round-robin';

  function* board(kernel: Kernel, b: number): Coroutine {
    const replies = stage.random(b);
    const thinking = stage.random(boards + b);
    const moves = lengths[b - 1]!;
    for (let move = 1; move <= moves; move++) {
      if (walks(stage.params)) yield* walkTo(kernel, b);
      yield kernel.work(draw(thinking, stage.params.master));
      left[b - 1]!--;
      masters[masterOf(kernel)] = { table: b, leftAt: kernel.now };
      kernel.note(ExhibitionNote.MASTER_MOVED, move);
      if (move === moves) kernel.leaveTurns();
      const reply = move === moves ? ExhibitionNote.LAST_REPLY : ExhibitionNote.OPPONENT_MOVED;
      yield kernel.sleep(draw(replies, stage.params.opponent), reply, move);
    }
  }

  function* walkTo(kernel: Kernel, b: number): Coroutine {
    // Where a processor is shared she has to be free before it is known from where she comes.
    if (kernel.model.sharedProcessor) yield kernel.attend();
    const master = masters[masterOf(kernel)];
    if (master === undefined || master.table === b) return;
    const seconds = draw(pace, stage.params.walk);
    // Going round she knows the next table and sets out at once; elsewhere she waits to hear who has replied.
    const ahead = goesRound ? Math.min(seconds, kernel.now - master.leftAt) : 0;
    if (ahead > 0) kernel.note(ExhibitionNote.WALKED_AHEAD, ahead);
    if (seconds <= ahead) return;
    kernel.note(ExhibitionNote.WALKS, seconds - ahead);
    yield kernel.work(seconds - ahead);
  }

  return {
    ...(stage.blocking ? {} : { policy: policyOf(stage.params.policy, movesLeft, (n) => anybody.randint(0, n - 1)) }),
    *main(kernel) {
      const tasks = [];
      for (let b = 1; b <= boards; b++) {
        tasks.push(kernel.spawn(board(kernel, b), { name: `board-${b}`, turns: true }));
      }
      yield* kernel.gather(tasks);
    },
  };
}

/** The master whom the running task has before it. */
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
