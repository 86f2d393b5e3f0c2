/** The moments of a lane at which there is something to notice, for programs whose kind has no words of its own. */
import { State } from '../../../shared/fold/marks.ts';
import { StateFold } from '../../../shared/fold/state.ts';
import { Kind } from '../../../shared/trace/kinds.ts';
import type { EventColumns, EventSink } from '../../../shared/trace/trace.ts';
import { foldOf } from '../../stores/folds.ts';
import { moments as words } from '../../words/en/moments.ts';
import { fill } from '../../words/fill.ts';
import { taskTitle, type Manner } from '../../words/sentence.ts';
import type { Notable, StageLane } from './kind.ts';

/** When a task did something for the first time. */
interface First {
  readonly at: number;
  readonly task: number;
}

/** What happens for the first time in a run, in one pass over its events. */
export class FirstsFold implements EventSink {
  runs: First | null = null;
  waits: First | null = null;
  blocks: First | null = null;
  /** When for the first time all tasks but the main one waited. */
  everybody: number | null = null;
  #states = new StateFold();
  // Since when everybody has waited; an instant counts only when time goes on.
  #idleSince = NaN;

  event(at: number, kind: number, task: number, value: number, line: number): void {
    if (this.everybody === null && at > this.#idleSince) this.everybody = this.#idleSince;
    const states = this.#states;
    if (task > 0) {
      if (kind === Kind.RUN) this.runs ??= { at, task };
      if (kind === Kind.SLEEP || kind === Kind.PARK) this.waits ??= { at, task };
      if (kind === Kind.BLOCK) this.blocks ??= { at, task };
    }
    if (this.everybody !== null) return;
    states.event(at, kind, task, value, line);
    // The main task is one of those that wait.
    const waiting = states.count(State.WAITING);
    this.#idleSince = waiting > 2 && waiting === states.live ? at : NaN;
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]!);
  }
}

/** What there is to notice in a lane of any program. */
export function tasksMoments(lane: StageLane, manner: Manner = {}): Notable[] {
  const { runs, waits, blocks, everybody } = foldOf(lane, 'firsts', () => new FirstsFold());
  const title = (task: number) => taskTitle({ trace: lane.trace, manner }, task);
  const told = (first: First | null, says: string): Notable[] =>
    first === null ? [] : [{ at: first.at, says: fill(says, { who: title(first.task) }) }];
  return [
    ...told(runs, words.first),
    ...told(waits, words.gives),
    ...told(blocks, words.blocks),
    ...(everybody === null ? [] : [{ at: everybody, says: words.everybody }]),
  ];
}
