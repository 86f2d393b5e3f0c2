/**
 * What every task did, wait by wait: like its track, but two waits with a step between them that takes no time are two
 * stints, because they may be for different things.
 */
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { hasEnded, stateAfter, UNCHANGED } from './marks.ts';
import { Strips } from './strips.ts';
import type { Span } from './tracks.ts';

/** Beside its state each entry has a bit that tells a stint from the one before in the same state. */
const STATE = 15;
const OTHER = 16;
const BEGINS: readonly number[] = [Kind.SLEEP, Kind.BLOCK, Kind.WORK, Kind.PARK];

export class StintsFold implements EventSink {
  readonly #strips = new Strips();
  #bits: number[] = [];

  event(at: number, kind: number, task: number): void {
    const state = stateAfter[kind]!;
    if (state === UNCHANGED || task < 0) return;
    if (BEGINS.includes(kind)) this.#bits[task] = (this.#bits[task] ?? 0) ^ OTHER;
    this.#strips.put(task, at, state | (BEGINS.includes(kind) ? this.#bits[task]! : 0));
  }

  events({ at, kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!);
  }

  /** The stint in which an instant lies; it ends at Infinity where it goes on. Null for none. */
  at(task: number, instant: number): Span | null {
    return this.#span(task, this.#strips.indexAt(task, instant));
  }

  /** The stint before the one in which an instant lies, or the last one where the task has ended by then. */
  before(task: number, instant: number): Span | null {
    return this.#span(task, this.#strips.indexAt(task, instant) - 1);
  }

  /** The first stint of a task, and the last. */
  ends(task: number): { readonly first: Span; readonly last: Span } | null {
    const count = this.#strips.count(task);
    const first = this.#span(task, 0);
    const last = this.#span(task, count - 1) ?? this.#span(task, count - 2);
    return first === null || last === null ? null : { first, last };
  }

  /** Hands over instants between two stints in the same state, `apart` seconds from each other at least. */
  seams(task: number, from: number, to: number, apart: number, visit: (at: number) => void): void {
    const strips = this.#strips;
    const count = strips.count(task);
    for (let index = Math.max(1, strips.indexAt(task, from)); index < count;) {
      const at = strips.from(task, index);
      if (at >= to) return;
      if (at > from && (strips.code(task, index) & STATE) === (strips.code(task, index - 1) & STATE)) {
        visit(at);
        index = Math.max(index, strips.indexAt(task, at + apart));
      }
      index++;
    }
  }

  #span(task: number, index: number): Span | null {
    const strips = this.#strips;
    const count = strips.count(task);
    if (index < 0 || index >= count) return null;
    const state = strips.code(task, index) & STATE;
    if (hasEnded(state)) return null;
    return { from: strips.from(task, index), to: index + 1 < count ? strips.from(task, index + 1) : Infinity, state };
  }
}
