/** A first-in first-out queue of anything, on a ring that grows by doubling. */
export class Deque<T> {
  #items: (T | undefined)[] = new Array<T | undefined>(4).fill(undefined);
  #head = 0;
  /** How many items are queued. */
  size = 0;

  push(item: T): void {
    if (this.size === this.#items.length) this.#grow();
    this.#items[(this.#head + this.size++) & (this.#items.length - 1)] = item;
  }

  /** Takes the oldest item. The caller knows that there is one. */
  shift(): T {
    const item = this.#items[this.#head] as T;
    this.#items[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#items.length - 1);
    this.size--;
    return item;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = 0; index < this.size; index++) {
      yield this.#items[(this.#head + index) & (this.#items.length - 1)] as T;
    }
  }

  #grow(): void {
    const items = [...this] as (T | undefined)[];
    items.length = this.size * 2;
    this.#items = items.fill(undefined, this.size);
    this.#head = 0;
  }
}
