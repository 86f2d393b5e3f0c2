/** What goes on in a lane at an instant, in one sentence: for the strip below its clock and for live regions. */
import { BoardPhase, BoardsFold, type BoardAt } from '../../shared/fold/board.ts';
import { State } from '../../shared/fold/marks.ts';
import { MasterPhase } from '../../shared/fold/masters.ts';
import { StateFold } from '../../shared/fold/state.ts';
import type { ModelId } from '../../shared/scenario/scenario.ts';
import { foldAt } from '../stores/lane-fold.ts';
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
  const { model } = lane.info.scenario;
  if (stage === 'boards')
    return boardsCaption(
      foldAt(lane, 'caption', at, () => new BoardsFold(model)),
      at,
      model,
    );
  return tasksCaption(
    foldAt(lane, 'caption', at, () => new StateFold()),
    at,
    lane.trace,
    stage,
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
  if (boards.masters > 1) return fill(captions.many, { moving, waiting: Math.max(0, boards.masters - moving) });
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
  return thinking > 0 ? captions.allThinking : captions.notBegun;
}

function tasksCaption(states: StateFold, at: number, trace: LaneStore['trace'], stage: string): string {
  const { captions } = en.events;
  if (states.size === 0) return captions.notBegun;
  if (states.live === 0) return captions.over;
  const { running } = states;
  if (running >= 0) return fill(captions.runs, { who: taskTitle({ trace, stage }, running) });
  const holder = states.taskOn(0);
  if (holder < 0 || states.stateOf(holder) !== State.HOLDING) return captions.idle;
  const seconds = numberText(Math.floor(at - states.sinceOf(holder)));
  return fill(captions.holds, { who: taskTitle({ trace, stage }, holder), seconds });
}
