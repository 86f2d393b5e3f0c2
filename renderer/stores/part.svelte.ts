/**
 * A part of the page whose code is a file of its own. It arrives when it is wanted, or when the page has nothing else
 * to do.
 */
export class Part<T> {
  readonly #load: () => Promise<T>;
  #value = $state.raw<T | null>(null);
  #arrival: Promise<T> | null = null;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Null until it has arrived. */
  get value(): T | null {
    return this.#value;
  }

  /** Has it arrive. Rejects where its file cannot be had; whoever asks again tries again. */
  arrive(): Promise<T> {
    this.#arrival ??= this.#load().then(
      (value) => (this.#value = value),
      (error: unknown) => {
        this.#arrival = null;
        throw error;
      },
    );
    return this.#arrival;
  }
}

/** Has parts arrive one after the other, each when `idle` says so. One that cannot be had is left for whoever wants it. */
export async function arriveInTurn(parts: readonly Part<unknown>[], idle: () => Promise<void>): Promise<void> {
  for (const part of parts) {
    await idle();
    await part.arrive().catch(() => {});
  }
}
