/**
 * The timers of a run in exact (deadline, sequence) order.
 *
 * An entry belongs to a task and is valid as long as the task's ticket is the entry's sequence number. Cancelling
 * a timer is therefore giving the task another ticket: the entry stays behind as a stale one, is dropped when it
 * comes up, and all stale ones are swept together when they are more than half of all.
 *
 * Few timers are kept in one heap. Many are kept in three parts, because a large heap is slow to sift: a heap of
 * the near future, buckets of equal width behind it, and a list of all that is later. Buckets and list are not
 * sorted; a bucket is poured into the heap when its time has come, and the list is dealt out into new buckets when
 * the old ones are used up. `place` is a deadline's bucket, a monotone function of it, so no two timers change
 * their order by being in different parts.
 */
import { Heap } from './heap.ts';

/** Timers in the heap from which on they are dealt out into buckets. */
const MANY = 512;
/** Timers that a bucket should hold on average. */
const PER_BUCKET = 8;
const NONE = -1;

export class Timers {
  readonly #near = new Heap();
  // A deadline's place is (deadline - base) * scale. Scale 0 puts everything at place 0: in the heap.
  #base = NaN;
  #scale = NaN;
  /** The heap holds places below this. */
  #poured = 1;
  #buckets = 1;
  #split = MANY;

  // Entries outside the heap are rows, linked into the lists of buckets, the late and the free. A row lies in one
  // place of 24 bytes, because finding it in memory is what it costs when there are many: two doubles, deadline and
  // sequence, then two integers, task and next row, seen through two views.
  #doubles = new Float64Array(0);
  #integers = new Int32Array(0);
  #room = 0;
  #rows = 0;
  #free = NONE;
  #heads = new Int32Array(0);
  #late = NONE;
  #lateCount = 0;
  // No late deadline is outside these.
  #lateFirst = NaN;
  #lateLast = NaN;
  #bucketed = 0;
  #stale = 0;

  /** Entries, stale ones included. */
  get size(): number {
    return this.#near.size + this.#bucketed + this.#lateCount;
  }

  /** Entries that still mean something. */
  get live(): number {
    return this.size - this.#stale;
  }

  /** Whether there is no entry, not even a stale one. */
  get empty(): boolean {
    return this.#near.size === 0;
  }

  /** Deadline of the earliest entry; meaningless when there is none. */
  get deadline(): number {
    return this.#near.key;
  }

  /** Sequence number of the earliest entry, under the same condition. */
  get sequence(): number {
    return this.#near.sequence;
  }

  /** Task of the earliest entry, under the same condition. */
  get task(): number {
    return this.#near.task;
  }

  constructor() {
    this.#gather();
  }

  push(deadline: number, sequence: number, task: number): void {
    const place = (deadline - this.#base) * this.#scale;
    if (place < this.#poured) {
      this.#near.push(deadline, sequence, task);
      if (this.#near.size > this.#split) this.#deal();
    } else if (place < this.#buckets) {
      this.#bucketed++;
      const bucket = Math.trunc(place);
      this.#heads[bucket] = this.#row(deadline, sequence, task, this.#heads[bucket]!);
    } else {
      this.#putLate(deadline, sequence, task);
    }
  }

  /** Removes the earliest entry. */
  pop(): void {
    this.#near.pop();
    if (this.#near.size === 0) this.#pour();
  }

  /** Removes the earliest entry, which is a stale one. */
  drop(): void {
    this.#stale--;
    this.pop();
  }

  /** One entry became stale: its task's ticket has changed. */
  forget(tickets: Float64Array): void {
    if (++this.#stale < 64 || this.#stale * 2 < this.size) return;
    this.#stale = 0;
    this.#near.sweep(tickets);
    for (let bucket = this.#poured; bucket < this.#buckets; bucket++) {
      this.#heads[bucket] = this.#sweep(this.#heads[bucket]!, tickets);
    }
    this.#late = this.#sweep(this.#late, tickets);
    this.#bucketed = this.#lateCount = 0;
    for (let bucket = this.#poured; bucket < this.#buckets; bucket++)
      this.#bucketed += this.#count(this.#heads[bucket]!);
    this.#lateCount = this.#count(this.#late);
    if (this.#near.size === 0) this.#pour();
  }

  /** The heap is empty: fills it with what comes next. */
  #pour(): void {
    if (this.#bucketed > 0) {
      let bucket = this.#poured;
      while (this.#heads[bucket] === NONE) bucket++;
      this.#poured = bucket + 1;
      for (let row = this.#heads[bucket]!; row !== NONE; row = this.#release(row)) {
        this.#bucketed--;
        this.#pushNear(row);
      }
      this.#heads[bucket] = NONE;
    } else if (this.#lateCount > 0) {
      this.#dealLate();
      if (this.#near.size === 0) this.#pour();
    } else {
      this.#gather();
    }
  }

  /** Everything that comes goes into the heap from here on. */
  #gather(): void {
    this.#base = 0;
    this.#scale = 0;
    this.#poured = 1;
    this.#buckets = 1;
    this.#split = MANY;
  }

  /** The heap has become too large: deals it out, and what is late with it. */
  #deal(): void {
    if (this.#bucketed > 0) {
      // A crowded bucket in the middle of things; the next round of buckets will be finer.
      this.#split = this.#near.size * 2;
      return;
    }
    this.#near.drain((deadline, sequence, task) => this.#putLate(deadline, sequence, task));
    this.#dealLate();
    if (this.#near.size === 0) this.#pour();
  }

  /** Makes new buckets for all that is late. */
  #dealLate(): void {
    const count = this.#lateCount;
    const buckets = Math.max(1, Math.ceil(count / PER_BUCKET));
    const scale = buckets / (this.#lateLast - this.#lateFirst);
    if (count <= MANY / 2 || !(scale < Infinity)) {
      // Few of them, or all but equal: they stay together.
      this.#gather();
      this.#split = Math.max(MANY, count * 2);
    } else {
      this.#base = this.#lateFirst;
      this.#scale = scale;
      this.#poured = 0;
      this.#split = MANY;
      this.#buckets = buckets + 1;
      if (this.#heads.length < this.#buckets) this.#heads = new Int32Array(this.#buckets * 2);
      this.#heads.fill(NONE, 0, this.#buckets);
    }
    let row = this.#late;
    this.#late = NONE;
    this.#lateCount = 0;
    while (row !== NONE) {
      if (this.#scale === 0) {
        this.#pushNear(row);
        row = this.#release(row);
        continue;
      }
      const next = this.#integers[6 * row + 5]!;
      const bucket = Math.trunc((this.#doubles[3 * row]! - this.#base) * this.#scale);
      this.#integers[6 * row + 5] = this.#heads[bucket]!;
      this.#heads[bucket] = row;
      this.#bucketed++;
      row = next;
    }
  }

  #putLate(deadline: number, sequence: number, task: number): void {
    if (this.#lateCount++ === 0) this.#lateFirst = this.#lateLast = deadline;
    else if (deadline < this.#lateFirst) this.#lateFirst = deadline;
    else if (deadline > this.#lateLast) this.#lateLast = deadline;
    this.#late = this.#row(deadline, sequence, task, this.#late);
  }

  #pushNear(row: number): void {
    this.#near.push(this.#doubles[3 * row]!, this.#doubles[3 * row + 1]!, this.#integers[6 * row + 4]!);
  }

  /** A row of an entry, before `next` in its list. */
  #row(deadline: number, sequence: number, task: number, next: number): number {
    let row = this.#free;
    if (row !== NONE) {
      this.#free = this.#integers[6 * row + 5]!;
    } else {
      if (this.#rows === this.#room) this.#grow();
      row = this.#rows++;
    }
    this.#doubles[3 * row] = deadline;
    this.#doubles[3 * row + 1] = sequence;
    this.#integers[6 * row + 4] = task;
    this.#integers[6 * row + 5] = next;
    return row;
  }

  /** Frees a row; returns the one behind it in its list. */
  #release(row: number): number {
    const next = this.#integers[6 * row + 5]!;
    this.#integers[6 * row + 5] = this.#free;
    this.#free = row;
    return next;
  }

  /** The list without its stale entries. */
  #sweep(head: number, tickets: Float64Array): number {
    let kept = NONE;
    for (let row = head; row !== NONE;) {
      if (tickets[this.#integers[6 * row + 4]!] !== this.#doubles[3 * row + 1]) {
        row = this.#release(row);
        continue;
      }
      const next = this.#integers[6 * row + 5]!;
      this.#integers[6 * row + 5] = kept;
      kept = row;
      row = next;
    }
    return kept;
  }

  #count(head: number): number {
    let count = 0;
    for (let row = head; row !== NONE; row = this.#integers[6 * row + 5]!) count++;
    return count;
  }

  #grow(): void {
    this.#room = Math.max(MANY, this.#room * 2);
    const larger = new Float64Array(this.#room * 3);
    larger.set(this.#doubles);
    this.#doubles = larger;
    this.#integers = new Int32Array(larger.buffer);
  }
}
