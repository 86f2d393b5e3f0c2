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
import { flagsOf, Listing } from '../../shared/listing/listing.ts';
import { choice, count, distribution, parameters } from '../../shared/scenario/fields.ts';
import { exhibitionEvents as events } from '../../shared/fold/exhibition.ts';
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

const listing = new Listing(
  `
import asyncio, random, time  ## shown

async def game(board):
    random.stream(2 * BOARDS + board)  ## script
    left[board] = moves = {{some pairMoves}}  ## script
    for move in range(1, {{some pairMoves}} + 1):  ## shown
    for move in range(1, moves + 1):  ## script
        await turns.take(board)  ## script -everything-awaited -fifo
        walk_to(board)  ## script -everything-awaited
        random.stream(BOARDS + board)  ## script
        time.sleep({{master}})  # she thinks: nobody else has her  ## think holds -everything-awaited
        await asyncio.sleep({{master}})  # she thinks  ## await-think +everything-awaited
        print(f"she moves at board {board}")  ## shown
        log(f"board-{board}", "master-moved", move=move)  ## script
        moved(board)  ## script
        random.stream(board)  ## script
        reply = {{opponent}}  ## script
        replied = loop.time() + reply  ## script
        await asyncio.sleep({{opponent}})  # the opponent thinks  ## reply shown
        await asyncio.sleep(reply)  ## script
        print(f"board {board} replies")  ## shown
        log(f"board-{board}", "opponent-moved", t=replied, move=move)  ## script
    log(f"board-{board}", "game-over", t=replied)  ## script
    await turns.take(board)  # the draw among all includes those who leave  ## script -everything-awaited +random
    turns.give()  ## script -everything-awaited +random

async def main():
    boards = range(1, {{boards}} + 1)
    await asyncio.gather(*(game(board) for board in boards))  ## gather

asyncio.run(main())  ## shown
`,
  ['think', 'await-think', 'reply', 'gather'],
);

// First come, first served is what the loop does by itself. Under other policies she chooses among all boards whose
// reply is in, which are known a few passes later: when every timer that has gone off has reached its board.
const support = `BOARDS = {{boards}}
POLICY = {{policy}}
left = {board: 1 for board in range(1, BOARDS + 1)}  # moves of hers that are left
table, left_at = None, 0.0  # where she stands, and since when she has been idle
chance = library.Random(SEED * 1000003 + 3 * BOARDS + 1)
if POLICY == "random":
    chance.randint(0, 0)
pace = library.Random(SEED * 1000003 + 3 * BOARDS + 2)


class Turns:
    """Decides which board she serves next."""

    def __init__(self):
        self.waiting = {}
        self.free = True
        self.looking = False
        self.position = 0

    async def take(self, board):
        turn = self.waiting[board] = loop.create_future()
        self.look()
        await turn

    def give(self):
        self.free = True
        self.look()

    def look(self, passes=None):
        if passes is None and self.looking:
            return
        self.looking = True
        passes = 4 if passes is None else passes
        if passes > 0:
            loop.call_soon(self.look, passes - 1)
            return
        self.looking = False
        board = self.choose() if self.free and self.waiting else None
        if board is not None:
            self.free = False
            self.waiting.pop(board).set_result(None)

    def choose(self):
        boards = list(self.waiting)
        if POLICY == "lifo":
            return boards[-1]
        if POLICY == "fewest-left":
            return min(boards, key=left.get)
        if POLICY == "most-left":
            return max(boards, key=left.get)
        if POLICY == "random":
            index = chance.randint(0, len(boards) - 1)
            # Whoever has waited longest takes the place of the one who goes.
            others = boards[1:]
            if index > 0:
                others[index - 1] = boards[0]
            self.waiting = {board: self.waiting[board] for board in [*others, boards[index]]}
            return boards[index]
        while not left[self.position % BOARDS + 1]:
            self.position += 1
        board = self.position % BOARDS + 1
        if board not in self.waiting:
            return None
        self.position += 1
        return board


def walk_to(board):
    global table
    if table not in (None, board):
        random.mine.set(pace)
        seconds = {{walk}}
        ahead = min(seconds, loop.time() - left_at) if POLICY == "round-robin" else 0.0
        if ahead > 0:
            log(f"board-{board}", "walked-ahead", seconds=ahead)
        if seconds > ahead:
            log(f"board-{board}", "walks", seconds=seconds - ahead)
            time.sleep(seconds - ahead)
    table = board


def moved(board):
    global left_at
    left_at = loop.time()
    left[board] -= 1
    turns.give()


turns = Turns()`;

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
  listing,
  support,
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
  const at = listing.at(flagsOf(context.variant, context.params));
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
