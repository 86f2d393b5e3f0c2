import { grown } from '../../shared/grown.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import type { EventColumns, EventSink } from '../../shared/trace/trace.ts';

/** What a log tells: what the program itself has to say, or every step of the event loop as well. */
export type LogDetail = 'own' | 'every';

/** Events of the kernel that are told in any case: what goes wrong, and what somebody changed. */
const always: readonly number[] = [Kind.CANCEL, Kind.FAIL, Kind.CANCELLED, Kind.EDIT, Kind.GAP];
/** Parts of the summary of a gap, which the sentence of its beginning tells. */
const untold: readonly number[] = [Kind.FIELD, Kind.LOST, Kind.SKIP, Kind.RESUME];

/** Which events of a trace are lines of a log: their indices, in order. */
export class LogFold implements EventSink {
  readonly #detail: LogDetail;
  #lines = new Uint32Array(0);
  #size = 0;
  #index = 0;

  constructor(detail: LogDetail) {
    this.#detail = detail;
  }

  event(_at: number, kind: number, task: number): void {
    const index = this.#index++;
    const told =
      kind >= Kind.OWN ||
      always.includes(kind) ||
      (kind === Kind.DONE && task === 0) ||
      (this.#detail === 'every' && !untold.includes(kind));
    if (!told) return;
    if (this.#size === this.#lines.length) this.#lines = grown(this.#lines, this.#size + 1);
    this.#lines[this.#size++] = index;
  }

  events({ kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(NaN, kind[index]!, task[index]!);
  }

  /** How many lines there are. */
  get size(): number {
    return this.#size;
  }

  /** The index of the event that line `line` tells. */
  eventOf(line: number): number {
    return this.#lines[line]!;
  }

  /** How many lines are about the first `events` events. */
  countBefore(events: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#lines[middle]! < events) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
