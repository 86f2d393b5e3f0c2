import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import type { Vocabulary } from '../trace/vocabulary.ts';
import type { ModelId } from '../scenario/scenario.ts';

/** Numbers of the exhibition's notes: places in its vocabulary. */
export const ExhibitionNote = {
  MASTER_MOVED: 0,
  OPPONENT_MOVED: 1,
  /** The opponent's last move, which ends the game. */
  LAST_REPLY: 2,
  /** The master walks to this board: the work that follows. value: the seconds it takes her. */
  WALKS: 3,
  /** She has walked to this board while its reply was not in. value: the seconds it took her. */
  WALKED_AHEAD: 4,
} as const;

/** The exhibition's own words. A task is a board. */
export const exhibitionVocabulary: Vocabulary = [
  { event: 'master-moved', fields: ['move'] },
  { event: 'opponent-moved', fields: ['move'] },
  { event: 'opponent-moved', fields: ['move'], then: 'game-over' },
  { event: 'walks', fields: ['seconds'] },
  { event: 'walked-ahead', fields: ['seconds'] },
];

/** An exhibition in figures; instants and spans in virtual seconds. */
export interface ExhibitionSummary {
  /** How long the master has thought, all boards together. */
  readonly masterBusy: number;
  /** How long she has walked between tables. */
  readonly masterWalked: number;
  /** When her last move so far ended. */
  readonly masterFinished: number;
  /** Mean time from the moment a board waits for her to the moment she turns to it; 0 before the first. */
  readonly meanWait: number;
  readonly maxWait: number;
  /** Moves made by both sides. */
  readonly moves: number;
  /** Games that are over. */
  readonly games: number;
}

/**
 * Adds up an exhibition. A board waits for the master from when its reply is in. Its first wait begins with the
 * exhibition where all games go on at once, and with the game where each worker plays one game after the other.
 */
export class ExhibitionFold implements EventSink {
  readonly #together: boolean;
  readonly #since: number[] = [];
  readonly #walking: boolean[] = [];
  #busy = 0;
  #walked = 0;
  #finished = 0;
  #waits = 0;
  #waited = 0;
  #longest = 0;
  #moves = 0;
  #games = 0;

  constructor(model: ModelId) {
    this.#together = model === 'asynchronous';
  }

  event(at: number, kind: number, task: number, value: number): void {
    switch (kind) {
      case Kind.SPAWN:
        if (this.#together) this.#since[task] = at;
        break;
      case Kind.RUN:
        this.#since[task] ??= at;
        break;
      case Kind.WORK:
        if (this.#walking[task]) {
          this.#walking[task] = false;
        } else {
          this.#busy += value;
          this.#wait(at - this.#since[task]!);
        }
        break;
      case Kind.NOTE + ExhibitionNote.WALKS:
        this.#walking[task] = true;
        this.#walked += value;
        break;
      case Kind.NOTE + ExhibitionNote.WALKED_AHEAD:
        this.#walked += value;
        break;
      case Kind.NOTE + ExhibitionNote.MASTER_MOVED:
        this.#moves++;
        this.#finished = at;
        break;
      case Kind.NOTE + ExhibitionNote.OPPONENT_MOVED:
      case Kind.NOTE + ExhibitionNote.LAST_REPLY:
        this.#moves++;
        this.#since[task] = at;
        if (kind === Kind.NOTE + ExhibitionNote.LAST_REPLY) this.#games++;
        break;
    }
  }

  get summary(): ExhibitionSummary {
    return {
      masterBusy: this.#busy,
      masterWalked: this.#walked,
      masterFinished: this.#finished,
      meanWait: this.#waits === 0 ? 0 : this.#waited / this.#waits,
      maxWait: this.#longest,
      moves: this.#moves,
      games: this.#games,
    };
  }

  #wait(seconds: number): void {
    this.#waits++;
    this.#waited += seconds;
    this.#longest = Math.max(this.#longest, seconds);
  }
}
