import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardGame, boardMoveAt, gameFor } from '../../shared/chess/boards.ts';
import { game, gameCount } from '../../shared/chess/games.ts';
import { applyMove, initialPosition, positionAt } from '../../shared/chess/position.ts';

const boards = fc.integer({ min: 1, max: 5000 });
const plies = fc.integer({ min: 0, max: 40_000 });
const seeds = fc.integer();
const check = (law: fc.IRawProperty<unknown>) => fc.assert(law as fc.IProperty<unknown>, { numRuns: 300 });

describe('the games of a board', () => {
  test('begin with its own number', () => {
    const first = Array.from({ length: gameCount }, (_, board) => boardGame(board + 1, 0, 0));
    expect(first).toEqual(first.map((_, index) => index));
  });

  test('come round only when all have been played', () => {
    check(
      fc.property(boards, seeds, fc.integer({ min: 0, max: 1000 }), (board, seed, n) => {
        const order = Array.from({ length: gameCount }, (_, step) => boardGame(board, seed, n + step));
        return new Set(order).size === gameCount && boardGame(board, seed, n + gameCount) === order[0];
      }),
    );
  });

  test('differ from those of the other boards of a usual exhibition', () => {
    check(
      fc.property(seeds, fc.integer({ min: 0, max: 1000 }), (seed, n) => {
        const order = Array.from({ length: gameCount }, (_, board) => boardGame(board + 1, seed, n));
        return new Set(order).size === gameCount;
      }),
    );
  });

  test('repeat themselves elsewhere in each block of boards', () => {
    const columns = [1, 2, 3, 4].map((block) => boardGame(1 + block * gameCount, 0, 0));
    expect(new Set([...columns, boardGame(1, 0, 0)]).size).toBe(5);
  });

  test('depend on the seed', () => {
    const orders = Array.from({ length: gameCount }, (_, seed) => boardGame(1, seed, 0));
    expect(new Set(orders).size).toBe(gameCount);
  });
});

describe('a board', () => {
  test('shows the start of its first game before any move', () => {
    check(
      fc.property(boards, seeds, (board, seed) => {
        const shown = gameFor(board, 0, seed);
        expect(shown).toEqual({ game: game(boardGame(board, seed, 0)), ply: 0, number: 0, over: false });
      }),
    );
  });

  test('plays its games from the first move to the last, in order, each from an even number of half-moves', () => {
    check(
      fc.property(boards, plies, seeds, (board, ply, seed) => {
        const before = gameFor(board, ply, seed);
        const after = gameFor(board, ply + 1, seed);
        const next = boardMoveAt(board, ply, seed);
        expect(after.game.index).toBe(boardGame(board, seed, after.number));
        expect(after.game).toBe(next.game);
        expect(after.over).toBe(after.ply === after.game.plies);
        if (after.number === before.number) {
          // The same game goes on: by one half-move, or by the handshake where White has made the last one.
          expect(after.ply).toBe(next.move === null ? before.ply : before.ply + 1);
          expect(next.move === null).toBe(before.over);
          if (next.move === null) expect([ply % 2, before.game.plies % 2]).toEqual([1, 1]);
        } else {
          expect([after.number, after.ply, before.over, ply % 2]).toEqual([before.number + 1, 1, true, 0]);
        }
      }),
    );
  });

  test('has White move in its even half-moves and Black in its odd ones', () => {
    check(
      fc.property(boards, plies, seeds, (board, ply, seed) => {
        const { game, ply: made, move } = boardMoveAt(board, ply, seed);
        if (move !== null) expect(made % 2).toBe(ply % 2);
        else expect([made, ply % 2]).toEqual([game.plies, 1]);
      }),
    );
  });

  test('shows what its half-moves lead to', () => {
    for (const board of [1, 2, 24, gameCount + 1]) {
      let position = initialPosition();
      for (let ply = 0; ply < 1200; ply += 1) {
        const { ply: made, move } = boardMoveAt(board, ply, 3);
        if (made === 0) position = initialPosition();
        if (move !== null) position = applyMove(position, move);
        const shown = gameFor(board, ply + 1, 3);
        expect(positionAt(shown.game, shown.ply)).toEqual(position);
      }
    }
  });

  test('shakes hands in place of the last reply when White mates', () => {
    const index = Array.from({ length: gameCount }, (_, index) => index).find((index) => game(index).plies % 2 === 1)!;
    const { plies } = game(index);
    const board = index + 1;
    const shown = [plies, plies + 1, plies + 2].map((ply) => gameFor(board, ply));
    expect(shown.map(({ ply, number, over }) => ({ ply, number, over }))).toEqual([
      { ply: plies, number: 0, over: true },
      { ply: plies, number: 0, over: true },
      { ply: 1, number: 1, over: false },
    ]);
    expect(boardMoveAt(board, plies).move).toBeNull();
  });

  test('goes on for ever', () => {
    const pairs = Array.from({ length: gameCount }, (_, index) => Math.ceil(game(index).plies / 2));
    const cycle = 2 * pairs.reduce((sum, length) => sum + length, 0);
    const far = gameFor(7, 1_000_000 * cycle + 11);
    expect({ ...far, number: far.number - 1_000_000 * gameCount }).toEqual(gameFor(7, 11));
  });

  test('is refused where there is none', () => {
    for (const board of [0, -1, 1.5, NaN]) expect(() => gameFor(board, 0)).toThrow(`There is no board ${board}`);
    for (const ply of [-1, 0.5, NaN, Infinity]) expect(() => gameFor(1, ply)).toThrow('is not a number of half-moves');
    expect(() => boardMoveAt(1, -1)).toThrow(RangeError);
    expect(() => gameFor(1, 0, 0.5)).toThrow('The seed 0.5 is not an integer.');
  });
});
