/** What goes on in a lane, in one sentence, for programs whose kind has no words of its own for it. */
import { hasEnded, State } from '../../../shared/fold/marks.ts';
import { StateFold } from '../../../shared/fold/state.ts';
import { foldAt } from '../../stores/folds.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import { secondsText } from '../../words/numbers.ts';
import { taskTitle, type Manner } from '../../words/sentence.ts';
import type { StageLane } from './kind.ts';

/** What the tasks of a lane do at virtual instant `at`; the program has `ownWorkers` beside those of the model. */
export function tasksCaption(lane: StageLane, at: number, manner: Manner = {}, ownWorkers = 0): string {
  const { captions } = en.events;
  const states = foldAt(lane, 'states', at, () => new StateFold());
  const title = (task: number) => taskTitle({ trace: lane.trace, manner }, task);
  const workers = lane.info.scenario.workers + ownWorkers;
  if (states.size === 0) return captions.notBegun;
  if (states.live === 0) return captions.over;
  // A task that goes on when the program itself is done is not waited for.
  if (hasEnded(states.stateOf(0))) return captions.ended;
  const occupied = states.count(State.RUNNING) + states.count(State.HOLDING) + states.count(State.CONTENDING);
  if (occupied > 1) return fill(captions.occupied, { occupied, workers });
  const { running } = states;
  if (running >= 0) return fill(captions.runs, { who: title(running) });
  const holder = holderOf(states, workers);
  if (holder < 0) return captions.idle;
  const seconds = secondsText(at - states.sinceOf(holder), lane.end ?? undefined);
  return fill(captions.holds, { who: title(holder), seconds });
}

/** The task that holds its worker, on whichever that is; -1 for none. */
function holderOf(states: StateFold, workers: number): number {
  if (states.count(State.HOLDING) === 0) return -1;
  for (let worker = 0; worker < workers; worker++) {
    const task = states.taskOn(worker);
    if (task >= 0 && states.stateOf(task) === State.HOLDING) return task;
  }
  return -1;
}
