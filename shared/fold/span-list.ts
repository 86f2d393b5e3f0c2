/** The spans of all tasks as a list with what each waits on: what a table of a timeline holds. */
import { Kind } from '../trace/kinds.ts';
import type { EventSink } from '../trace/trace.ts';
import { markOf, State, stateAfter, UNCHANGED } from './marks.ts';
import { NOTHING } from './resources.ts';

/** A stretch of a task's life in one state, and the resource it waits on; see `ResourcesFold` for those below 0. */
export interface ListedSpan {
  readonly task: number;
  readonly from: number;
  readonly to: number;
  readonly state: number;
  readonly on: number;
}

interface Open {
  from: number;
  state: number;
  on: number;
}

export class SpanList implements EventSink {
  readonly #open: Open[] = [];
  readonly #closed: { from: number; to: number; state: number; on: number }[][] = [];

  event(at: number, kind: number, task: number, value: number): void {
    const after = stateAfter[kind]!;
    if (after === UNCHANGED || task < 0) return;
    const on = kind === Kind.PARK ? value : NOTHING;
    const open = (this.#open[task] ??= { from: at, state: State.ABSENT, on: NOTHING });
    if (open.state === after && open.on === on) return;
    this.#close(task, open, at);
    Object.assign(open, { from: at, state: after, on });
  }

  /** The spans that begin before `until`, task by task, in order; `most` of them at most. What goes on ends there. */
  until(until: number, most = Infinity): ListedSpan[] {
    const spans: ListedSpan[] = [];
    for (const [task, open] of this.#open.entries()) {
      // A hole is a task that nothing is known of.
      if (open === undefined) continue;
      const last = markOf(open.state) === null ? [] : [{ ...open, to: Infinity }];
      for (const { from, to, state, on } of joined([...(this.#closed[task] ?? []), ...last])) {
        if (from >= until) break;
        if (spans.length === most) return spans;
        spans.push({ task, from, to: Math.min(to, until), state, on });
      }
    }
    return spans;
  }

  #close(task: number, { from, state, on }: Open, to: number): void {
    if (to > from && markOf(state) !== null) (this.#closed[task] ??= []).push({ from, to, state, on });
  }
}

/** A wait that goes on after a step that took no time is one span. */
function joined<S extends Omit<ListedSpan, 'task'>>(spans: readonly S[]): S[] {
  const result: S[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const goesOn = last !== undefined && last.to === span.from && last.state === span.state && last.on === span.on;
    if (goesOn) result[result.length - 1] = { ...last, to: span.to };
    else result.push(span);
  }
  return result;
}
