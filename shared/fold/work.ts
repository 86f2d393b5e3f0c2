/**
 * Whether lanes do the same work. A speed-up compares how long the same work takes: where lanes draw from one stream in
 * another order, one of them may have more items to make, or shorter ones, and the quotient says nothing.
 */
import type { Draws } from '../scenario/scenario.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';

/** What the tasks of a run have done: for each task the seconds of its timed waits and work, in ascending order. */
export class WorkFold implements EventSink {
  #seconds = new Float64Array(0);
  #size = 0;

  event(_at: number, kind: number, task: number, value: number, line = 0): void {
    if (task < 0) return;
    if (kind === Kind.SPAWN) {
      if (task >= this.#seconds.length) this.#seconds = grown(this.#seconds, task + 1);
      this.#size = Math.max(this.#size, task + 1);
    } else if (isTimed(kind) || (kind === Kind.SKIP && isTimed(line))) {
      this.#seconds[task]! += value;
    }
  }

  events({ kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(NaN, kind[index]!, task[index]!, value[index]!, line[index]);
  }

  /** The work as a short text, the same for the same work whichever task does which part of it. */
  get digest(): string {
    let hash = 0x811c9dc5;
    // Sums of doubles come out in another order under another model.
    for (const seconds of this.#seconds.slice(0, this.#size).sort()) {
      for (const digit of seconds.toPrecision(9)) hash = Math.imul(hash ^ digit.charCodeAt(0), 0x01000193);
    }
    return `${this.#size}-${(hash >>> 0).toString(16)}`;
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#size;
  }

  copy(): WorkFold {
    const copy = new WorkFold();
    copy.#seconds = this.#seconds.slice(0, this.#size);
    copy.#size = this.#size;
    return copy;
  }
}

function isTimed(kind: number): boolean {
  return kind === Kind.SLEEP || kind === Kind.BLOCK || kind === Kind.WORK;
}

/** A lane among others: how it draws, and what it has done when it is over. */
export interface WorkedLane {
  readonly scenario: { readonly draws: Draws; readonly params: unknown };
  /** The digest of its `WorkFold`; asked for only where it decides. */
  readonly work: () => string;
}

/**
 * Whether lanes that are over have done the same work: because each task draws from a stream of its own, because nothing is
 * left to chance, or because it came out so.
 */
export function sameWork(lanes: readonly WorkedLane[]): boolean {
  const [first] = lanes;
  if (first === undefined || lanes.every(({ scenario }) => scenario.draws === 'keyed')) return true;
  if (lanes.every(({ scenario }) => isFixed(scenario.params))) return true;
  return lanes.every((lane) => lane.work() === first.work());
}

/** Whether a program has distributions, and all of them are constant. */
function isFixed(params: unknown): boolean {
  const kinds = Object.values(params as object).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && 'kind' in value ? [value.kind] : [],
  );
  return kinds.length > 0 && kinds.every((kind) => kind === 'constant');
}
