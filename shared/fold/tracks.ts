/**
 * The track of every task: in which state it was from when to when. What lasted no time has no span. Tracks keep their
 * history and can be asked about any stretch of it.
 */
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { TrackDetail } from './track-detail.ts';
import { hasEnded, stateAfter, UNCHANGED } from './marks.ts';
import { Strips } from './strips.ts';

/** A stretch of a track in one state, in virtual seconds; `markOf` says how it is shown. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly state: number;
}

/** Takes the spans of a track one by one, in order. */
export type VisitSpan = (from: number, to: number, state: number) => void;

/** Levels of detail that are kept at once: what a zoom goes through, and the views beside it. */
const LEVELS_MAX = 4;

export class TracksFold implements EventSink {
  readonly #strips = new Strips();
  readonly #levels: { readonly power: number; readonly detail: TrackDetail }[] = [];

  event(at: number, kind: number, task: number): void {
    const state = stateAfter[kind]!;
    if (state !== UNCHANGED && task >= 0) this.#strips.put(task, at, state);
  }

  events({ at, kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!);
  }

  /** How many tracks there are; they are numbered as the tasks. */
  get size(): number {
    return this.#strips.rows;
  }

  /**
   * Hands over the spans of a task's track that lie in [from, to], cut off there. A state that goes on lasts to `to`.
   *
   * Spans shorter than `least` seconds (the width of a pixel, say) are merged with their neighbours, and shown as the
   * state that took most of that time. A longer one is always exact, and so is every span when `least` is 0. There are
   * never more than 4 (to - from) / least + 8 spans; where spans are merged depends on the run alone, not on the
   * window, so that nothing flickers while a window moves.
   */
  each(task: number, from: number, to: number, least: number, visit: VisitSpan): void {
    if (!(to > from)) return;
    if (least > 0) this.#detail(Math.floor(Math.log2(least))).each(task, from, to, visit);
    else this.#exact(task, from, to, visit);
  }

  /** The same as a list. */
  spans(task: number, from: number, to: number, least = 0): Span[] {
    const spans: Span[] = [];
    this.each(task, from, to, least, (from, to, state) => spans.push({ from, to, state }));
    return spans;
  }

  #exact(task: number, from: number, to: number, visit: VisitSpan): void {
    const strips = this.#strips;
    const count = strips.count(task);
    for (let index = Math.max(0, strips.indexAt(task, from)); index < count; index++) {
      const begins = strips.from(task, index);
      const state = strips.code(task, index);
      if (begins >= to || hasEnded(state)) return;
      const ends = index + 1 < count ? strips.from(task, index + 1) : Infinity;
      visit(Math.max(from, begins), Math.min(to, ends), state);
    }
  }

  /** The tracks in which what is shorter than 2^power seconds is merged; the level used least recently gives way. */
  #detail(power: number): TrackDetail {
    const place = this.#levels.findIndex((level) => level.power === power);
    const [found] = place < 0 ? [] : this.#levels.splice(place, 1);
    const level = found ?? { power, detail: new TrackDetail(this.#strips, 2 ** power) };
    this.#levels.push(level);
    if (this.#levels.length > LEVELS_MAX) this.#levels.shift();
    return level.detail;
  }
}
