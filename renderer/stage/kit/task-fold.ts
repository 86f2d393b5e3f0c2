import { StateFold } from '../../../shared/fold/state.ts';
import type { Copyable } from '../../../shared/fold/snapshots.ts';
import { feedColumns, type EventColumns, type EventSink } from '../../../shared/trace/trace.ts';

/** What tasks do and what they tell, in one pass over the events. */
export class TaskFold<F extends Copyable<F>> implements EventSink {
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

  events(columns: EventColumns, from: number, to: number): void {
    this.states.events(columns, from, to);
    feedColumns(this.own, columns, from, to);
  }

  get size(): number {
    return Math.max(this.states.size, this.own.size ?? 0);
  }

  copy(): TaskFold<F> {
    return new TaskFold(this.own.copy(), this.states.copy());
  }
}
