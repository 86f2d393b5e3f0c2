import { Random } from '../../electron/random/random.ts';
import { stream } from '../../electron/random/stream.ts';
import type { ConstantExhibition } from '../../shared/theory/exhibition.ts';

/** What a miniature saw. Seconds. */
export interface Seen {
  makespan: number;
  masterFinished: number;
  /** From a reply (the start, for first moves) to the beginning of her move. */
  waits: number[];
}

/** How a miniature's master chooses her next table. */
export type Choice = 'round-robin' | 'fifo' | 'any';

interface Board {
  readyAt: number;
  /** How many replies were in before this one: what decides between equal times. */
  order: number;
  left: number;
}

/**
 * An exhibition played out move by move for one master who goes from table to table, with nothing of the formulas in it. `any`
 * takes a table at random among those whose reply is in, and walks only when it is another one.
 */
export function tableToTable(e: ConstantExhibition, choice: Choice, seed = 1): Seen {
  const boards: Board[] = Array.from({ length: e.boards }, () => ({ readyAt: 0, order: 0, left: e.pairMoves }));
  const random = new Random(seed);
  const seen: Seen = { makespan: 0, masterFinished: 0, waits: [] };
  let now = 0;
  let at = -1;
  for (let move = 0; move < e.boards * e.pairMoves; move++) {
    const walkTo = (b: number): void => {
      if (at >= 0 && at !== b) now += e.walk ?? 0;
      at = b;
    };
    let next: number;
    if (choice === 'round-robin') {
      next = (at + 1) % e.boards;
      walkTo(next);
      now = Math.max(now, boards[next]!.readyAt);
    } else {
      const open = boards.map((board, b) => ({ ...board, b })).filter(({ left }) => left > 0);
      now = Math.max(now, Math.min(...open.map(({ readyAt }) => readyAt)));
      const ready = open
        .filter(({ readyAt }) => readyAt <= now)
        .sort((a, b) => a.readyAt - b.readyAt || a.order - b.order);
      next = (choice === 'fifo' ? ready[0]! : random.choice(ready)).b;
      walkTo(next);
    }
    const board = boards[next]!;
    seen.waits.push(now - board.readyAt);
    now += e.master;
    seen.masterFinished = now;
    board.left--;
    board.readyAt = now + e.opponent;
    board.order = move + 1;
    seen.makespan = Math.max(seen.makespan, board.readyAt);
  }
  return seen;
}

/**
 * Workers that play one game at a time and take the next board when it is over. The earliest event goes first, ties in the order
 * in which they were made. With `shared` there is one master, a first-come lock; otherwise each worker has one.
 */
export function workersAtBoards(e: ConstantExhibition, workers: number, shared: boolean): Seen {
  const seen: Seen = { makespan: 0, masterFinished: 0, waits: [] };
  const asking: { at: number; order: number; movesLeft: number }[] = [];
  let order = 0;
  let games = e.boards;
  const takeGame = (at: number, first: boolean): void => {
    if (games === 0) return;
    games--;
    asking.push({ at: first ? at : at + (e.walk ?? 0), order: order++, movesLeft: e.pairMoves });
  };
  for (let k = 0; k < workers; k++) takeGame(0, true);
  let masterFreeAt = 0;
  while (asking.length > 0) {
    asking.sort((a, b) => a.at - b.at || a.order - b.order);
    const { at, movesLeft } = asking.shift()!;
    const begins = shared ? Math.max(at, masterFreeAt) : at;
    const ends = begins + e.master;
    if (shared) masterFreeAt = ends;
    seen.waits.push(begins - at);
    seen.masterFinished = Math.max(seen.masterFinished, ends);
    seen.makespan = Math.max(seen.makespan, ends + e.opponent);
    if (movesLeft > 1) asking.push({ at: ends + e.opponent, order: order++, movesLeft: movesLeft - 1 });
    else takeGame(ends + e.opponent, false);
  }
  return seen;
}

/** An arrival at a station: when it came, when its service began, when it left. */
export interface Visit {
  arrivedAt: number;
  servedAt: number;
  leftAt: number;
}

/** First come first served at c servers, with exponential gaps and services; begins and ends empty. */
export function visits(arrivalsPerSecond: number, serviceTime: number, servers: number, customers: number): Visit[] {
  const gaps = stream(2026, 1);
  const services = stream(2026, 2);
  const freeAt = new Array<number>(servers).fill(0);
  let now = 0;
  return Array.from({ length: customers }, () => {
    now += gaps.expovariate(arrivalsPerSecond);
    const server = freeAt.indexOf(Math.min(...freeAt));
    const servedAt = Math.max(now, freeAt[server]!);
    const leftAt = servedAt + services.expovariate(1 / serviceTime);
    freeAt[server] = leftAt;
    return { arrivedAt: now, servedAt, leftAt };
  });
}
