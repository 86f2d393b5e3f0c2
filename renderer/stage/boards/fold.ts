import { BoardsFold } from '../../../shared/fold/board.ts';
import { exhibitionEvents } from '../../../shared/fold/exhibition.ts';
import { Occupancy } from '../../../shared/fold/occupancy.ts';
import type { ModelId } from '../../../shared/scenario/scenario.ts';
import type { EventSink } from '../../../shared/trace/trace.ts';

/** All that a hall and its half of the clock show of a run, in one pass over its events. */
export class HallFold implements EventSink {
  readonly model: ModelId;
  boards: BoardsFold;
  occupancy = new Occupancy();
  /** Moves of hers that have been replied to. */
  pairs = 0;
  /** Games that are over. */
  games = 0;

  constructor(model: ModelId) {
    this.model = model;
    this.boards = new BoardsFold(model);
  }

  event(at: number, kind: number, task: number, value: number): void {
    this.boards.event(at, kind, task, value);
    this.occupancy.event(at, kind, task, value);
    if (kind === exhibitionEvents.kind.opponentMoved) this.pairs++;
    else if (kind === exhibitionEvents.kind.lastReply) {
      this.pairs++;
      this.games++;
    }
  }

  get size(): number {
    return this.boards.size;
  }

  copy(): HallFold {
    const copy = new HallFold(this.model);
    copy.boards = this.boards.copy();
    copy.occupancy = this.occupancy.copy();
    copy.pairs = this.pairs;
    copy.games = this.games;
    return copy;
  }
}
