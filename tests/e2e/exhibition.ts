/**
 * What each board has to say at an instant of the classic exhibition, worked out from the numbers alone: 24 boards,
 * 30 pairs of moves, 5 s for a move of hers and 55 s for a reply. Nothing here knows how the app comes to it.
 */
export const CLASSIC = { boards: 24, pairs: 30, master: 5, reply: 55 };
const { boards, pairs, master, reply } = CLASSIC;
/** Table to table: how long one round of all boards takes. */
const ROUND = boards * master;
/** One game at a time: how long one game takes. */
const GAME = pairs * (master + reply);

export type Mode = 'synchronous' | 'asynchronous';

/** The seconds of a clock text: 1:00:55. */
export function secondsOf(clock: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = clock.trim().split(':').map(Number).reverse();
  return hours * 3600 + minutes * 60 + seconds;
}

/** What board `board` has to say at instant `t`, up to the last move. */
export function boardAt(mode: Mode, board: number, t: number): string {
  const round = mode === 'synchronous' ? master + reply : ROUND;
  const since = t - (board - 1) * (mode === 'synchronous' ? GAME : master);
  if (since < 0) return said(board, 'ready', 0);
  const pair = Math.floor(since / round);
  const within = Math.floor(since - pair * round);
  if (pair >= pairs) return said(board, 'the game is over', 2 * pairs);
  if (within < master) return said(board, `running: she moves, ${within} s`, 2 * pair);
  if (within < master + reply) {
    const waited = within - master;
    const words = mode === 'synchronous' ? 'blocking: she waits for the reply' : 'waiting for the reply';
    return said(board, `${words}, ${waited} s`, 2 * pair + 1);
  }
  return said(board, pair === pairs - 1 ? 'the game is over' : 'ready', 2 * pair + 2);
}

function said(board: number, mark: string, plies: number): string {
  const start = `Board ${board}, ${mark}, `;
  if (plies === 2 * pairs) return start;
  return `${start}move ${(plies >> 1) + 1}, ${plies % 2 === 0 ? 'White' : 'Black'} to move`;
}

/** What all boards of a lane have to say at an instant. */
export function boardsAt(mode: Mode, t: number): string[] {
  return Array.from({ length: boards }, (_, index) => boardAt(mode, index + 1, t));
}

/** What boards say, without the last move: that is the games' doing. */
export function withoutLastMove(texts: readonly string[]): string[] {
  return texts.map((text) =>
    text.includes('the game is over') ? text.replace(/(the game is over, ).*$/, '$1') : text.replace(/, last .*$/, ''),
  );
}
