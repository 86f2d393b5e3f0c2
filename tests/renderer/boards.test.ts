import { describe, expect, test } from 'vitest';
import { viewBoard, type BoardView } from '../../renderer/stage/boards/board-view.ts';
import { gameAt, gamesSeed } from '../../renderer/stage/boards/games.ts';
import { layoutBoards } from '../../renderer/stage/boards/layout.ts';
import { viewMaster } from '../../renderer/stage/boards/master-view.ts';
import { scoreLines } from '../../renderer/stage/boards/score.ts';
import { boardText, moveText } from '../../renderer/stage/boards/text.ts';
import type { Playback } from '../../renderer/stage/kit/playback.ts';
import { BoardsFold } from '../../shared/fold/board.ts';
import { exhibitionEvents } from '../../shared/fold/exhibition.ts';
import { MasterPhase, type MasterAt } from '../../shared/fold/masters.ts';
import { Kind } from '../../shared/trace/kinds.ts';

const { masterMoved, opponentMoved, lastReply } = exhibitionEvents.kind;
const paused = (t: number): Playback => ({ t, playing: false, speed: 60, motion: true });
const playing = (t: number, speed = 60): Playback => ({ t, playing: true, speed, motion: true });

/** One board: she moves at 10 for 5 s, the reply takes 55 s, and so once more. */
function fold(until: number, model: 'synchronous' | 'asynchronous' = 'asynchronous'): BoardsFold {
  const wait = model === 'synchronous' ? Kind.BLOCK : Kind.SLEEP;
  const boards = new BoardsFold(model);
  const events: [number, number, number][] = [
    [0, Kind.SPAWN, 0], [10, Kind.RUN, 0], [10, Kind.WORK, 5], [15, masterMoved, 1], [15, wait, 55],
    [70, opponentMoved, 1], [80, Kind.RUN, 0], [80, Kind.WORK, 5], [85, masterMoved, 2],
    [85, wait, 55], [140, lastReply, 2],
  ]; // prettier-ignore
  for (const [at, kind, value] of events) if (at <= until) boards.event(at, kind, 1, value);
  return boards;
}

const look = (t: number, model: 'synchronous' | 'asynchronous' = 'asynchronous') => {
  const { mark, plies, elapsed, share } = viewBoard(fold(t, model), 1, paused(t), model);
  return `${mark} ${plies} ${elapsed} ${share}`;
};

describe('a board', () => {
  test('carries the mark of what goes on there, and how far that is', () => {
    expect([-1, 5, 12, 26, 75, 140].map((t) => look(t))).toEqual([
      'ready 0 0 1', 'ready 0 5 1', 'running 0 2 0.4', 'waiting 1 11 0.2', 'ready 2 5 1', 'over 4 0 1',
    ]); // prettier-ignore
  });

  test('holds her where a wait holds the worker', () => {
    expect(look(26, 'synchronous')).toBe('holding 1 11 0.2');
  });

  test('lets a piece slide where that can be seen, and only then', () => {
    const slide = (playback: Playback) => viewBoard(fold(15), 1, playback, 'asynchronous').slide;
    expect(slide(playing(15 + 60 * 0.06))).toBeCloseTo(0.5);
    expect([playing(30), paused(16), playing(16, 1000), { ...playing(16), motion: false }].map(slide)).toEqual([
      1, 1, 1, 1,
    ]);
  });
});

describe('the master', () => {
  const layout = layoutBoards({ width: 638, height: 544, boards: 24, textSize: 12 });
  const board: BoardView = { mark: 'ready', plies: 0, elapsed: 0, share: 1, slide: 1 };
  const alone = (playback: Playback, over = false) => ({ over, playback, first: 0, company: false });
  const thinking = (board: number, from: number): MasterAt =>
    ({ phase: MasterPhase.THINKS, board, from, since: 100, until: 105, progress: 0 }); // prettier-ignore
  const x = (master: MasterAt, playback: Playback) => viewMaster(layout, master, () => board, alone(playback))!.x;
  const [first, second] = [layout.places[0]!.x, layout.places[1]!.x];

  test('walks to the next board in the first quarter of a move', () => {
    const steps = [0, 0.625, 1.25, 3].map((passed) => x(thinking(2, 1), playing(100 + passed)));
    expect(steps).toEqual([first, (first + second) / 2, second, second]);
  });

  test('stands at her board where walking could not be seen or is not wanted', () => {
    const tempos = [
      paused(100),
      playing(100, 1000),
      { ...playing(100), motion: false },
      { ...playing(100), speed: null },
    ];
    expect(tempos.map((playback) => x(thinking(2, 1), playback))).toEqual([second, second, second, second]);
  });

  test('is not followed from one runner to another', () => {
    expect(x(thinking(13, 12), playing(100))).toBe(layout.places[12]!.x);
  });

  test('walks as long as the trace says where it says so', () => {
    const walking: MasterAt = { ...thinking(2, 1), phase: MasterPhase.WALKS, progress: 0.25 };
    expect(x(walking, paused(101))).toBe(first + (second - first) / 4);
  });

  test('takes the pose of what she does', () => {
    const standing: MasterAt = { ...thinking(2, 1), phase: MasterPhase.STANDS };
    const poses = (master: MasterAt, mark: BoardView['mark'], over = false) =>
      viewMaster(layout, master, () => ({ ...board, mark }), alone(paused(101), over))?.pose;
    expect([
      poses(thinking(2, 1), 'running'), poses(standing, 'holding'), poses(standing, 'waiting'),
      poses(standing, 'over', true), poses({ ...standing, phase: MasterPhase.ABSENT }, 'ready'),
    ]).toEqual(['works', 'held', 'stands', 'over', undefined]); // prettier-ignore
  });
});

describe('what is said of a board', () => {
  const seed = { seed: '0' };

  test('names the board, what goes on, and the last move', () => {
    const view: BoardView = { mark: 'waiting', plies: 3, elapsed: 31.7, share: 0.5, slide: 1 };
    const standing = gameAt(seed, 2, 3);
    expect(boardText(2, view, standing)).toBe(
      `Board 2, waiting for the reply, 31 s, move 2, Black to move, last 2. ${standing.game.moves[2]!.san}`,
    );
    expect(moveText(gameAt(seed, 2, 0))).toBe(null);
  });

  test('writes moves on a score sheet, a pair a line', () => {
    const standing = gameAt(seed, 1, 3);
    const san = standing.game.moves.map((move) => move.san);
    expect(scoreLines(standing)).toEqual([
      { number: 1, white: san[0], black: san[1] },
      { number: 2, white: san[2], black: null },
    ]);
  });

  test('deals the games by the seed, however large', () => {
    expect(gamesSeed({ seed: '0' })).toBe(0);
    expect(gamesSeed({ seed: '123456789012345678901234567890' })).toBeLessThan(1000);
    expect(gameAt({ seed: '1' }, 1, 0).game.index).not.toBe(gameAt({ seed: '0' }, 1, 0).game.index);
  });
});
