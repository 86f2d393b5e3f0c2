import { ChildrenFold } from '../../../shared/fold/children.ts';
import { ResourcesFold } from '../../../shared/fold/resources.ts';
import { StateFold } from '../../../shared/fold/state.ts';
import type { EventColumns, EventSink } from '../../../shared/trace/trace.ts';

/** All that the general stage knows of a run, in one pass over the events. */
export class TasksFold implements EventSink {
  readonly states: StateFold;
  readonly resources: ResourcesFold;
  readonly children: ChildrenFold;

  constructor(states = new StateFold(), resources = new ResourcesFold(), children = new ChildrenFold()) {
    this.states = states;
    this.resources = resources;
    this.children = children;
  }

  event(at: number, kind: number, task: number, value: number, line: number): void {
    this.states.event(at, kind, task, value, line);
    this.resources.event(at, kind, task, value, line);
    this.children.event(at, kind, task, value);
  }

  events(columns: EventColumns, from: number, to: number): void {
    this.states.events(columns, from, to);
    this.resources.events(columns, from, to);
    this.children.events(columns, from, to);
  }

  get size(): number {
    return Math.max(this.states.size, this.resources.size);
  }

  copy(): TasksFold {
    return new TasksFold(this.states.copy(), this.resources.copy(), this.children.copy());
  }
}
