/** The moments of an exhibition at which there is something to notice. */
import { endsPair, exhibitionEvents } from '../../../shared/fold/exhibition.ts';
import { TaskSet } from '../../../shared/fold/task-set.ts';
import { Kind } from '../../../shared/trace/kinds.ts';
import type { EventColumns, EventSink } from '../../../shared/trace/trace.ts';
import { foldOf } from '../../stores/folds.ts';
import { moments as words } from '../../words/en/moments.ts';
import { fill } from '../../words/fill.ts';
import type { Notable, StageLane } from '../kit/kind.ts';

/** What happens for the first time in an exhibition, in one pass over its events. */
export class BoardMomentsFold implements EventSink {
  /** When she first thinks; she waits at a board; she leaves one to its reply; null for never. */
  moves: number | null = null;
  waits: number | null = null;
  leaves: number | null = null;
  /** When for the first time every board thought about its reply, and every master about a move. */
  everywhere: number | null = null;
  busy: number | null = null;
  /** When she had moved at every board. */
  round: number | null = null;
  readonly #masters: number;
  #thinking = new TaskSet();
  #working = new TaskSet();
  #moved = new TaskSet();
  #boards = 0;

  constructor(masters: number) {
    this.#masters = masters;
  }

  event(at: number, kind: number, task: number): void {
    if (task <= 0) return;
    if (kind === Kind.SPAWN) this.#boards++;
    else if (kind === Kind.WORK) {
      this.moves ??= at;
      this.#working.add(task);
      if (this.#working.size >= this.#masters) this.busy ??= at;
    } else if (endsPair(kind)) this.#thinking.delete(task);
    else if (kind === exhibitionEvents.kind.masterMoved) {
      this.#working.delete(task);
      this.#moved.add(task);
      if (this.#boards > 1 && this.#moved.size === this.#boards) this.round ??= at;
    } else if (kind === Kind.SLEEP || kind === Kind.BLOCK) {
      if (kind === Kind.BLOCK) this.waits ??= at;
      else this.leaves ??= at;
      this.#thinking.add(task);
      if (this.#boards > 1 && this.#thinking.size === this.#boards) this.everywhere ??= at;
    }
  }

  events({ at, kind, task }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!);
  }
}

/** What there is to notice at the boards of a lane. */
export function boardsMoments(lane: StageLane): Notable[] {
  const { model, workers } = lane.info.scenario;
  const masters = model === 'processes' ? workers : 1;
  const firsts = foldOf(lane, 'board-moments', () => new BoardMomentsFold(masters));
  const told = (at: number | null, says: string): Notable[] => (at === null ? [] : [{ at, says }]);
  return [
    ...told(firsts.moves, words.boards.first),
    ...told(masters > 1 ? firsts.busy : null, fill(words.boards.busy, { masters })),
    // Of several workers one may wait while another one goes on.
    ...told(model === 'synchronous' ? firsts.waits : null, words.boards.waits),
    ...told(firsts.leaves, words.boards.leaves),
    ...told(model === 'synchronous' ? null : firsts.round, words.boards.round),
    ...told(firsts.everywhere, words.boards.everywhere),
  ];
}
