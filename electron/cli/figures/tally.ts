import { Kind } from '../../../shared/trace/kinds.ts';
import type { EventSink } from '../../../shared/trace/trace.ts';

/** Adds up the processor time of a run. */
export class Tally implements EventSink {
  /** When the last work of a task ends. */
  readonly #endsAt = new Map<number, number>();
  #work = 0;

  event(at: number, kind: number, task: number, value: number): void {
    if (kind !== Kind.WORK) return;
    this.#work += value;
    this.#endsAt.set(task, at + value);
  }

  /** Seconds for which a processor was busy, up to `now`: what is still to be done then does not count. */
  workUntil(now: number): number {
    let ahead = 0;
    for (const end of this.#endsAt.values()) ahead += Math.max(0, end - now);
    return this.#work - ahead;
  }
}
