import { describe, expect, test } from 'vitest';
import { nameOf, OUTLINE_WIDTH, PIECE_BOX, PIECE_NAMES, pieceShapes, shapeOf } from '../../shared/chess/pieces.ts';
import { BLACK, EMPTY, initialPosition } from '../../shared/chess/position.ts';

/** The points of a silhouette: it is drawn with absolute moves, lines and curves only. */
function points(body: string): [number, number][] {
  expect(body).toMatch(/^M[\d. LC]+Z$/);
  const numbers = body.match(/\d+(\.\d+)?/g)!.map(Number);
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1]!] as [number, number]] : []));
}
const written = ([x, y]: [number, number]) => `${x.toFixed(1)} ${y.toFixed(1)}`;
const shapes = PIECE_NAMES.map((name) => ({ name, ...pieceShapes[name] }));
const top = (name: (typeof PIECE_NAMES)[number]) => Math.min(...points(pieceShapes[name].body).map(([, y]) => y));

describe('the shape of a piece', () => {
  test.each(shapes)('$name keeps its outline inside the box', ({ body }) => {
    const edge = OUTLINE_WIDTH / 2;
    const outside = points(body).filter((point) => point.some((at) => at < edge || at > PIECE_BOX - edge));
    expect(outside).toEqual([]);
  });

  test.each(shapes.filter(({ name }) => name !== 'knight'))('$name is symmetrical', ({ body }) => {
    const right = points(body).map(written);
    const left = points(body).map(([x, y]) => written([PIECE_BOX - x, y]));
    expect(new Set(left)).toEqual(new Set(right));
  });

  test.each(shapes)('$name stands in the middle on the common ground', ({ body }) => {
    const foot = points(body).filter(([, y]) => y === 92);
    expect(foot.map(([x]) => x).reduce((sum, x) => sum + x, 0) / foot.length).toBe(50);
    expect(Math.max(...points(body).map(([, y]) => y))).toBe(92);
  });

  test('tells its rank by its height', () => {
    const heights = (['king', 'queen', 'bishop', 'rook', 'pawn'] as const).map(top);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(heights.length);
  });

  test('belongs to both sides alike and to no empty square', () => {
    const row = [...initialPosition().slice(0, 8)];
    expect(row.map(nameOf)).toEqual(['rook', 'knight', 'bishop', 'queen', 'king', 'bishop', 'knight', 'rook']);
    expect(row.map((piece) => shapeOf(piece + BLACK))).toEqual(row.map(shapeOf));
    expect([nameOf(EMPTY), shapeOf(EMPTY)]).toEqual([null, null]);
  });
});
