/**
 * A fold at any instant of a trace, forwards and backwards: copies of it are kept on the way, and an instant is
 * reached from the nearest copy before it. The trace may still grow.
 */
import type { EventSink, Trace } from '../trace/trace.ts';

/** A fold that can be copied: afterwards the copy and the original are fed apart from each other. */
export interface Copyable<F> extends EventSink {
  copy(): F;
  /** How many tasks, or the like, there are: what a copy costs. */
  readonly size?: number;
}

export interface SnapshotOptions {
  /** Events between two copies, to begin with. */
  readonly every?: number;
  /** Copies that are kept at most; when there are more, every other one goes. At least 1. */
  readonly most?: number;
}

export class Snapshots<F extends Copyable<F>> {
  readonly #trace: Trace;
  readonly #make: () => F;
  readonly #most: number;
  #every: number;
  // Copies in order, and after how many events each was made.
  #copies: F[] = [];
  #indices: number[] = [];
  // The fold that is handed out. It stays where it is, and goes on from there if that is nearer.
  #current: F;
  #index = 0;
  // The fold that runs ahead and makes copies on its way: going ahead must not move the one that is handed out, or each
  // display frame would fold the same events twice. Null until somebody goes ahead.
  #ahead: F | null = null;
  #aheadIndex = 0;

  constructor(trace: Trace, make: () => F, { every = 4096, most = 256 }: SnapshotOptions = {}) {
    this.#trace = trace;
    this.#make = make;
    this.#every = every;
    this.#most = most;
    this.#current = make();
  }

  /**
   * The fold of everything up to and including instant `t` (virtual seconds). It belongs to the snapshots and moves on
   * with the next question; copy what is to stay.
   */
  at(t: number): F {
    return this.atIndex(this.#trace.countUntil(t));
  }

  /** The fold of the first `index` events, on the same terms. Throws a RangeError when there are fewer. */
  atIndex(index: number): F {
    const { length } = this.#trace;
    if (!(index >= 0 && index <= length))
      throw new RangeError(`the first ${index} events of a trace that has ${length}`);
    // A cut of the trace need not be told unless the trace grows again before the next question.
    if (this.#reach > length) this.truncate(length);
    this.#approach(index);
    this.#index = this.#feed(this.#current, this.#index, index);
    return this.#current;
  }

  /**
   * Goes on by at most `budget` events from where the fold or its last copy is. Returns whether the trace holds more.
   * What `at` has handed out stays where it is.
   */
  advance(budget: number): boolean {
    const { length } = this.#trace;
    if (this.#reach > length) this.truncate(length);
    const from = this.#reach;
    const next = Math.min(length, from + budget);
    if (next === from) return next < length;
    if (this.#ahead === null || this.#aheadIndex < from) {
      const copied = this.#indices.at(-1) ?? 0;
      this.#ahead = this.#index === from ? this.#current.copy() : this.#copies.at(-1)!.copy();
      this.#aheadIndex = this.#index === from ? from : copied;
    }
    this.#aheadIndex = this.#feed(this.#ahead, this.#aheadIndex, next);
    return next < length;
  }

  /** The trace has been cut to `length` events: forgets what lay behind, also if it has grown again since. */
  truncate(length: number): void {
    while ((this.#indices.at(-1) ?? 0) > length) {
      this.#indices.pop();
      this.#copies.pop();
    }
    if (this.#index > length) this.#restart();
    if (this.#aheadIndex <= length) return;
    this.#ahead = null;
    this.#aheadIndex = 0;
  }

  /** How many copies there are. */
  get kept(): number {
    return this.#copies.length;
  }

  get #reach(): number {
    return Math.max(this.#index, this.#aheadIndex, this.#indices.at(-1) ?? 0);
  }

  /** Feeds a fold up to event `to`, and keeps copies of it on the way where there are none yet. */
  #feed(fold: F, from: number, to: number): number {
    while (from < to) {
      const due = (this.#indices.at(-1) ?? 0) + Math.max(this.#every, 2 * (fold.size ?? 0));
      const stop = from < due ? Math.min(to, due) : to;
      this.#trace.feed(fold, from, stop);
      from = stop;
      if (stop >= due) this.#keep(fold, stop);
    }
    return to;
  }

  /** Goes to the nearest place from which `index` can be reached forwards. */
  #approach(index: number): void {
    let nearest = this.#indices.length - 1;
    while (nearest >= 0 && this.#indices[nearest]! > index) nearest--;
    const from = nearest < 0 ? 0 : this.#indices[nearest]!;
    if (this.#index <= index && this.#index >= from) return;
    if (nearest < 0) return this.#restart();
    this.#current = this.#copies[nearest]!.copy();
    this.#index = from;
  }

  #restart(): void {
    this.#current = this.#make();
    this.#index = 0;
  }

  #keep(fold: F, index: number): void {
    this.#copies.push(fold.copy());
    this.#indices.push(index);
    if (this.#copies.length <= this.#most) return;
    this.#copies = this.#copies.filter((_, place) => place % 2 === 1);
    this.#indices = this.#indices.filter((_, place) => place % 2 === 1);
    this.#every *= 2;
  }
}
