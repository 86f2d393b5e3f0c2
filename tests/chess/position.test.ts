import { Chess } from 'chess.js';
import { describe, expect, test } from 'vitest';
import { game, gameCount } from '../../shared/chess/games.ts';
import { material } from '../../shared/chess/material.ts';
import { applyMove, initialPosition, positionAt, squareName } from '../../shared/chess/position.ts';
import { positionFrom, positionOf } from './replay.ts';
import type { Move } from '../../shared/chess/position.ts';

const square = (name: string) => Array.from({ length: 64 }, (_, index) => squareName(index)).indexOf(name);

/** Makes a move of chess.js in a position given as FEN and compares the boards. */
function check(fen: string, from: string, to: string, promotion?: 'q' | 'r' | 'b' | 'n') {
  const chess = new Chess(fen);
  const before = positionOf(chess);
  const copy = before.slice();
  chess.move(promotion === undefined ? { from, to } : { from, to, promotion });
  const move: Omit<Move, 'san'> = { from: square(from), to: square(to), ...(promotion && { promotion }) };
  expect(applyMove(before, move)).toEqual(positionOf(chess));
  expect(before).toEqual(copy);
}

describe('a position', () => {
  test('begins as chess begins', () => {
    expect(initialPosition()).toEqual(positionOf(new Chess()));
    expect(initialPosition()).not.toBe(initialPosition());
  });

  test('numbers its squares from a1 along the ranks', () => {
    expect([0, 1, 7, 8, 28, 63].map(squareName)).toEqual(['a1', 'b1', 'h1', 'a2', 'e4', 'h8']);
  });

  test.each([
    ['e1', 'g1', 'w'],
    ['e1', 'c1', 'w'],
    ['e8', 'g8', 'b'],
    ['e8', 'c8', 'b'],
  ])('castles from %s to %s', (from, to, side) => check(`r3k2r/8/8/8/8/8/8/R3K2R ${side} KQkq - 0 1`, from, to));

  test('takes in passing on either wing, for either side', () => {
    check('4k3/8/8/2pP4/8/8/8/4K3 w - c6 0 1', 'd5', 'c6');
    check('4k3/8/8/3Pp3/8/8/8/4K3 w - e6 0 1', 'd5', 'e6');
    check('4k3/8/8/8/pP6/8/8/4K3 b - b3 0 1', 'a4', 'b3');
    check('4k3/8/8/8/6Pp/8/8/4K3 b - g3 0 1', 'h4', 'g3');
  });

  test.each(['q', 'r', 'b', 'n'] as const)('promotes to %s, with and without taking', (piece) => {
    check('1n2k3/P7/8/8/8/8/p7/1N2K3 w - - 0 1', 'a7', 'a8', piece);
    check('1n2k3/P7/8/8/8/8/p7/1N2K3 w - - 0 1', 'a7', 'b8', piece);
    check('1n2k3/P7/8/8/8/8/p7/1N2K3 b - - 0 1', 'a2', 'b1', piece);
  });

  test('of a game is the same however it is reached, and belongs to the caller', () => {
    const played = game(5);
    const forwards = Array.from({ length: played.plies + 1 }, (_, ply) => positionAt(played, ply));
    positionAt(played, 9).fill(0);
    const backwards = forwards.map((_, index) => positionAt(played, played.plies - index)).reverse();
    expect(backwards).toEqual(forwards);
    expect(forwards[0]).toEqual(initialPosition());
  });

  test('is found without a move being made once more, after the first time', () => {
    let reads = 0;
    const moves = new Proxy(game(0).moves, {
      get(list, name) {
        if (/^\d+$/.test(String(name))) reads++;
        return Reflect.get(list, name) as unknown;
      },
    });
    const played = { moves };
    positionAt(played, 0);
    const first = reads;
    for (let ply = 0; ply <= moves.length; ply++) positionAt(played, ply);
    expect([first >= moves.length, reads - first]).toEqual([true, 0]);
  });
});

describe('material', () => {
  test('is even and complete at the start', () => {
    expect(material(initialPosition())).toEqual({ takenByWhite: [], takenByBlack: [], balance: 0 });
  });

  test('names what was taken, the most valuable first, and who is ahead', () => {
    const position = positionFrom([
      'r.b.kbnr',
      'pppp.ppp',
      '........',
      '........',
      '........',
      '........',
      'PPPPPPP.',
      'RNBQKB..',
    ]);
    expect(material(position)).toEqual({ takenByWhite: [11, 8, 7], takenByBlack: [4, 2, 1], balance: 13 - 9 });
  });

  test('counts a promoted pawn as promoted', () => {
    const position = positionFrom([
      'rnbqkbnr',
      'ppppppp.',
      '........',
      '........',
      '........',
      '........',
      'PPPPPP..',
      'RNBQKBNQ',
    ]);
    // White has two queens and no rook at h1: of two missing pawns one has become a queen.
    expect(material(position)).toEqual({ takenByWhite: [7], takenByBlack: [4, 1], balance: -2 + 9 - 5 + 1 });
  });

  test('of a game changes only by captures and promotions', () => {
    for (let index = 0; index < gameCount; index += 1) {
      const played = game(index);
      let taken = 0;
      played.moves.forEach((move, ply) => {
        if (move.san.includes('x')) taken += 1;
        const { takenByWhite, takenByBlack, balance } = material(positionAt(played, ply + 1));
        const before = material(positionAt(played, ply)).balance;
        expect(takenByWhite.length + takenByBlack.length, `${index}, ${move.san}`).toBe(taken);
        if (!/[x=]/.test(move.san)) expect(balance).toBe(before);
      });
    }
  });
});
