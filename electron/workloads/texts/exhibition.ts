import { Texts } from '../../../shared/listing/texts.ts';
import { onPool } from './pool.ts';

const synchronous = `
import random, time  ## shown

def game(board):
    random.stream(2 * BOARDS + board)  ## script
    for move in range(1, {{some pairMoves}} + 1):
        walk_to(board)  ## script -everything-awaited
        random.stream(BOARDS + board)  ## script
        time.sleep({{master}})  # she thinks  ## think holds -everything-awaited
        time.sleep({{master}})  # she thinks  ## await-think holds +everything-awaited
        print(f"she moves at board {board}")  ## shown
        log(f"board-{board}", "master-moved", move=move)  ## script
        random.stream(board)  ## script
        time.sleep({{opponent}})  # she waits for the reply  ## reply holds
        print(f"board {board} replies")  ## shown
        log(f"board-{board}", "opponent-moved", move=move)  ## script
    log(f"board-{board}", "game-over")  ## script

def main():
    for board in range(1, {{boards}} + 1):
        game(board)  # until it is over  ## gather

main()  ## shown
`;

const asynchronous = `
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
`;

const threads = `
import random, threading, time  ## shown
from concurrent.futures import Pool  ## shown

polgar = threading.Lock()  # there is one of her  ## shown -everything-awaited

def game(board):
    random.stream(2 * BOARDS + board)  ## script
    for move in range(1, {{some pairMoves}} + 1):
        walk_to(board)  ## script -everything-awaited
        random.stream(BOARDS + board)  ## script
        with polgar: time.sleep({{master}})  # she thinks  ## think holds -everything-awaited
        time.sleep({{master}})  # she thinks  ## await-think holds +everything-awaited
        print(f"she moves at board {board}")  ## shown
        log(f"board-{board}", "master-moved", move=move)  ## script
        random.stream(board)  ## script
        time.sleep({{opponent}})  # the opponent thinks  ## reply holds
        print(f"board {board} replies")  ## shown
        log(f"board-{board}", "opponent-moved", move=move)  ## script
    log(f"board-{board}", "game-over")  ## script

def main():
    with Pool(max_workers={{workers}}) as pool:
        list(pool.map(game, range(1, {{boards}} + 1)))  ## gather
`;

const processes = `
import random, time  ## shown
from concurrent.futures import Pool  ## shown

def game(board):
    random.stream(2 * BOARDS + board)  ## script
    for move in range(1, {{some pairMoves}} + 1):
        walk_to(board)  ## script -everything-awaited
        random.stream(BOARDS + board)  ## script
        time.sleep({{master}})  # a master of its own thinks  ## think holds -everything-awaited
        time.sleep({{master}})  # a master of its own thinks  ## await-think holds +everything-awaited
        print(f"she moves at board {board}")  ## shown
        log(f"board-{board}", "master-moved", move=move)  ## script
        random.stream(board)  ## script
        time.sleep({{opponent}})  # the opponent thinks  ## reply holds
        print(f"board {board} replies")  ## shown
        log(f"board-{board}", "opponent-moved", move=move)  ## script
    log(f"board-{board}", "game-over")  ## script

def main():
    with Pool(max_workers={{workers}}) as pool:
        list(pool.map(game, range(1, {{boards}} + 1)))  ## gather
`;

// First come, first served is what the loop does by itself. Under other policies she chooses among all boards whose
// reply is in, which are known a few passes later: when every timer that has gone off has reached its board.
const turns = `BOARDS = {{boards}}
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

/** Where sleeps are kept to, boards are served as they come; she sets out for a table when its turn has come. */
const walking = (attend: string, think: string) => `
BOARDS = {{boards}}
WALKS = "{{walk}}" != "0"
table = None  # where she stands


def walk_to(board):
    global table
    if not WALKS:
        return${attend}
    if table not in (None, board):
        random.stream(3 * BOARDS + 2)
        seconds = {{walk}}
        if seconds > 0:
            log(f"board-{board}", "walks", seconds=seconds)
            ${think}time.sleep(seconds)
    table = board
`;

const alone = walking('', '');
const oneOfHer = `polgar = Working()\n${walking('\n    turn(clock.attend(mine.task))', 'with polgar: ')}`;

/** Policies choose among boards that wait at once, whose workers are free: only the loop has such. */
const without = ['lifo', 'random', 'fewest-left', 'most-left'];

export const texts = new Texts(
  {
    synchronous: { source: synchronous, support: alone, without },
    asynchronous: { source: asynchronous, support: turns },
    threads: { ...onPool('threads', threads, oneOfHer), without },
    processes: { ...onPool('processes', processes, alone), without },
  },
  ['think', 'await-think', 'reply', 'gather'],
);
