import { expect } from '@playwright/test';
import { boardsAt, secondsOf, withoutLastMove } from './exhibition.ts';
import type { Picture, Window } from './window.ts';

const SYNCHRONOUS_ENDS = 12 * 3600;
const ASYNCHRONOUS_ENDS = 3655;

/**
 * Waits until clocks, scrub bar and what every board says show one and the same instant of the classic exhibition:
 * boards are read out a little later than they are painted.
 */
export async function settled(app: Window): Promise<{ at: number; picture: Picture }> {
  let found: { at: number; picture: Picture } | null = null;
  await expect(async () => {
    const picture = await app.picture();
    const at = secondsOf(picture.scrub);
    const { lanes } = picture;
    expect(lanes.map(({ clock }) => secondsOf(clock))).toEqual([
      Math.min(at, SYNCHRONOUS_ENDS),
      Math.min(at, ASYNCHRONOUS_ENDS),
    ]);
    expect(withoutLastMove(lanes[0]!.boards)).toEqual(boardsAt('synchronous', at));
    expect(withoutLastMove(lanes[1]!.boards)).toEqual(boardsAt('asynchronous', at));
    found = { at, picture };
  }).toPass({ timeout: 10_000, intervals: [50] });
  return found!;
}
