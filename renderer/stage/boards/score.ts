import type { BoardGame } from '../../../shared/chess/boards.ts';

/** A line of a score sheet. */
export interface ScoreLine {
  readonly number: number;
  readonly white: string;
  /** Null while Black has not replied. */
  readonly black: string | null;
}

/** The moves of a game as far as it has gone, a pair a line. */
export function scoreLines({ game, ply }: Pick<BoardGame, 'game' | 'ply'>): ScoreLine[] {
  const lines: ScoreLine[] = [];
  for (let index = 0; index < ply; index += 2) {
    lines.push({
      number: index / 2 + 1,
      white: game.moves[index]!.san,
      black: index + 1 < ply ? game.moves[index + 1]!.san : null,
    });
  }
  return lines;
}
