import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { game, gameCount, moveAt, pliesOf } from '../../shared/chess/games.ts';
import { positionAt } from '../../shared/chess/position.ts';
import { endingOf, positionOf, replay, resultOf } from './replay.ts';
import type { Game } from '../../shared/chess/games.ts';

const games = Array.from({ length: gameCount }, (_, index) => game(index));
const pairs = (game: Game) => Math.ceil(game.plies / 2);
const beginning = (game: Game, plies: number) =>
  game.moves
    .slice(0, plies)
    .map((move) => move.san)
    .join(' ');
const different = (plies: number) => new Set(games.map((game) => beginning(game, plies))).size;

describe('every game', () => {
  test.each(games)('$index, $opening, is legal, and its moves, positions and end are those of chess.js', (game) => {
    const written: string[] = [];
    const wrongPositions: number[] = [];
    const earlyEnds: number[] = [];
    const chess = replay(game, (chess, ply, san) => {
      written.push(san);
      if (positionOf(chess).join() !== positionAt(game, ply).join()) wrongPositions.push(ply);
      if (ply < game.plies && endingOf(chess) !== 'unfinished') earlyEnds.push(ply);
    });
    expect(game.moves.map((move) => move.san)).toEqual(written);
    expect({ wrongPositions, earlyEnds }).toEqual({ wrongPositions: [], earlyEnds: [] });
    expect({ ending: game.ending, result: game.result }).toEqual({ ending: endingOf(chess), result: resultOf(chess) });
  });

  test('is over or at least 60 pairs of moves long', () => {
    expect(games.filter((game) => game.ending === 'unfinished' && pairs(game) < 60)).toEqual([]);
  });

  test('knows its number of half-moves without being decoded', () => {
    expect(games.map((game) => pliesOf(game.index))).toEqual(games.map((game) => game.moves.length));
  });
});

describe('the collection', () => {
  test('has enough games for three exhibitions, most of them longer than one', () => {
    expect(gameCount).toBeGreaterThanOrEqual(72);
    expect(games.filter((game) => pairs(game) >= 30).length).toBeGreaterThanOrEqual(0.9 * gameCount);
    expect(games.filter((game) => pairs(game) >= 40).length).toBeGreaterThanOrEqual(0.5 * gameCount);
  });

  test('starts no two games alike and knows many first moves', () => {
    expect(different(12)).toBe(gameCount);
    expect(different(1)).toBeGreaterThanOrEqual(8);
    expect(different(2)).toBeGreaterThanOrEqual(25);
    expect(new Set(games.map((game) => game.opening)).size).toBe(gameCount);
  });

  test('shows different first moves on neighbouring boards', () => {
    const alike = games.filter((game, index) => beginning(game, 2) === beginning(games[index - 1] ?? games[1]!, 2));
    expect(alike.length).toBeLessThan(gameCount / 10);
    expect(alike.filter((game) => game.index < 24)).toEqual([]);
  });

  test('is won by the master mostly, but not always', () => {
    const share = (result: string) => games.filter((game) => game.result === result).length / gameCount;
    expect(share('1-0')).toBeGreaterThan(0.7);
    expect(share('1/2-1/2')).toBeGreaterThan(0.05);
    expect(share('0-1')).toBeGreaterThan(0);
  });

  test('holds every special move', () => {
    const moves = games.flatMap((game) => game.moves);
    const holds = (pattern: RegExp) => moves.some((move) => pattern.test(move.san));
    const inPassing = games.some((game) =>
      game.moves.some(
        ({ from, to, san }, ply) => /^[a-h]x/.test(san) && from !== to && positionAt(game, ply)[to] === 0,
      ),
    );
    expect([/^O-O$/, /^O-O-O$/, /=Q/, /^[NR][a-h]/, /^[NR][1-8]/, /\+$/, /#$/].map(holds)).not.toContain(false);
    expect(inPassing).toBe(true);
  });

  test('is small', () => {
    expect(statSync(resolve(import.meta.dirname, '../../shared/chess/games.data.ts')).size).toBeLessThan(250_000);
  });
});

describe('asking for what is not there', () => {
  test('is refused with the limit', () => {
    const first = game(0);
    expect(() => game(gameCount)).toThrow(`There is no game ${gameCount}: there are ${gameCount}.`);
    expect(() => game(-1)).toThrow(RangeError);
    expect(() => pliesOf(0.5)).toThrow(RangeError);
    expect(() => moveAt(first, first.plies)).toThrow(
      `Ply ${first.plies} is outside a game of ${first.plies} half-moves.`,
    );
    expect(() => positionAt(first, first.plies + 1)).toThrow(RangeError);
    expect(() => positionAt(first, -1)).toThrow(RangeError);
    expect(() => positionAt(first, 1.5)).toThrow(RangeError);
  });
});
