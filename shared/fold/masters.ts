import { grown } from '../grown.ts';

export const MasterPhase = {
  /** She has not come to a board yet. */
  ABSENT: 0,
  /** She has made her move and is still at that board. */
  STANDS: 1,
  WALKS: 2,
  THINKS: 3,
} as const;

export type MasterPhase = (typeof MasterPhase)[keyof typeof MasterPhase];

/** One master at one instant; virtual seconds. */
export interface MasterAt {
  readonly phase: MasterPhase;
  /** The board she is at, or walks to; 0 before the first. */
  readonly board: number;
  /** The board she came from; 0 for none. */
  readonly from: number;
  /** Since when she stands, walks or thinks, and until when; NaN where that is not known. */
  readonly since: number;
  readonly until: number;
  /** How much of her way or her thinking is behind her, 0..1; 1 while she stands. */
  readonly progress: number;
}

/** Where the masters are. They are told about in the order of the trace. */
export class Masters {
  #phases = new Uint8Array(0);
  #boards = new Int32Array(0);
  #from = new Int32Array(0);
  #since = new Float64Array(0);
  #until = new Float64Array(0);
  // What was said about her next way: whether she still has to walk, and for how long she has walked already.
  #setsOut = new Uint8Array(0);
  #walked = new Float64Array(0);
  #size = 0;

  /** She has walked for `seconds` towards the board where she works next. */
  hasWalked(master: number, seconds: number): void {
    this.#admit(master);
    this.#walked[master] = seconds;
  }

  /** Her next work is the walk to a board. */
  setsOut(master: number): void {
    this.#admit(master);
    this.#setsOut[master] = 1;
  }

  /** She begins to work at a board, or to walk there if that was said; returns whether she walks. */
  works(master: number, board: number, at: number, seconds: number): boolean {
    this.#admit(master);
    const walks = this.#setsOut[master] === 1;
    if (this.#boards[master] !== board) {
      this.#from[master] = this.#boards[master]!;
      this.#boards[master] = board;
    }
    this.#phases[master] = walks ? MasterPhase.WALKS : MasterPhase.THINKS;
    this.#since[master] = at;
    this.#until[master] = at + seconds;
    if (!walks) this.#walked[master] = 0;
    this.#setsOut[master] = 0;
    return walks;
  }

  /** She has made her move and stays where she is. */
  stands(master: number, at: number): void {
    this.#admit(master);
    this.#phases[master] = MasterPhase.STANDS;
    this.#since[master] = at;
    this.#until[master] = NaN;
  }

  get size(): number {
    return this.#size;
  }

  masterAt(master: number, t: number): MasterAt {
    const phase = (this.#phases[master] ?? MasterPhase.ABSENT) as MasterPhase;
    const since = this.#since[master] ?? NaN;
    const until = this.#until[master] ?? NaN;
    const before = phase === MasterPhase.WALKS ? this.#walked[master]! : 0;
    const whole = before + until - since;
    return {
      phase,
      board: this.#boards[master] ?? 0,
      from: this.#from[master] ?? 0,
      since,
      until,
      progress: whole > 0 ? Math.min(1, (before + Math.max(0, t - since)) / whole) : 1,
    };
  }

  copy(): Masters {
    const copy = new Masters();
    copy.#phases = this.#phases.slice(0, this.#size);
    copy.#boards = this.#boards.slice(0, this.#size);
    copy.#from = this.#from.slice(0, this.#size);
    copy.#since = this.#since.slice(0, this.#size);
    copy.#until = this.#until.slice(0, this.#size);
    copy.#setsOut = this.#setsOut.slice(0, this.#size);
    copy.#walked = this.#walked.slice(0, this.#size);
    copy.#size = this.#size;
    return copy;
  }

  #admit(master: number): void {
    if (master < this.#size) return;
    this.#size = master + 1;
    if (master < this.#phases.length) return;
    this.#phases = grown(this.#phases, this.#size);
    this.#boards = grown(this.#boards, this.#size);
    this.#from = grown(this.#from, this.#size);
    this.#since = grown(this.#since, this.#size, NaN);
    this.#until = grown(this.#until, this.#size, NaN);
    this.#setsOut = grown(this.#setsOut, this.#size);
    this.#walked = grown(this.#walked, this.#size);
  }
}
