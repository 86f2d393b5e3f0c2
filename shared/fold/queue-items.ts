import { grown } from '../grown.ts';

/** An item on its way; virtual seconds, NaN for what has not happened. */
export interface ItemAt {
  /** Its packed pair: the producer that made it, and how many items that producer had made before. */
  readonly number: number;
  /** The task that made it. */
  readonly maker: number;
  readonly madeAt: number;
  readonly putAt: number;
  readonly takenAt: number;
}

/** Numbers kept for each item. */
const FIELDS = 4;

/** The items of one queue, oldest first. Those that were taken are swept away when they are most of the array. */
export class Items {
  #fields = new Float64Array(0);
  // Where the first queued item stands, and how many items were put and taken altogether.
  #head = 0;
  put = 0;
  taken = 0;

  push({ number, maker, madeAt, putAt }: ItemAt): void {
    const place = (this.#head + this.put - this.taken) * FIELDS;
    if (place >= this.#fields.length) this.#fields = grown(this.#fields, place + FIELDS);
    this.#fields.set([number, maker, madeAt, putAt], place);
    this.put++;
  }

  /** Takes the first item out. Throws a RangeError where there is none. */
  shift(takenAt: number): ItemAt {
    const item = { ...this.at(0), takenAt };
    this.#head++;
    this.taken++;
    const left = this.put - this.taken;
    if (this.#head > 64 && this.#head > left) {
      this.#fields.copyWithin(0, this.#head * FIELDS, (this.#head + left) * FIELDS);
      this.#head = 0;
    }
    return item;
  }

  /** So many items were put and taken of which nothing else is known: the oldest are gone. */
  pass(put: number, taken: number): void {
    const gone = Math.min(taken, this.put - this.taken);
    this.#head += gone;
    this.put += put;
    this.taken += taken;
  }

  /** Item `index` of the queue, from 0. Throws a RangeError beyond. */
  at(index: number): ItemAt {
    if (!(index >= 0 && index < this.put - this.taken))
      throw new RangeError(`item ${index} of ${this.put - this.taken}`);
    const place = (this.#head + index) * FIELDS;
    const [number, maker, madeAt, putAt] = this.#fields.subarray(place, place + FIELDS);
    return { number: number!, maker: maker!, madeAt: madeAt!, putAt: putAt!, takenAt: NaN };
  }

  /** The item that was put last is called that. */
  nameLast(number: number): void {
    if (this.put > this.taken) this.#fields[(this.#head + this.put - this.taken - 1) * FIELDS] = number;
  }

  /** When the oldest queued item was made; Infinity where the queue is empty. */
  get oldest(): number {
    let oldest = Infinity;
    for (let index = this.#head; index < this.#head + this.put - this.taken; index++) {
      oldest = Math.min(oldest, this.#fields[index * FIELDS + 2]!);
    }
    return oldest;
  }

  copy(): Items {
    const copy = new Items();
    copy.#fields = this.#fields.slice(this.#head * FIELDS, (this.#head + this.put - this.taken) * FIELDS);
    copy.put = this.put;
    copy.taken = this.taken;
    return copy;
  }
}

/** A number for each task that only grows. */
export class Counts {
  #counts = new Uint32Array(0);

  of(task: number): number {
    return this.#counts[task] ?? 0;
  }

  add(task: number, more = 1): void {
    if (task >= this.#counts.length) this.#counts = grown(this.#counts, task + 1);
    this.#counts[task]! += more;
  }

  copy(): Counts {
    const copy = new Counts();
    copy.#counts = this.#counts.slice();
    return copy;
  }
}
