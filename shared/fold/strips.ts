import { grown } from '../grown.ts';

/** Entries that a row has room for at first, as a power of two. */
const FIRST_ROOM = 2;

/**
 * Many lists that grow side by side, a row for each task: entry (from, code) says that something is `code` from then
 * on until the next entry. All rows lie in one pair of typed arrays; a row that is full moves to a place of twice the
 * room, and the place it leaves goes to the next row that needs one of that size.
 */
export class Strips {
  #froms = new Float64Array(0);
  #codes = new Uint8Array(0);
  #used = 0;
  readonly #free: number[][] = [];
  #starts = new Int32Array(0);
  #counts = new Int32Array(0);
  // The room of a row as a power of two; 0 before it has any.
  #rooms = new Uint8Array(0);
  #rows = 0;

  /** Rows are numbered from 0 to below this. */
  get rows(): number {
    return this.#rows;
  }

  /** How many entries a row has. */
  count(row: number): number {
    return this.#counts[row] ?? 0;
  }

  /** When entry `index` of a row begins. */
  from(row: number, index: number): number {
    return this.#froms[this.#starts[row]! + index]!;
  }

  code(row: number, index: number): number {
    return this.#codes[this.#starts[row]! + index]!;
  }

  /** The entry of a row in which instant `t` lies; -1 before the first. */
  indexAt(row: number, t: number): number {
    const start = this.#starts[row] ?? 0;
    let low = 0;
    let high = this.count(row);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#froms[start + middle]! <= t) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /**
   * A row is `code` from instant `from` on, which is not before its last entry. What lasted no time is forgotten, and
   * equal neighbours are one entry; so only the last entry can still change, or vanish.
   */
  put(row: number, from: number, code: number): void {
    if (row >= this.#rows) this.#admit(row);
    const count = this.#counts[row]!;
    const place = this.#starts[row]! + count;
    if (count > 0) {
      if (this.#codes[place - 1] === code) return;
      if (this.#froms[place - 1] === from) {
        if (count > 1 && this.#codes[place - 2] === code) this.#counts[row] = count - 1;
        else this.#codes[place - 1] = code;
        return;
      }
    }
    if (count === 0 || count === 1 << this.#rooms[row]!) this.#move(row);
    const there = this.#starts[row]! + count;
    this.#froms[there] = from;
    this.#codes[there] = code;
    this.#counts[row] = count + 1;
  }

  #move(row: number): void {
    const room = this.#rooms[row]!;
    const next = room === 0 ? FIRST_ROOM : room + 1;
    const start = this.#free[next]?.pop() ?? this.#take(1 << next);
    const old = this.#starts[row]!;
    if (room > 0) {
      this.#froms.copyWithin(start, old, old + this.#counts[row]!);
      this.#codes.copyWithin(start, old, old + this.#counts[row]!);
      (this.#free[room] ??= []).push(old);
    }
    this.#starts[row] = start;
    this.#rooms[row] = next;
  }

  #take(room: number): number {
    const start = this.#used;
    this.#used += room;
    if (this.#used > this.#froms.length) {
      this.#froms = grown(this.#froms, this.#used);
      this.#codes = grown(this.#codes, this.#used);
    }
    return start;
  }

  #admit(row: number): void {
    this.#rows = row + 1;
    if (row < this.#counts.length) return;
    this.#starts = grown(this.#starts, row + 1);
    this.#counts = grown(this.#counts, row + 1);
    this.#rooms = grown(this.#rooms, row + 1);
  }
}
