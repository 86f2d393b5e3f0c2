import { StateFold } from '../../../shared/fold/state.ts';
import type { Copyable } from '../../../shared/fold/snapshots.ts';
import type { EventSink } from '../../../shared/trace/trace.ts';

/** All that a stage of tasks shows of a run, in one pass over its events: what tasks do, and what they tell. */
export class StageFold<F extends Copyable<F>> implements EventSink {
  readonly states: StateFold;
  readonly own: F;

  constructor(own: F, states = new StateFold()) {
    this.own = own;
    this.states = states;
  }

  event(at: number, kind: number, task: number, value: number, line: number): void {
    this.states.event(at, kind, task, value, line);
    this.own.event(at, kind, task, value, line);
  }

  get size(): number {
    return Math.max(this.states.size, this.own.size ?? 0);
  }

  copy(): StageFold<F> {
    return new StageFold(this.own.copy(), this.states.copy());
  }
}
