/**
 * The timers of a run in exact (deadline, sequence) order: a binary heap on typed arrays.
 *
 * An entry belongs to a task and is valid as long as the task's ticket is the entry's sequence number. Cancelling
 * a timer is therefore giving the task another ticket: the entry stays behind as a stale one, is dropped when it
 * comes up, and all stale ones are swept together when they are more than half of the heap.
 */
export class Timers {
  #deadlines = new Float64Array(64);
  #sequences = new Float64Array(64);
  #tasks = new Int32Array(64);
  #stale = 0;
  /** Entries in the heap, stale ones included. */
  size = 0;

  /** Deadline of the earliest entry; meaningless when the heap is empty. */
  get deadline(): number {
    return this.#deadlines[0]!;
  }

  /** Sequence number of the earliest entry; meaningless when the heap is empty. */
  get sequence(): number {
    return this.#sequences[0]!;
  }

  /** Task of the earliest entry; meaningless when the heap is empty. */
  get task(): number {
    return this.#tasks[0]!;
  }

  /** Entries that still mean something. */
  get live(): number {
    return this.size - this.#stale;
  }

  push(deadline: number, sequence: number, task: number): void {
    let hole = this.size++;
    if (hole === this.#tasks.length) this.#grow();
    const deadlines = this.#deadlines;
    const sequences = this.#sequences;
    const tasks = this.#tasks;
    // A new timer has the largest sequence number so far, so among equal deadlines it stays below.
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = deadlines[parent]!;
      if (above < deadline || (above === deadline && sequences[parent]! < sequence)) break;
      deadlines[hole] = above;
      sequences[hole] = sequences[parent]!;
      tasks[hole] = tasks[parent]!;
      hole = parent;
    }
    deadlines[hole] = deadline;
    sequences[hole] = sequence;
    tasks[hole] = task;
  }

  /** Removes the earliest entry. */
  pop(): void {
    const last = --this.size;
    if (last === 0) return;
    this.#sift(0, this.#deadlines[last]!, this.#sequences[last]!, this.#tasks[last]!);
  }

  /** Removes the earliest entry when it is a stale one that came up. */
  drop(): void {
    this.#stale--;
    this.pop();
  }

  /** One entry became stale: its task's ticket has changed. */
  forget(tickets: Float64Array): void {
    if (++this.#stale > 64 && this.#stale * 2 > this.size) this.#sweep(tickets);
  }

  #sift(hole: number, deadline: number, sequence: number, task: number): void {
    const deadlines = this.#deadlines;
    const sequences = this.#sequences;
    const tasks = this.#tasks;
    const size = this.size;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      let least = deadlines[child]!;
      const right = child + 1;
      if (right < size) {
        const other = deadlines[right]!;
        if (other < least || (other === least && sequences[right]! < sequences[child]!)) {
          child = right;
          least = other;
        }
      }
      if (deadline < least || (deadline === least && sequence < sequences[child]!)) break;
      deadlines[hole] = least;
      sequences[hole] = sequences[child]!;
      tasks[hole] = tasks[child]!;
      hole = child;
    }
    deadlines[hole] = deadline;
    sequences[hole] = sequence;
    tasks[hole] = task;
  }

  #sweep(tickets: Float64Array): void {
    let kept = 0;
    for (let entry = 0; entry < this.size; entry++) {
      if (tickets[this.#tasks[entry]!] !== this.#sequences[entry]) continue;
      this.#deadlines[kept] = this.#deadlines[entry]!;
      this.#sequences[kept] = this.#sequences[entry]!;
      this.#tasks[kept++] = this.#tasks[entry]!;
    }
    this.size = kept;
    this.#stale = 0;
    for (let node = (kept >> 1) - 1; node >= 0; node--) {
      this.#sift(node, this.#deadlines[node]!, this.#sequences[node]!, this.#tasks[node]!);
    }
  }

  #grow(): void {
    const length = this.#tasks.length * 2;
    this.#deadlines = grown(this.#deadlines, new Float64Array(length));
    this.#sequences = grown(this.#sequences, new Float64Array(length));
    this.#tasks = grown(this.#tasks, new Int32Array(length));
  }
}

/** The larger array, beginning with what the smaller one holds. */
export function grown<A extends Float64Array | Int32Array | Uint8Array | Int16Array>(smaller: A, larger: A): A {
  larger.set(smaller);
  return larger;
}
