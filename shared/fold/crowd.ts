/** How many tasks have each of the four marks over time: what is shown of more tasks than there is room for one by one. */
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { Curve } from './curve.ts';
import { markOf, stateAfter, UNCHANGED, type MarkId } from './marks.ts';

export class CrowdFold implements EventSink {
  readonly curves: Readonly<Record<MarkId, Curve>> = {
    running: new Curve(),
    ready: new Curve(),
    waiting: new Curve(),
    holding: new Curve(),
  };
  readonly #first: number;
  #states = new Uint8Array(0);

  /** Counts tasks number `first` and later. */
  constructor(first = 0) {
    this.#first = first;
  }

  event(at: number, kind: number, task: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < this.#first) return;
    if (task >= this.#states.length) this.#states = grown(this.#states, task + 1);
    const [was, is] = [markOf(this.#states[task]!), markOf(after)];
    this.#states[task] = after;
    if (was === is) return;
    if (was !== null) this.#count(at, was.id, -1);
    if (is !== null) this.#count(at, is.id, 1);
  }

  events({ at, kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!);
  }

  #count(at: number, mark: MarkId, by: number): void {
    const curve = this.curves[mark];
    curve.put(at, curve.last + by);
  }
}
