import { BoardsFold } from '../../../shared/fold/board.ts';
import { endsPair } from '../../../shared/fold/exhibition.ts';
import { Occupancy } from '../../../shared/fold/occupancy.ts';
import type { ModelId } from '../../../shared/scenario/scenario.ts';
import { Kind } from '../../../shared/trace/kinds.ts';
import type { EventColumns, EventSink } from '../../../shared/trace/trace.ts';
import { foldAt, foldOf, type FoldedLane } from '../../stores/folds.ts';
import type { StageLane } from '../kit/kind.ts';

/** All that the picture, the caption and the header of a lane show of a run, in one pass over its events. */
export class BoardsStageFold implements EventSink {
  readonly model: ModelId;
  boards: BoardsFold;
  occupancy = new Occupancy();
  /** Moves of hers that have been replied to. */
  pairs = 0;

  constructor(model: ModelId) {
    this.model = model;
    this.boards = new BoardsFold(model);
  }

  event(at: number, kind: number, task: number, value: number, line: number): void {
    this.boards.event(at, kind, task, value, line);
    this.occupancy.event(at, kind, task, value, line);
    this.#count(kind, value, line);
  }

  events(columns: EventColumns, from: number, to: number): void {
    this.boards.events(columns, from, to);
    this.occupancy.events(columns, from, to);
    const { kind, value, line } = columns;
    for (let index = from; index < to; index++) this.#count(kind[index]!, value[index]!, line[index]!);
  }

  #count(kind: number, value: number, line: number): void {
    if (endsPair(kind)) this.pairs++;
    else if (kind === Kind.SKIP && endsPair(line)) this.pairs += value;
  }

  get size(): number {
    return this.boards.size;
  }

  copy(): BoardsStageFold {
    const copy = new BoardsStageFold(this.model);
    copy.boards = this.boards.copy();
    copy.occupancy = this.occupancy.copy();
    copy.pairs = this.pairs;
    return copy;
  }
}

type FoldedBoards = FoldedLane & Pick<StageLane, 'info'>;

/** The fold of a lane at virtual instant `at`: the one that the stage of the lane keeps. */
export function boardsAt(lane: FoldedBoards, at: number): BoardsStageFold {
  return foldAt(lane, 'stage-boards', at, () => new BoardsStageFold(lane.info.scenario.model));
}

/** The fold of all that a lane's trace holds. */
export function boardsOf(lane: FoldedBoards): BoardsStageFold {
  return foldOf(lane, 'boards-whole', () => new BoardsStageFold(lane.info.scenario.model));
}
