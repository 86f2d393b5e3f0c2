import { MasterPhase } from '../../shared/fold/masters.ts';
import { fill } from '../i18n/fill.ts';
import { events } from '../i18n/en/events.ts';
import type { HallFold } from './boards-fold.ts';

const { captions } = events;

/** What she does at instant `t`, in one sentence. */
export function caption(fold: HallFold, boards: number, t: number, over: boolean): string {
  if (over) return boards === 1 ? captions.oneOver : fill(captions.allOver, { boards });
  const masters = Array.from({ length: fold.boards.masters }, (_, master) => fold.boards.masterAt(master, t));
  const present = masters.filter(({ phase }) => phase !== MasterPhase.ABSENT);
  const moving = present.filter(({ phase }) => phase === MasterPhase.THINKS);
  if (present.length > 1) {
    return fill(captions.many, { moving: moving.length, waiting: present.length - moving.length });
  }
  const [master] = present;
  if (master === undefined) return captions.notBegun;
  const { board } = master;
  if (master.phase === MasterPhase.THINKS) return fill(captions.moves, { board });
  if (master.phase === MasterPhase.WALKS) return fill(captions.walks, { board });
  return fold.model === 'synchronous'
    ? fill(captions.waits, { board, seconds: Math.floor(t - fold.boards.board(board).since) })
    : captions.allThinking;
}
