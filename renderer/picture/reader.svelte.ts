/** Wall milliseconds between two readings at least, and for each table that is read. */
const REST_MS = 1000;
const TABLE_MS = 10;
/** Wall milliseconds in which a change is still part of the one before. */
const SETTLE_MS = 60;

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

  /** The tables have changed: `moving` of them go on changing, 0 when they stand still. */
  stale(moving: number): void {
    if (moving === 0) this.stop();
    if (this.#timer !== null) return;
    const rest = moving === 0 ? 0 : this.#lastMs + Math.max(REST_MS, moving * TABLE_MS) - performance.now();
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        this.#lastMs = performance.now();
        this.#texts = this.#read();
      },
      Math.max(SETTLE_MS, rest),
    );
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
