/**
 * The boards of an exhibition and the masters who walk between them. Board b is task b: the main task is number 0.
 */
import type { ModelId } from '../scenario/scenario.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { exhibitionEvents } from './exhibition.ts';
import { grown } from '../grown.ts';
import { Masters, type MasterAt } from './masters.ts';

/** What goes on at a board. */
export const BoardPhase = {
  ABSENT: 0,
  /** It is the master's move, and she is elsewhere. */
  WAITS: 1,
  /** It is the master's move, and she is on her way. */
  AWAITED: 2,
  /** The master thinks. */
  MASTER: 3,
  /** The opponent thinks. */
  OPPONENT: 4,
  /** The game is over. */
  OVER: 5,
} as const;

export type BoardPhase = (typeof BoardPhase)[keyof typeof BoardPhase];

const { masterMoved, opponentMoved, lastReply } = exhibitionEvents.kind;
const moves: readonly number[] = [masterMoved, opponentMoved, lastReply];

/** One board at one instant; virtual seconds. */
export interface BoardAt {
  readonly phase: BoardPhase;
  /** Moves made by both sides. */
  readonly plies: number;
  /** Moves that have been replied to. */
  readonly pairs: number;
  /** Whose move it is; null before and after the game. */
  readonly turn: 'master' | 'opponent' | null;
  /** Whether it is the master's move and she does not think about it yet. */
  readonly waits: boolean;
  readonly over: boolean;
  /** Since when it is in this phase. */
  readonly since: number;
  /** When the phase will be over; NaN where that is not known. */
  readonly until: number;
}

/** The boards after the events seen so far; they hold from the last of them until the next one comes. */
export class BoardsFold implements EventSink {
  readonly #model: ModelId;
  #phases = new Uint8Array(0);
  #plies = new Int32Array(0);
  #since = new Float64Array(0);
  #until = new Float64Array(0);
  #workers = new Int32Array(0);
  #size = 0;
  #masters = new Masters();
  // Whether her thinking has been seen to be awaited: then there is one of her at every board.
  #everywhere = false;

  constructor(model: ModelId) {
    this.#model = model;
  }

  event(at: number, kind: number, task: number, value: number, line = 0): void {
    if (task <= 0) return;
    switch (kind) {
      case Kind.SPAWN:
        if (task > this.#size) this.#admit(task);
        return this.#enter(task, BoardPhase.WAITS, at, NaN);
      case Kind.RUN:
        // With one processor there is one master, whichever worker the board is played on.
        if (!this.#everywhere) this.#workers[task] = this.#model === 'processes' ? value : 0;
        return;
      case exhibitionEvents.kind.walkedAhead:
        return this.#masters.hasWalked(this.#workers[task]!, value);
      case exhibitionEvents.kind.walks:
        return this.#masters.setsOut(this.#workers[task]!);
      case Kind.WORK: {
        const walks = this.#masters.works(this.#workers[task]!, task, at, value);
        return this.#enter(task, walks ? BoardPhase.AWAITED : BoardPhase.MASTER, at, at + value);
      }
      case Kind.SLEEP:
      case Kind.BLOCK:
        if (this.#phases[task] === BoardPhase.WAITS) return this.#thinksAsleep(task, at, value, kind === Kind.SLEEP);
        this.#until[task] = at + value;
        return;
      case exhibitionEvents.kind.masterMoved:
        this.#plies[task]!++;
        this.#masters.stands(this.#workers[task]!, at);
        return this.#enter(task, BoardPhase.OPPONENT, at, NaN);
      case exhibitionEvents.kind.opponentMoved:
        this.#plies[task]!++;
        return this.#enter(task, BoardPhase.WAITS, at, NaN);
      case Kind.SKIP:
        if (moves.includes(line)) this.#plies[task]! += value;
        return;
      case exhibitionEvents.kind.lastReply:
        this.#plies[task]!++;
        return this.#enter(task, BoardPhase.OVER, at, NaN);
    }
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  /** How many boards there are; they are numbered from 1. */
  get size(): number {
    return this.#size;
  }

  board(board: number): BoardAt {
    const phase = this.phaseOf(board);
    const plies = this.#plies[board] ?? 0;
    const waits = phase === BoardPhase.WAITS || phase === BoardPhase.AWAITED;
    return {
      phase,
      plies,
      pairs: plies >> 1,
      turn: waits || phase === BoardPhase.MASTER ? 'master' : phase === BoardPhase.OPPONENT ? 'opponent' : null,
      waits,
      over: phase === BoardPhase.OVER,
      since: this.#since[board] ?? NaN,
      until: this.#until[board] ?? NaN,
    };
  }

  phaseOf(board: number): BoardPhase {
    return (this.#phases[board] ?? BoardPhase.ABSENT) as BoardPhase;
  }

  pliesOf(board: number): number {
    return this.#plies[board] ?? 0;
  }

  /** How much of what goes on at a board is over at instant `t`, 0..1; 1 where that is not known. */
  shareAt(board: number, t: number): number {
    const since = this.#since[board] ?? NaN;
    const whole = (this.#until[board] ?? NaN) - since;
    return whole > 0 ? Math.min(1, Math.max(0, t - since) / whole) : 1;
  }

  /** Whether a wait for a reply keeps her at the board. */
  get keeps(): boolean {
    return this.#model !== 'asynchronous';
  }

  /** Whether her own thinking is awaited like a reply, so that she is at every board at once. */
  get everywhere(): boolean {
    return this.#everywhere;
  }

  /** How many masters have been seen: one, or one for each worker that has processes of its own. */
  get masters(): number {
    return this.#masters.size;
  }

  /** Where a master is at instant `t`; they are numbered from 0. */
  masterAt(master: number, t: number): MasterAt {
    return this.#masters.masterAt(master, t);
  }

  copy(): BoardsFold {
    const copy = new BoardsFold(this.#model);
    copy.#phases = this.#phases.slice(0, this.#size + 1);
    copy.#plies = this.#plies.slice(0, this.#size + 1);
    copy.#since = this.#since.slice(0, this.#size + 1);
    copy.#until = this.#until.slice(0, this.#size + 1);
    copy.#workers = this.#workers.slice(0, this.#size + 1);
    copy.#size = this.#size;
    copy.#masters = this.#masters.copy();
    copy.#everywhere = this.#everywhere;
    return copy;
  }

  /**
   * Her move is waited for as if it were a reply. Where the wait gives the worker away that takes a master at each board,
   * however many there are.
   */
  #thinksAsleep(board: number, at: number, seconds: number, away: boolean): void {
    if (away) {
      this.#everywhere = true;
      this.#workers[board] = board - 1;
    }
    this.#masters.works(this.#workers[board]!, board, at, seconds);
    this.#enter(board, BoardPhase.MASTER, at, at + seconds);
  }

  #enter(board: number, phase: BoardPhase, at: number, until: number): void {
    this.#phases[board] = phase;
    this.#since[board] = at;
    this.#until[board] = until;
  }

  #admit(board: number): void {
    this.#size = board;
    if (board < this.#phases.length) return;
    this.#phases = grown(this.#phases, board + 1);
    this.#plies = grown(this.#plies, board + 1);
    this.#since = grown(this.#since, board + 1, NaN);
    this.#until = grown(this.#until, board + 1, NaN);
    this.#workers = grown(this.#workers, board + 1);
  }
}
