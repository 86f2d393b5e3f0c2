import { grown } from '../../shared/grown.ts';

/**
 * A binary heap of (key, sequence, task) on typed arrays, smallest first. Equal keys come out by sequence number,
 * which makes the order total.
 */
export class Heap {
  #keys = new Float64Array(64);
  #sequences = new Float64Array(64);
  #tasks = new Int32Array(64);
  size = 0;

  /** Key of the first entry; meaningless when the heap is empty. */
  get key(): number {
    return this.#keys[0]!;
  }

  /** Sequence number of the first entry, under the same condition. */
  get sequence(): number {
    return this.#sequences[0]!;
  }

  /** Task of the first entry, under the same condition. */
  get task(): number {
    return this.#tasks[0]!;
  }

  push(key: number, sequence: number, task: number): void {
    let hole = this.size++;
    if (hole === this.#tasks.length) this.#grow();
    const keys = this.#keys;
    const sequences = this.#sequences;
    const tasks = this.#tasks;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = keys[parent]!;
      if (above < key || (above === key && sequences[parent]! < sequence)) break;
      keys[hole] = above;
      sequences[hole] = sequences[parent]!;
      tasks[hole] = tasks[parent]!;
      hole = parent;
    }
    keys[hole] = key;
    sequences[hole] = sequence;
    tasks[hole] = task;
  }

  /** Removes the first entry. */
  pop(): void {
    const last = --this.size;
    if (last > 0) this.#sift(0, this.#keys[last]!, this.#sequences[last]!, this.#tasks[last]!);
  }

  /** Takes every entry out and hands it to `take`, in no particular order. */
  drain(take: (key: number, sequence: number, task: number) => void): void {
    const size = this.size;
    this.size = 0;
    for (let entry = 0; entry < size; entry++) take(this.#keys[entry]!, this.#sequences[entry]!, this.#tasks[entry]!);
  }

  /** Keeps only the entries whose task still holds the entry's sequence number as its ticket. */
  sweep(tickets: Float64Array): void {
    let kept = 0;
    for (let entry = 0; entry < this.size; entry++) {
      if (tickets[this.#tasks[entry]!] !== this.#sequences[entry]) continue;
      this.#keys[kept] = this.#keys[entry]!;
      this.#sequences[kept] = this.#sequences[entry]!;
      this.#tasks[kept++] = this.#tasks[entry]!;
    }
    this.size = kept;
    for (let node = (kept >> 1) - 1; node >= 0; node--) {
      this.#sift(node, this.#keys[node]!, this.#sequences[node]!, this.#tasks[node]!);
    }
  }

  #sift(hole: number, key: number, sequence: number, task: number): void {
    const keys = this.#keys;
    const sequences = this.#sequences;
    const tasks = this.#tasks;
    const size = this.size;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      let least = keys[child]!;
      const right = child + 1;
      if (right < size) {
        const other = keys[right]!;
        if (other < least || (other === least && sequences[right]! < sequences[child]!)) {
          child = right;
          least = other;
        }
      }
      if (key < least || (key === least && sequence < sequences[child]!)) break;
      keys[hole] = least;
      sequences[hole] = sequences[child]!;
      tasks[hole] = tasks[child]!;
      hole = child;
    }
    keys[hole] = key;
    sequences[hole] = sequence;
    tasks[hole] = task;
  }

  #grow(): void {
    const length = this.#tasks.length * 2;
    this.#keys = grown(this.#keys, length);
    this.#sequences = grown(this.#sequences, length);
    this.#tasks = grown(this.#tasks, length);
  }
}
