/** How programs at the boards are told: a task is a board, and moves are written in chess notation. */
import { boardMoveAt } from '../../../shared/chess/boards.ts';
import { exhibitionEvents } from '../../../shared/fold/exhibition.ts';
import { Kind } from '../../../shared/trace/kinds.ts';
import { en } from '../../words/en.ts';
import { fill } from '../../words/fill.ts';
import type { Manner } from '../../words/sentence.ts';
import { gamesSeed } from './games.ts';

const { events } = en;
const { masterMoved, opponentMoved, lastReply } = exhibitionEvents.kind;

export const manner: Manner = {
  taskTitle: (task) => (task === 0 ? events.main : fill(events.board, { board: task })),

  says({ kind, task, value }, parts, scenario) {
    if (kind !== masterMoved && kind !== opponentMoved && kind !== lastReply) return null;
    // The event counts her moves at the board; the games count half-moves.
    const ply = 2 * (value - 1) + (kind === masterMoved ? 0 : 1);
    const { move } = boardMoveAt(task, ply, gamesSeed(scenario));
    if (move === null) return kind === lastReply ? events.resigns : events['shakes-hands'];
    return fill(exhibitionEvents.vocabulary[kind - Kind.OWN]!.says, { ...parts, move: move.san });
  },
};
