import { grown } from '../grown.ts';
import { hasEnded, STATES } from './marks.ts';
import { Strips } from './strips.ts';

/**
 * Tracks at one level of detail. A track is read from its beginning: a span of at least `width` seconds stays as it is;
 * shorter ones gather until they make up that width together, or a long one follows, and become one span in the
 * state that took most of the time. What has been merged once is kept, so that a track that grows costs only its growth.
 */
export class TrackDetail {
  readonly #tracks: Strips;
  readonly #width: number;
  readonly #merged = new Strips();
  // How many spans of each track have been merged for good.
  #done = new Int32Array(0);
  readonly #seconds = new Float64Array(STATES);

  constructor(tracks: Strips, width: number) {
    this.#tracks = tracks;
    this.#width = width;
  }

  /** Hands over the spans of a track that lie in [from, to], cut off there. */
  each(row: number, from: number, to: number, visit: (from: number, to: number, state: number) => void): void {
    const count = this.#tracks.count(row);
    this.#extend(row, count);
    // Neighbours in the same state are one span, also where what is kept meets what is not.
    let begun = NaN;
    let ended = NaN;
    let state = -1;
    const show = (begins: number, ends: number, next: number) => {
      if (ends <= from || begins >= to) return;
      if (next !== state) {
        if (state >= 0) visit(Math.max(from, begun), Math.min(to, ended), state);
        begun = begins;
        state = next;
      }
      ended = ends;
    };
    const done = this.#done[row]!;
    const kept = this.#merged.count(row);
    const rest = done < count ? this.#tracks.from(row, done) : Infinity;
    for (let index = Math.max(0, this.#merged.indexAt(row, from)); index < kept; index++) {
      const begins = this.#merged.from(row, index);
      if (begins >= to) break;
      show(begins, index + 1 < kept ? this.#merged.from(row, index + 1) : rest, this.#merged.code(row, index));
    }
    if (rest < to) this.#merge(row, done, count, show);
    if (state >= 0) visit(Math.max(from, begun), Math.min(to, ended), state);
  }

  /** Merges for good what cannot change any more: the last two spans of a track still can. */
  #extend(row: number, count: number): void {
    if (row >= this.#done.length) this.#done = grown(this.#done, row + 1);
    const keep = (from: number, _to: number, state: number) => this.#merged.put(row, from, state);
    const done = this.#done[row]!;
    if (count - 2 > done) this.#done[row] = this.#merge(row, done, count - 2, keep);
  }

  /**
   * Hands over spans `first` <= index < `last` of a track, merged. Returns the index of the first one that still waits
   * for others to be merged with; those are handed over only when the track itself ends with them.
   */
  #merge(row: number, first: number, last: number, show: (from: number, to: number, state: number) => void): number {
    const tracks = this.#tracks;
    const atEnd = last === tracks.count(row);
    let gathered = first;
    let since = NaN;
    for (let index = first; index < last; index++) {
      const begins = tracks.from(row, index);
      const state = tracks.code(row, index);
      const ends = atEnd && index + 1 === last ? Infinity : tracks.from(row, index + 1);
      const length = ends - begins;
      if (length >= this.#width || hasEnded(state)) {
        if (gathered < index) show(since, begins, this.#longest());
        if (!hasEnded(state)) show(begins, ends, state);
        gathered = index + 1;
        continue;
      }
      if (gathered === index) since = begins;
      this.#seconds[state]! += length;
      if (ends - since >= this.#width) {
        show(since, ends, this.#longest());
        gathered = index + 1;
      }
    }
    if (gathered < last) this.#seconds.fill(0);
    return gathered;
  }

  /** The state that took most of what was gathered; what was gathered is done with. */
  #longest(): number {
    let longest = 0;
    for (let state = 1; state < STATES; state++) {
      if (this.#seconds[state]! > this.#seconds[longest]!) longest = state;
    }
    this.#seconds.fill(0);
    return longest;
  }
}
