import { describe, expect, test } from 'vitest';
import { layoutBoards, neighbour, type BoardsLayout } from '../../renderer/stage/boards/layout.ts';

const layoutOf = (boards: number, width = 638, height = 544) => layoutBoards({ width, height, boards, textSize: 12 });
const shape = ({ side, columns, rows, detail }: BoardsLayout) => ({ side, columns, rows, detail });

describe('the boards of a picture', () => {
  test('stand as the design says at 1280 x 800 with two lanes', () => {
    expect([1, 12, 24, 48, 240, 1000].map((boards) => shape(layoutOf(boards)))).toEqual([
      { side: 259, columns: 1, rows: 1, detail: 'plate' },
      { side: 92, columns: 4, rows: 3, detail: 'plate' },
      { side: 72, columns: 6, rows: 4, detail: 'plate' },
      { side: 49, columns: 10, rows: 5, detail: 'plate' },
      { side: 25, columns: 22, rows: 11, detail: 'tile' },
      { side: 11, columns: 44, rows: 23, detail: 'tile' },
    ]);
  });

  test('never overlap each other or leave the picture', () => {
    const wrong: string[] = [];
    for (const boards of [1, 2, 3, 6, 7, 12, 24, 25, 48, 60, 61, 100, 240, 500, 1000]) {
      for (const [width, height] of [
        [638, 544],
        [320, 600],
        [958, 530],
        [1280, 544],
        [1918, 700],
        [460, 400],
      ] as const) {
        const layout = layoutOf(boards, width, height);
        const reach = layout.side / 2 + layout.edge;
        const name = `${boards} in ${width} x ${height}`;
        for (const { x, y } of layout.places) {
          if (x - reach < 0 || x + reach > width || y - layout.edge < 0 || y + layout.side + layout.edge > height) {
            wrong.push(`${name}: out of the picture`);
          }
        }
        if (layout.columns > 1 && layout.pitch < 2 * reach) wrong.push(`${name}: overlap`);
        if (layout.places.length !== boards) wrong.push(`${name}: ${layout.places.length} boards`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('stand on either side of a runner, the way back below the way there', () => {
    const { places, runners, runnerHeight, edge, side } = layoutOf(24);
    const first = places.slice(0, 12);
    expect(first.map(({ below }) => below)).toEqual([
      ...Array<boolean>(6).fill(false),
      ...Array<boolean>(6).fill(true),
    ]);
    expect(first.map(({ runner }) => runner)).toEqual(Array(12).fill(0));
    // Board 7 stands under board 6: she turns round and goes back.
    expect(places[6]!.x).toBe(places[5]!.x);
    expect(places[5]!.y + side + edge).toBeLessThanOrEqual(runners[0]!);
    expect(places[6]!.y - edge).toBeGreaterThanOrEqual(runners[0]! + runnerHeight - 1);
  });

  test('lose their plates when they are small or many, and their pieces when they are smaller', () => {
    expect(layoutOf(60).detail).toBe('plate');
    expect(layoutOf(61).detail).toBe('position');
    expect(layoutOf(48, 320, 300).detail).toBe('position');
    expect(layoutOf(240).detail).toBe('tile');
  });

  test('are tiles with a few real boards below them where there are hundreds', () => {
    for (const boards of [240, 1000, 10_000]) {
      const { density, places, side } = layoutOf(boards);
      const { field, counts, inset } = density!;
      expect(counts.y + counts.height).toBeLessThan(field.y);
      expect(field.y + field.height).toBeLessThan(inset!.box.y);
      expect(Math.max(...places.map(({ y }) => y)) + side).toBeLessThanOrEqual(field.y + field.height);
      expect(inset!.layout.places.length).toBeGreaterThanOrEqual(3);
      // Rows as she walks: the next row begins where this one ends.
      const turn = places.findIndex(({ y }) => y > places[0]!.y);
      expect(places[turn]!.x).toBe(places[turn - 1]!.x);
    }
    expect(layoutOf(24).density).toBe(null);
    // There is room for pieces in a large window.
    expect(layoutOf(240, 1918, 1700).density).toBe(null);
  });

  test('are there even where there is no room for them', () => {
    expect(layoutOf(1000, 40, 30).places).toHaveLength(1000);
  });
});

describe('the arrow keys', () => {
  test('go to the board beside, above and below as they stand', () => {
    const layout = layoutOf(24);
    expect([
      neighbour(layout, 0, 1, 0),
      neighbour(layout, 0, 0, 1),
      neighbour(layout, 11, 1, 0),
      neighbour(layout, 11, 0, 1),
      neighbour(layout, 5, 1, 0),
      neighbour(layout, 0, 0, -1),
    ]).toEqual([1, 11, 10, 12, -1, -1]);
  });

  test('stop at the gap of a row that is not full', () => {
    const layout = layoutOf(7);
    const last = layout.places.length - 1;
    expect([neighbour(layout, last, 0, 1), neighbour(layout, last, 0, -1)]).toEqual([-1, expect.any(Number)]);
  });
});
