/** Wall milliseconds between two readings at least. */
const REST_MS = 1000;

/**
 * What a hall says of its tables to those who do not see it. It is read off again some time after it has changed, not
 * at every display frame: nobody can listen that fast, and hundreds of names are costly to change.
 */
export class Reader {
  readonly #read: () => readonly string[];
  #texts = $state.raw<readonly string[]>([]);
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastMs = -Infinity;

  constructor(read: () => readonly string[]) {
    this.#read = read;
  }

  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The tables have changed. */
  stale(): void {
    if (this.#timer !== null) return;
    const rest = Math.max(60, this.#lastMs + REST_MS - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#lastMs = performance.now();
      this.#texts = this.#read();
    }, rest);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}
