import type { EventSink, Trace } from '../trace/trace.ts';

/**
 * Keeps a fold that remembers its history up to date with a trace that grows, and makes it anew where the trace was
 * cut. The folds that can be asked about any instant by themselves want this; the others want `Snapshots`.
 */
export class Follower<F extends EventSink> {
  readonly #trace: Trace;
  readonly #make: () => F;
  #fold: F;
  #index = 0;

  constructor(trace: Trace, make: () => F) {
    this.#trace = trace;
    this.#make = make;
    this.#fold = make();
  }

  /** The fold of everything the trace holds. It is another one after the trace was cut. */
  get fold(): F {
    this.keepUp();
    return this.#fold;
  }

  /** Takes in what the trace has got since the last time. */
  keepUp(): void {
    const { length } = this.#trace;
    if (this.#index > length) this.truncate(length);
    if (this.#index < length) this.#trace.feed(this.#fold, this.#index, length);
    this.#index = length;
  }

  /** The trace has been cut to `length` events. Needs to be said where it may have grown again since. */
  truncate(length: number): void {
    if (length >= this.#index) return;
    this.#fold = this.#make();
    this.#index = 0;
  }
}
