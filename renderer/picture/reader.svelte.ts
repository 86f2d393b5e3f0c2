/** Wall milliseconds between two readings at least, and for each part that is read. */
const REST_MS = 1000;
const PART_MS = 10;
/** Wall milliseconds in which a change is still part of the one before. */
const SETTLE_MS = 60;

/**
 * The names of a picture's parts, for a screen reader. They are read again some time after the picture has changed, not at
 * every display frame: nobody can listen that fast, and hundreds of names are costly to change.
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

  /** The parts have changed: `moving` of them go on changing, 0 when they stand still. */
  stale(moving: number): void {
    if (moving === 0) this.stop();
    if (this.#timer !== null) return;
    const rest = moving === 0 ? 0 : this.#lastMs + Math.max(REST_MS, moving * PART_MS) - performance.now();
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
