import type { EventColumns, EventSink } from '../trace/trace.ts';
import { Curve } from './curve.ts';
import { grown } from '../grown.ts';
import { queues, State, stateAfter, UNCHANGED } from './marks.ts';

/** How many tasks queue to go on, and how many wait for something else. */
export class ReadyFold implements EventSink {
  /** Tasks that could go on if a worker or the processor were free, over time. Its mean is the L of Little's law. */
  readonly queueing = new Curve();
  /** Tasks that wait for a time or for somebody and have given their worker away, over time. */
  readonly waiting = new Curve();
  #queueing = 0;
  #waiting = 0;
  #states = new Uint8Array(0);

  event(at: number, kind: number, task: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    if (task >= this.#states.length) this.#states = grown(this.#states, task + 1);
    const before = this.#states[task]!;
    this.#states[task] = after;
    const more = Number(queues(after)) - Number(queues(before));
    if (more !== 0) this.queueing.put(at, (this.#queueing += more));
    const longer = Number(after === State.WAITING) - Number(before === State.WAITING);
    if (longer !== 0) this.waiting.put(at, (this.#waiting += longer));
  }

  events({ at, kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!);
  }
}
