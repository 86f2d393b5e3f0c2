import type { WallClock } from '../../electron/host/wall-clock.ts';

const TURNS_MAX = 1_000_000;

interface Waiting {
  readonly atMs: number;
  readonly sequence: number;
  readonly turn: () => void;
}

/** A wall clock that is moved by hand: what is scheduled runs in order of time when `advance` comes to it. */
export class HandClock implements WallClock {
  /** Milliseconds that go by whenever somebody looks at the clock, as if work had been done in between. */
  lookMs = 0;
  #now = 0;
  #sequence = 0;
  #waiting: Waiting[] = [];

  nowMs(): number {
    this.#now += this.lookMs;
    return this.#now;
  }

  schedule(delayMs: number, turn: () => void): () => void {
    const entry = { atMs: this.#now + Math.max(0, delayMs), sequence: this.#sequence++, turn };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== entry);
    };
  }

  /** Lets `ms` go by, and runs whatever comes due meanwhile. */
  advance(ms = 0): void {
    const until = this.#now + ms;
    for (let turns = 0; ; turns++) {
      if (turns === TURNS_MAX) throw new Error('this never comes to rest');
      const next = this.#first();
      if (next === null || next.atMs > until) break;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.atMs);
      next.turn();
    }
    this.#now = Math.max(this.#now, until);
  }

  #first(): Waiting | null {
    let first: Waiting | null = null;
    for (const each of this.#waiting) {
      const sooner = first === null || each.atMs < first.atMs;
      if (sooner || (each.atMs === first!.atMs && each.sequence < first!.sequence)) first = each;
    }
    return first;
  }

  /** How many turns are waiting. */
  get waiting(): number {
    return this.#waiting.length;
  }
}
