import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { defineEvents } from '../trace/events.ts';
import type { ModelId } from '../scenario/scenario.ts';
import { grown } from '../grown.ts';
import { Samples } from './samples.ts';

/** The exhibition's events. A task is a board; where it is shown on boards, {move} is in chess notation. */
export const exhibitionEvents = defineEvents({
  masterMoved: { event: 'master-moved', fields: ['move'], says: '{move} at board {board}.' },
  opponentMoved: { event: 'opponent-moved', fields: ['move'], says: 'Board {board} replies {move}.' },
  /** The opponent's last move, which ends the game. */
  lastReply: {
    event: 'opponent-moved',
    fields: ['move'],
    then: 'game-over',
    says: 'Board {board} replies {move}; the game is over.',
  },
  /** The master walks to this board: the work that follows. value: the seconds it takes her. */
  walks: { fields: ['seconds'], says: 'She walks to board {board}, {seconds}.' },
  /** She has walked to this board while its reply was not in. value: the seconds it took her. */
  walkedAhead: {
    event: 'walked-ahead',
    fields: ['seconds'],
    says: 'She has walked to board {board} ahead of its reply, {seconds}.',
  },
});

/** The kinds of events that end a pair of moves: her move has been replied to. */
export const pairKinds: readonly number[] = [exhibitionEvents.kind.opponentMoved, exhibitionEvents.kind.lastReply];

/** Whether events of that kind end a pair: `pairKinds` for those that ask at every event. */
export function endsPair(kind: number): boolean {
  return kind === exhibitionEvents.kind.opponentMoved || kind === exhibitionEvents.kind.lastReply;
}

/** An exhibition in figures; instants and spans in virtual seconds. */
export interface ExhibitionSummary {
  /** How long the master has thought, all boards together. */
  readonly masterBusy: number;
  /** How long she has walked between tables. */
  readonly masterWalked: number;
  /** When her last move so far ended. */
  readonly masterFinished: number;
  /**
   * How long boards are ready until she serves them, on average and at most: from the beginning of the exhibition or their
   * last reply, under every model. 0 before the first.
   */
  readonly meanReady: number;
  readonly maxReady: number;
  /** The same within a game: where games are played one after the other, a game's first wait begins with the game. */
  readonly meanWait: number;
  readonly maxWait: number;
  /** Moves made by both sides. */
  readonly moves: number;
  /** Games that are over. */
  readonly games: number;
}

/**
 * Adds up an exhibition. A board is ready for the master from the beginning, and again from when its reply is in: that is
 * the wait for her. The wait within a game differs where each worker plays one game after the other: there a game's first wait
 * begins with the game.
 */
export class ExhibitionFold implements EventSink {
  readonly #model: ModelId;
  // For each board: since when it has been ready for her, and has waited in its game, which is NaN before the first wait;
  // whether she is about to walk to it; until when she thinks, or walks.
  #ready = new Float64Array(0);
  #since = new Float64Array(0);
  #setsOut = new Uint8Array(0);
  #thinksUntil = new Float64Array(0);
  #walksUntil = new Float64Array(0);
  #size = 0;
  #readyWaits = new Samples();
  #waits = new Samples();
  #busy = 0;
  #walked = 0;
  #finished = 0;
  #moves = 0;
  #games = 0;

  constructor(model: ModelId) {
    this.#model = model;
  }

  event(at: number, kind: number, task: number, value: number): void {
    switch (kind) {
      case Kind.SPAWN:
        this.#admit(task);
        this.#ready[task] = at;
        if (this.#model === 'asynchronous') this.#since[task] = at;
        break;
      case Kind.RUN:
        if (Number.isNaN(this.#since[task])) this.#since[task] = at;
        break;
      case Kind.LOST:
        this.#ready[task] = NaN;
        this.#since[task] = NaN;
        break;
      case Kind.WORK:
        if (this.#setsOut[task] === 1) {
          this.#setsOut[task] = 0;
          this.#walksUntil[task] = at + value;
        } else {
          this.#busy += value;
          this.#thinksUntil[task] = at + value;
          // Of a wait that began where events were left out nobody knows how long it was.
          if (this.#ready[task]! >= 0) this.#readyWaits.add(at - this.#ready[task]!);
          if (this.#since[task]! >= 0) this.#waits.add(at - this.#since[task]!);
        }
        break;
      case exhibitionEvents.kind.walks:
        this.#setsOut[task] = 1;
        this.#walked += value;
        break;
      case exhibitionEvents.kind.walkedAhead:
        this.#walked += value;
        break;
      case exhibitionEvents.kind.masterMoved:
        this.#moves++;
        this.#finished = at;
        break;
      case exhibitionEvents.kind.opponentMoved:
      case exhibitionEvents.kind.lastReply:
        this.#moves++;
        this.#since[task] = at;
        this.#ready[task] = at;
        if (kind === exhibitionEvents.kind.lastReply) this.#games++;
        break;
    }
  }

  events({ at, kind, task, value }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!, value[index]!);
  }

  /** The figures when everything is over that has begun: a move under way counts as a whole. */
  get summary(): ExhibitionSummary {
    return this.summaryAt(Infinity);
  }

  /** The figures at instant `t` (virtual seconds), which is not before the last event. */
  summaryAt(t: number): ExhibitionSummary {
    let [busy, walked] = [this.#busy, this.#walked];
    for (let board = 0; board < this.#size; board++) {
      busy -= Math.max(0, this.#thinksUntil[board]! - t);
      walked -= Math.max(0, this.#walksUntil[board]! - t);
    }
    return {
      masterBusy: busy,
      masterWalked: walked,
      masterFinished: this.#finished,
      meanReady: this.#readyWaits.mean,
      maxReady: this.#readyWaits.max,
      meanWait: this.#waits.mean,
      maxWait: this.#waits.max,
      moves: this.#moves,
      games: this.#games,
    };
  }

  /** How long boards were ready for her until she served them; virtual seconds. */
  get waits(): Samples {
    return this.#readyWaits;
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#size;
  }

  copy(): ExhibitionFold {
    const copy = new ExhibitionFold(this.#model);
    copy.#since = this.#since.slice(0, this.#size);
    copy.#setsOut = this.#setsOut.slice(0, this.#size);
    copy.#thinksUntil = this.#thinksUntil.slice(0, this.#size);
    copy.#walksUntil = this.#walksUntil.slice(0, this.#size);
    copy.#size = this.#size;
    copy.#ready = this.#ready.slice(0, this.#size);
    copy.#readyWaits = this.#readyWaits.copy();
    copy.#waits = this.#waits.copy();
    copy.#busy = this.#busy;
    copy.#walked = this.#walked;
    copy.#finished = this.#finished;
    copy.#moves = this.#moves;
    copy.#games = this.#games;
    return copy;
  }

  #admit(task: number): void {
    this.#size = Math.max(this.#size, task + 1);
    if (task < this.#since.length) return;
    this.#ready = grown(this.#ready, task + 1);
    this.#since = grown(this.#since, task + 1, NaN);
    this.#setsOut = grown(this.#setsOut, task + 1);
    this.#thinksUntil = grown(this.#thinksUntil, task + 1);
    this.#walksUntil = grown(this.#walksUntil, task + 1);
  }
}
