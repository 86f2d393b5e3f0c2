import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutCallStack, type CallStackShape } from '../../renderer/stage/call-stack/layout.ts';
import { layoutSquares, scaleOf } from '../../renderer/stage/call-stack/meter.ts';
import { placeOf } from '../../renderer/stage/call-stack/paint-cards.ts';
import { bytesTexts, cardText, gotText, memoryText, squareTexts } from '../../renderer/stage/call-stack/text.ts';
import { viewCallStack, type Code, type CallStackView } from '../../renderer/stage/call-stack/view.ts';
import type { Box } from '../../renderer/picture/areas.ts';
import type { Playback } from '../../renderer/stage/kit/playback.ts';
import { stackFrameEvents, StackFramesFold, MAIN } from '../../shared/fold/stack-frames.ts';
import { Functions } from '../../shared/listing/functions.ts';
import { Kind } from '../../shared/trace/kinds.ts';

const text = `
def inner(n):
    for k in range(n):
        got = yield k

def outer(n):
    return (yield from inner(n))

def main():
    values = outer(3)
    value = next(values)
    print(value)
    values.send(5)
`;
const functions = new Functions(text.split('\n').slice(1));
const names = ['outer', 'inner', 'never'];
const code: Code = { functions, nameOf: (frame) => (frame === MAIN ? 'main' : names[frame]!) };
const rows = [MAIN, 0, 1, 2];

/** Steps of a second each: what is told, of which frame, on which line, with what value. */
const steps: readonly (readonly [kind: number, frame: number, line: number, value?: number])[] = [
  [stackFrameEvents.kind.called, 0, 9],
  [stackFrameEvents.kind.called, 1, 6],
  [stackFrameEvents.kind.yielded, 1, 3, 7],
  [stackFrameEvents.kind.yielded, 0, 6, 7],
  [stackFrameEvents.kind.got, 7, 11],
  [stackFrameEvents.kind.sent, 0, 12, 5],
  [stackFrameEvents.kind.ended, 1, 2],
  [stackFrameEvents.kind.returned, 0, 6, 70],
  [stackFrameEvents.kind.got, 70, 11],
];

function foldAt(t: number): StackFramesFold {
  const fold = new StackFramesFold((frame, line) => functions.owner(line) === code.nameOf(frame));
  fold.event(0, Kind.RUN, 0, 0, 0);
  steps.forEach(([kind, frame, line, value], at) => {
    if (at > t) return;
    fold.event(at, kind, 0, frame, line);
    if (value !== undefined) fold.event(at, Kind.FIELD, 0, value, line);
    fold.event(at, Kind.WORK, 0, 1, line);
  });
  if (t >= steps.length) fold.event(steps.length, Kind.DONE, 0, 0, 0);
  return fold;
}

const paused = (t: number): Playback => ({ t, playing: false, speed: 1, motion: true });
const viewAt = (t: number, playback: Partial<Playback> = {}): CallStackView =>
  viewCallStack(foldAt(t), rows, code, { ...paused(t), ...playback });
const told = (t: number) => {
  const view = viewAt(t);
  return view.cards.map((card, row) => cardText(card, row, view));
};

describe('the picture of a call stack', () => {
  test('says of each frame what it does and the line on which it stands', () => {
    expect(told(0)).toEqual([
      'main runs: values = outer(3), calls outer',
      'outer created, not started, continues at: def outer(n):',
      'inner: not called yet',
      'never: not called yet',
    ]);
    // Entered is what was made at the next() behind it.
    expect(told(1).slice(0, 3)).toEqual([
      'main waits for outer: value = next(values)',
      'outer runs: return (yield from inner(n)), calls inner',
      'inner created, not started, continues at: def inner(n):',
    ]);
    expect(told(2).slice(0, 3)).toEqual([
      'main waits for outer: value = next(values)',
      'outer waits for inner: return (yield from inner(n))',
      'inner runs: got = yield k, yields 7 to outer',
    ]);
    expect(told(4).slice(0, 3)).toEqual([
      'main runs: print(value), has 7',
      'outer suspended, kept alive, continues at: return (yield from inner(n))',
      'inner suspended, kept alive, continues at: got = yield k',
    ]);
    expect(told(5)[0]).toBe('main runs: values.send(5), sends 5 to outer');
    expect(told(6).slice(0, 3)).toEqual([
      'main waits for outer: values.send(5)',
      'outer waits for inner: return (yield from inner(n))',
      'inner runs: for k in range(n):, is at its end',
    ]);
    expect(told(7).slice(1, 3)).toEqual([
      'outer runs: return (yield from inner(n)), returns 70 to main',
      'inner: gone',
    ]);
    expect(told(8).slice(0, 3)).toEqual(['main runs: print(value), has 70', 'outer: gone, returned 70', 'inner: gone']);
    expect(told(9)).toEqual(['main: gone', 'outer: gone, returned 70', 'inner: gone', 'never: not called yet']);
  });

  test('a function that does not yield is called, not made', () => {
    const plain: Code = { ...code, functions: new Functions(['def outer(n):', '    return n']) };
    expect(viewCallStack(foldAt(0), rows, plain, paused(0)).cards[1]!.state).toBe('called');
  });

  test('knows what the program has got', () => {
    expect([0, 4, 8].map((t) => gotText(viewAt(t)))).toEqual([
      'main has received nothing yet',
      'main has received 7',
      'main has received 7 70',
    ]);
  });

  test('a value is on its way while the clock plays, and has come to where it goes when it does not', () => {
    const share = (t: number, playback: Partial<Playback> = {}) =>
      viewAt(t, { playing: true, ...playback }).token?.share;
    expect(viewAt(2).token).toEqual({ kind: 'yielded', from: 2, to: 1, value: 7, share: 1 });
    expect(share(2)).toBe(0);
    expect(share(2.21)).toBeCloseTo(0.5);
    expect(share(2.5)).toBe(1);
    // Twice as fast, and it goes in sixty hundredths of a step.
    expect(share(2.3, { speed: 2 })).toBeCloseTo(0.5);
    expect([share(2, { speed: 20 }), share(2, { speed: null }), share(2, { motion: false })]).toEqual([1, 1, 1]);
    // What has been got lies where it is.
    expect(share(4)).toBe(1);
    expect(viewAt(0).token).toMatchObject({ kind: 'called', value: null });
    expect(viewAt(9).token).toBeNull();
  });
});

describe('values in memory', () => {
  test('are squares, of which about a hundred stand for the most there are', () => {
    expect([1, 10, 11, 100, 101, 1000, 1_000_000, 5_000_001].map(scaleOf)).toEqual([
      { unit: 1, slots: 10 },
      { unit: 1, slots: 10 },
      { unit: 1, slots: 20 },
      { unit: 1, slots: 100 },
      { unit: 10, slots: 20 },
      { unit: 10, slots: 100 },
      { unit: 10_000, slots: 100 },
      { unit: 100_000, slots: 60 },
    ]);
    expect([squareTexts(1)[0], squareTexts(10_000)[0]]).toEqual(['1 square = 1 value', '1 square = 10,000 values']);
  });

  test('take 36 bytes each', () => {
    expect([1, 10, 1000, 1_000_000].map((count) => bytesTexts(count)[1])).toEqual([
      'about 36 bytes',
      'about 360 bytes',
      'about 36 kB',
      'about 36 MB',
    ]);
    expect(memoryText(viewAt(0))).toMatch(/^Values in memory: 0, /);
    expect(memoryText(viewAt(9))).toMatch(/^Peak values in memory: 0, /);
  });

  test('squares lie beside each other inside their room', () => {
    const squares = layoutSquares({ x: 10, y: 20, width: 200, height: 90 }, 100, 40);
    expect(squares).toHaveLength(100);
    expect(new Set(squares.map(({ x, y }) => `${x} ${y}`)).size).toBe(100);
    expect(Math.max(...squares.map(({ x, width }) => x + width))).toBeLessThanOrEqual(210);
    expect(Math.max(...squares.map(({ y, height }) => y + height))).toBeLessThanOrEqual(110);
  });
});

describe('the layout', () => {
  const usual = { xs: 12, s: 14, m: 16, l: 20, xl: 25, '2xl': 31 };
  const projector = { xs: 16, s: 18, m: 20, l: 25, xl: 31, '2xl': 42 };
  const inside = (box: Box, width: number, height: number) =>
    box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1;
  const apart = (one: Box, other: Box) =>
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;
  const anyShape: fc.Arbitrary<CallStackShape> = fc.record({
    rows: fc.integer({ min: 1, max: 5 }),
    letters: fc.integer({ min: 10, max: 60 }),
    digits: fc.integer({ min: 1, max: 9 }),
    most: fc.constantFrom(1, 10, 77, 1000, 1_000_000),
  });

  test('keeps everything inside, and nothing upon anything else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 318, max: 1920 }),
        fc.integer({ min: 320, max: 900 }),
        anyShape,
        fc.constantFrom(usual, projector),
        (width, height, shape, sizes) => {
          const layout = layoutCallStack({ width, height }, shape, sizes);
          const { cards, aside, strip, meter, head } = layout;
          const parked = cards.map((card) => ({ ...card, width: card.width + aside }));
          const parts = [head, ...parked, strip, meter.box];
          for (const part of [...parts, meter.rack]) expect(inside(part, width, height)).toBe(true);
          parts.forEach((part, place) => {
            for (const other of parts.slice(place + 1)) expect(apart(part, other)).toBe(true);
          });
          expect(inside({ ...meter.rack, x: meter.rack.x - meter.box.x }, meter.box.width, height)).toBe(true);
          expect(meter.number.y).toBeLessThanOrEqual(height);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('has who is parked aside, and who is on the stack at the rail', () => {
    const layout = layoutCallStack({ width: 640, height: 540 }, { rows: 4, letters: 30, digits: 2, most: 1 }, usual);
    const left = (t: number) => viewAt(t).cards.map((card, row) => placeOf(layout, row, card).x - layout.cards[row]!.x);
    expect(left(2)).toEqual([0, 0, 0, 0]);
    expect(left(3)).toEqual([0, 0, layout.aside, 0]);
    expect(left(4)).toEqual([0, layout.aside, layout.aside, 0]);
    expect(left(8)).toEqual([0, 0, 0, 0]);
    expect(layout.rail.x + layout.rail.width).toBe(layout.cards[0]!.x);
    expect(layout.aside).toBeGreaterThan(10);
  });

  test('shows code at a size that can be read', () => {
    const shape = { rows: 5, letters: 31, digits: 2, most: 1 };
    for (const [width, height] of [
      [638, 388],
      [638, 544],
      [1280, 544],
      [958, 553],
    ] as const) {
      const { code, lines } = layoutCallStack({ width, height }, shape, usual);
      expect(code).toBeGreaterThanOrEqual(12);
      expect(lines).toBeGreaterThanOrEqual(2);
    }
  });
});
