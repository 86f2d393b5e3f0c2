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
    while (this.#index < index) {
      const due = (this.#indices.at(-1) ?? 0) + Math.max(this.#every, 2 * (this.#current.size ?? 0));
      const stop = this.#index < due ? Math.min(index, due) : index;
      this.#trace.feed(this.#current, this.#index, stop);
      this.#index = stop;
      if (stop >= due) this.#keep();
    }
    return this.#current;
  }

  /**
   * Goes on by at most `budget` events from where the fold or its last copy is. Returns whether the trace holds more.
   */
  advance(budget: number): boolean {
    const { length } = this.#trace;
    const next = Math.min(length, this.#reach + budget);
    if (next > this.#reach) this.atIndex(next);
    return next < length;
  }

  /** The trace has been cut to `length` events: forgets what lay behind, also if it has grown again since. */
  truncate(length: number): void {
    while ((this.#indices.at(-1) ?? 0) > length) {
      this.#indices.pop();
      this.#copies.pop();
    }
    if (this.#index > length) this.#restart();
  }

  /** How many copies there are. */
  get kept(): number {
    return this.#copies.length;
  }

  get #reach(): number {
    return Math.max(this.#index, this.#indices.at(-1) ?? 0);
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

  #keep(): void {
    this.#copies.push(this.#current.copy());
    this.#indices.push(this.#index);
    if (this.#copies.length <= this.#most) return;
    this.#copies = this.#copies.filter((_, place) => place % 2 === 1);
    this.#indices = this.#indices.filter((_, place) => place % 2 === 1);
    this.#every *= 2;
  }
}
