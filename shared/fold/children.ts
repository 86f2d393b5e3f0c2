import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';

/** Which task created which, and how many of a task's children have ended. */
export class ChildrenFold implements EventSink {
  // By task: the task that created it, -1 for none.
  #parents = new Int32Array(0);
  #children = new Uint32Array(0);
  #ended = new Uint32Array(0);
  #size = 0;

  event(_at: number, kind: number, task: number, value: number): void {
    if (task < 0) return;
    if (kind === Kind.SPAWN) {
      this.#admit(task);
      this.#parents[task] = value;
      if (value < 0) return;
      this.#admit(value);
      this.#children[value]!++;
    } else if (kind >= Kind.DONE && kind <= Kind.CANCELLED) {
      const parent = this.parentOf(task);
      if (parent >= 0) this.#ended[parent]!++;
    }
  }

  events({ kind, task, value }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(NaN, kind[index]!, task[index]!, value[index]!);
  }

  /** The task that created a task; -1 for none. */
  parentOf(task: number): number {
    return this.#parents[task] ?? -1;
  }

  /** How many tasks a task has created. */
  childrenOf(task: number): number {
    return this.#children[task] ?? 0;
  }

  /** How many of the tasks that a task has created have ended. */
  endedOf(task: number): number {
    return this.#ended[task] ?? 0;
  }

  /** How many tasks there are. */
  get size(): number {
    return this.#size;
  }

  copy(): ChildrenFold {
    const copy = new ChildrenFold();
    copy.#parents = this.#parents.slice(0, this.#size);
    copy.#children = this.#children.slice(0, this.#size);
    copy.#ended = this.#ended.slice(0, this.#size);
    copy.#size = this.#size;
    return copy;
  }

  #admit(task: number): void {
    if (task < this.#size) return;
    this.#size = task + 1;
    if (task < this.#parents.length) return;
    this.#parents = grown(this.#parents, task + 1, -1);
    this.#children = grown(this.#children, task + 1);
    this.#ended = grown(this.#ended, task + 1);
  }
}
