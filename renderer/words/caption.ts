/** What goes on in a lane at an instant, in one sentence: for the strip below its clock and for live regions. */
import { BoardPhase, BoardsFold, type BoardAt } from '../../shared/fold/board.ts';
import { hasEnded, State } from '../../shared/fold/marks.ts';
import { MasterPhase } from '../../shared/fold/masters.ts';
import { StateFold } from '../../shared/fold/state.ts';
import type { ModelId } from '../../shared/scenario/scenario.ts';
import { foldAt } from '../stores/folds.ts';
import type { LaneStore } from '../stores/lane.svelte.ts';
import { session } from '../stores/session.svelte.ts';
import { en } from './en.ts';
import { fill } from './fill.ts';
import { numberText } from './numbers.ts';
import { taskTitle } from './sentence.ts';

/** What goes on in a lane of the session on screen at virtual instant `at`. */
export function captionAt(lane: LaneStore, at: number): string {
  return caption(lane, at, session.entry?.stage ?? '');
}

/** What goes on in a lane under a kind of stage. */
export function caption(
  lane: Pick<LaneStore, 'trace' | 'info' | 'rewrites' | 'rewrittenFrom'>,
  at: number,
  stage: string,
): string {
  const { model, workers } = lane.info.scenario;
  if (stage === 'boards')
    return boardsCaption(
      foldAt(lane, 'caption', at, () => new BoardsFold(model)),
      at,
      model,
    );
  return tasksCaption(
    foldAt(lane, 'caption', at, () => new StateFold()),
    at,
    { trace: lane.trace, stage },
    workers,
  );
}

/** The same for a fold of the boards that is there already. */
export function boardsCaption(boards: BoardsFold, at: number, model: ModelId): string {
  const { captions } = en.events;
  if (boards.size === 0) return captions.notBegun;
  let [over, moving, thinking] = [0, 0, 0];
  for (let board = 1; board <= boards.size; board++) {
    const phase = boards.phaseOf(board);
    if (phase === BoardPhase.OVER) over++;
    else if (phase === BoardPhase.MASTER || phase === BoardPhase.AWAITED) moving++;
    else if (phase === BoardPhase.OPPONENT) thinking++;
  }
  if (over === boards.size) return over === 1 ? captions.oneOver : fill(captions.allOver, { boards: over });
  if (boards.everywhere) return moving > 0 ? fill(captions.everywhere, { moving }) : repliesCaption(boards, thinking);
  const { masters } = boards;
  if (masters > 1) return fill(captions.many, { masters, moving, waiting: Math.max(0, masters - moving) });
  return masterCaption(boards, at, model, thinking);
}

function masterCaption(boards: BoardsFold, at: number, model: ModelId, thinking: number): string {
  const { captions } = en.events;
  const master = boards.masterAt(0, at);
  if (master.phase === MasterPhase.THINKS) return fill(captions.moves, { board: master.board });
  if (master.phase === MasterPhase.WALKS) return fill(captions.walks, { board: master.board });
  const table: BoardAt = boards.board(master.board);
  // Under threads other games may go on while she stands here; only alone does she wait for this very reply.
  if (model !== 'asynchronous' && thinking === 1 && table.phase === BoardPhase.OPPONENT) {
    return fill(captions.waits, { board: master.board, seconds: Math.floor(at - table.since) });
  }
  return repliesCaption(boards, thinking);
}

function repliesCaption({ size }: BoardsFold, thinking: number): string {
  const { allThinking, oneThinking, notBegun } = en.events.captions;
  return thinking === 0 ? notBegun : size === 1 ? oneThinking : allThinking;
}

function tasksCaption(
  states: StateFold,
  at: number,
  telling: Parameters<typeof taskTitle>[0],
  workers: number,
): string {
  const { captions } = en.events;
  if (states.size === 0) return captions.notBegun;
  if (states.live === 0) return captions.over;
  // Who goes on when the program itself is done is not waited for.
  if (hasEnded(states.stateOf(0))) return captions.ended;
  const occupied = states.count(State.RUNNING) + states.count(State.HOLDING) + states.count(State.CONTENDING);
  if (occupied > 1) return fill(captions.occupied, { occupied, workers });
  const { running } = states;
  if (running >= 0) return fill(captions.runs, { who: taskTitle(telling, running) });
  const holder = holderOf(states, workers);
  if (holder < 0) return captions.idle;
  const seconds = numberText(Math.floor(at - states.sinceOf(holder)));
  return fill(captions.holds, { who: taskTitle(telling, holder), seconds });
}

/** The task that holds its worker, on whichever that is; -1 for nobody. */
function holderOf(states: StateFold, workers: number): number {
  if (states.count(State.HOLDING) === 0) return -1;
  for (let worker = 0; worker < workers; worker++) {
    const task = states.taskOn(worker);
    if (task >= 0 && states.stateOf(task) === State.HOLDING) return task;
  }
  return -1;
}
