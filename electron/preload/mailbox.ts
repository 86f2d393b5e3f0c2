/** Hands things to one listener, in order; what comes before there is one is kept for it. */
export class Mailbox<T> {
  #listener: ((thing: T) => void) | null = null;
  readonly #kept: T[] = [];

  put(thing: T): void {
    if (this.#listener === null) this.#kept.push(thing);
    else this.#listener(thing);
  }

  /** Gives the listener what has been kept, and everything from now on. It takes the place of the one before. */
  give(listener: (thing: T) => void): void {
    this.#listener = listener;
    for (const thing of this.#kept.splice(0)) listener(thing);
  }
}
