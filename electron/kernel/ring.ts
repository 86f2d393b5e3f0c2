/** A first-in first-out queue of 32-bit integers that grows by doubling and never allocates otherwise. */
export class IntRing {
  #items: Int32Array;
  #mask: number;
  #head = 0;
  /** How many integers are queued. */
  size = 0;

  constructor(capacity = 16) {
    const length = 2 ** Math.ceil(Math.log2(Math.max(2, capacity)));
    this.#items = new Int32Array(length);
    this.#mask = length - 1;
  }

  push(item: number): void {
    if (this.size > this.#mask) this.#grow();
    this.#items[(this.#head + this.size++) & this.#mask] = item;
  }

  /** Puts an integer before the oldest. */
  unshift(item: number): void {
    if (this.size > this.#mask) this.#grow();
    this.#head = (this.#head - 1) & this.#mask;
    this.#items[this.#head] = item;
    this.size++;
  }

  /** Takes the oldest integer. The caller knows that there is one: an empty ring returns rubbish. */
  shift(): number {
    const item = this.#items[this.#head]!;
    this.#head = (this.#head + 1) & this.#mask;
    this.size--;
    return item;
  }

  /** Takes the newest integer, under the same condition. */
  pop(): number {
    return this.#items[(this.#head + --this.size) & this.#mask]!;
  }

  /** The integer `index` places behind the oldest. */
  at(index: number): number {
    return this.#items[(this.#head + index) & this.#mask]!;
  }

  set(index: number, item: number): void {
    this.#items[(this.#head + index) & this.#mask] = item;
  }

  indexOf(item: number): number {
    for (let index = 0; index < this.size; index++) if (this.at(index) === item) return index;
    return -1;
  }

  /** How many of the integers are such. */
  count(such: (item: number) => boolean): number {
    let count = 0;
    for (let index = 0; index < this.size; index++) if (such(this.at(index))) count++;
    return count;
  }

  #grow(): void {
    const larger = new Int32Array(this.#items.length * 2);
    larger.set(this.#items.subarray(this.#head));
    larger.set(this.#items.subarray(0, this.#head), this.#items.length - this.#head);
    this.#items = larger;
    this.#mask = larger.length - 1;
    this.#head = 0;
  }
}
