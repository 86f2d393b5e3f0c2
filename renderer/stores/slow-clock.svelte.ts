import { untrack } from 'svelte';

/** Wall milliseconds between two drawings of a chart while the clock goes. */
export const SLOW_MS = 100;

/** An instant that follows another one at most ten times a second, and reaches it when it stands still. */
export class SlowClock {
  #at = $state.raw(0);
  #lastMs = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Follows `at` from now on. To be made where effects may be. */
  constructor(at: () => number) {
    this.#at = untrack(at);
    $effect(() => {
      const next = at();
      const left = this.#lastMs + SLOW_MS - performance.now();
      clearTimeout(this.#timer);
      if (left <= 0) this.#show(next);
      else this.#timer = setTimeout(() => this.#show(next), left);
      return () => clearTimeout(this.#timer);
    });
  }

  get at(): number {
    return this.#at;
  }

  #show(at: number): void {
    this.#lastMs = performance.now();
    this.#at = at;
  }
}
