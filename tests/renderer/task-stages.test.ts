import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../renderer/picture/areas.ts';
import type { Inks } from '../../renderer/picture/inks.ts';
import { chainCard } from '../../renderer/stage/chains/card.ts';
import { stepBox } from '../../renderer/stage/chains/painter.ts';
import { crowdOf } from '../../renderer/stage/chains/crowd.ts';
import { drawingCard } from '../../renderer/stage/draws/card.ts';
import { tickStep, timeScale } from '../../renderer/stage/kit/axis.ts';
import { neighbourCard, pack } from '../../renderer/stage/kit/card-layout.ts';
import { cardText, viewCards, type CardKind } from '../../renderer/stage/kit/cards.ts';
import { Motions } from '../../renderer/stage/kit/motions.ts';
import { tallyOf } from '../../renderer/stage/kit/tally.ts';
import { TaskFold } from '../../renderer/stage/kit/task-fold.ts';
import { statusTexts, viewTask } from '../../renderer/stage/kit/task-view.ts';
import { launchCard } from '../../renderer/stage/launchpads/card.ts';
import { launchpads } from '../../renderer/stage/launchpads/launchpads.ts';
import { speechCard } from '../../renderer/stage/speakers/card.ts';
import { foldAt } from '../../renderer/stores/folds.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import type { ChainAt } from '../../shared/fold/chains.ts';
import { lanesOf } from './lanes.ts';

const inks = { sizes: { xs: 12, s: 14, m: 16, l: 20, xl: 25, '2xl': 31 } } as Inks;
const area = fc.record({
  x: fc.constant(0),
  y: fc.integer({ min: 0, max: 40 }),
  width: fc.integer({ min: 280, max: 1900 }),
  height: fc.integer({ min: 240, max: 900 }),
});

const inside = (area: Box, box: Box) =>
  box.x >= area.x - 0.01 &&
  box.y >= area.y - 0.01 &&
  box.x + box.width <= area.x + area.width + 0.01 &&
  box.y + box.height <= area.y + area.height + 0.01;

const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x + 0.01 ||
  b.x + b.width <= a.x + 0.01 ||
  a.y + a.height <= b.y + 0.01 ||
  b.y + b.height <= a.y + 0.01;

describe('cards in an area', () => {
  test('are all there, inside it and beside each other, from one to a thousand', () => {
    fc.assert(
      fc.property(area, fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1000 })), (area, count) => {
        for (const kind of [launchCard, speechCard, drawingCard]) {
          const { boxes, columns } = kind.layout(area, count, inks);
          expect(boxes.length).toBe(count);
          expect(boxes.every((box) => inside(area, box))).toBe(true);
          const clashes = boxes.flatMap((box, place) =>
            [place + 1, place + columns - 1, place + columns, place + columns + 1]
              .filter((other) => other > place && other < count && !apart(box, boxes[other]!))
              .map((other) => [place, other]),
          );
          expect(clashes).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('shrink in steps: everything, what matters, a tile', () => {
    const room = { x: 0, y: 0, width: 640, height: 520 };
    const details = [3, 12, 60, 1000].map((count) => launchCard.layout(room, count, inks).detail);
    expect(details).toEqual(['full', 'full', 'compact', 'tile']);
  });

  test('leave room above tiles for the line that counts them', () => {
    const layoutOf = (count: number) => launchpads.picture.layout({ width: 640, height: 520 }, { count }, inks);
    expect(layoutOf(0)).toBe(null);
    expect(layoutOf(12)!.tally).toBe(undefined);
    const { tally = 0, boxes } = layoutOf(1000)!;
    expect(tally).toBeCloseTo(33.6);
    expect(Math.min(...boxes.map(({ y }) => y))).toBeGreaterThanOrEqual(tally);
    expect(launchpads.picture.areas(layoutOf(12)!, { cards: [] } as never).map(({ task }) => task)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ]);
  });

  test('are left and entered with the arrows where they stand', () => {
    const layout = pack({ x: 0, y: 0, width: 640, height: 520 }, 7, { narrowest: 1, widest: 1 }, 12);
    expect(layout.columns).toBe(3);
    const way = (card: number, dx: number, dy: number) => neighbourCard(layout, card, dx, dy);
    expect([
      way(0, 1, 0),
      way(0, -1, 0),
      way(2, 1, 0),
      way(1, 0, 1),
      way(4, 0, -1),
      way(4, 0, 1),
      way(6, 0, -1),
    ]).toEqual([1, -1, -1, 4, 1, -1, 3]);
  });
});

describe('chains', () => {
  test('have a row each as long as rows can be told apart, and are counted beyond', () => {
    const room = { x: 0, y: 0, width: 640, height: 520 };
    const rows = (count: number) => chainCard.layout(room, count, inks);
    expect([3, 12, 40, 120, 1000].map((count) => rows(count).detail)).toEqual([
      'full',
      'compact',
      'tile',
      'tile',
      'tile',
    ]);
    expect([3, 12, 40, 120, 1000].map((count) => rows(count).boxes.length)).toEqual([3, 12, 40, 120, 0]);
    for (const count of [3, 12, 40, 120]) expect(rows(count).boxes.every((box) => inside(room, box))).toBe(true);
  });

  test('that are counted add up at every instant', () => {
    const chain = (one: number, two: number): ChainAt => ({
      since: 0,
      steps: [
        { from: 0, seconds: one, to: one },
        { from: one, seconds: two, to: one + two },
      ],
      took: one + two,
    });
    const layers = crowdOf([chain(2, 3), chain(4, 4), chain(1, 9)], 10, 10, 10);
    expect(layers.map((layer) => [...layer])).toEqual([
      [0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3],
      [0, 1, 2, 2, 3, 2, 2, 2, 1, 1, 0],
      [3, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  test('draw nothing before the run began', () => {
    const [row, scale] = [{ x: 100, y: 0, width: 500, height: 40 }, timeScale(10, 100, 500)];
    const box = (from: number, to: number) => stepBox(row, { from, seconds: 0, to }, scale);
    for (const [from, to] of [
      [0, 0],
      [0, 0.001],
      [0, NaN],
      [0, 4],
    ] as const)
      // prettier-ignore
      expect(box(from, to).x).toBe(scale.at(0));
    const late = box(4, 4);
    expect(late.x + late.width).toBe(scale.at(4));
  });

  test('share an axis whose lines are round and not too close', () => {
    const steps = [0.3, 11, 23, 107, 5000, 43_200].map((longest) => tickStep(timeScale(longest, 0, 420)));
    expect(steps).toEqual([0.05, 2, 5, 20, 1200, 7200]);
    expect(timeScale(20, 100, 400).at(5)).toBe(200);
  });
});

describe('what a task does', () => {
  const after = (...kinds: readonly (readonly [at: number, kind: number, value?: number])[]) => {
    const states = new StateFold();
    for (const [at, kind, value = 0] of kinds) states.event(at, kind, 1, value, 0);
    return states;
  };

  test('is one of the four marks, or how it ended', () => {
    const marks = [
      [Kind.SPAWN, 0],
      [Kind.RUN, 0],
      [Kind.SLEEP, 2],
      [Kind.BLOCK, 2],
      [Kind.CONTEND, 0],
      [Kind.PARK, 0],
      [Kind.DONE, 0],
      [Kind.FAIL, 0],
      [Kind.CANCELLED, 0],
    ] as const;
    expect(marks.map(([kind, value]) => viewTask(after([0, Kind.SPAWN], [1, kind, value]), 1, 1.5).mark)).toEqual([
      'ready', 'running', 'waiting', 'holding', 'ready', 'waiting', 'done', 'failed', 'cancelled',
    ]); // prettier-ignore
    expect(viewTask(new StateFold(), 1, 0).mark).toBe('absent');
  });

  test('fills with the share of its wait that has passed', () => {
    const view = viewTask(after([1, Kind.BLOCK, 4]), 1, 2);
    expect(view).toEqual({ mark: 'holding', elapsed: 1, whole: 4, share: 0.25 });
    expect(statusTexts(view)).toEqual(['blocking its worker, 1.0 of 4 s', 'blocking, 1.0 of 4 s', '1.0 of 4 s']);
  });

  test('is told to the tenth of a second, but not beyond ten', () => {
    const told = (seconds: number, t: number) => statusTexts(viewTask(after([0, Kind.SLEEP, seconds]), 1, t))[2];
    expect([told(0.5, 0.3), told(9, 0.1 + 0.2), told(12, 11.9), told(1000, 3)]).toEqual([
      '0.3 of 0.5 s',
      '0.3 of 9 s',
      '11 of 12 s',
      '3 of 1000 s',
    ]);
  });

  test('is counted where there are too many: the marks always, endings when they occur', () => {
    const view = (mark: 'ready' | 'done' | 'failed') => ({ view: { mark, elapsed: 0, whole: NaN, share: 1 } });
    const tally = tallyOf([view('ready'), view('ready'), view('failed')]);
    expect(tally).toEqual([
      { mark: 'ready', count: 2 },
      { mark: 'running', count: 0 },
      { mark: 'waiting', count: 0 },
      { mark: 'holding', count: 0 },
      { mark: 'done', count: 0 },
      { mark: 'failed', count: 1 },
    ]);
  });
});

describe('a stage in words', () => {
  const cards = { countdown: launchCard, count: speechCard, makerandom: drawingCard, chained: chainCard } as const;

  /** What a stage says of each task, lane by lane. */
  function said(workload: keyof typeof cards, t: number, params: Record<string, unknown> = {}): string[][] {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the four kinds have nothing in common but being kinds
    const kind: CardKind<any, any> = cards[workload];
    const lanes = lanesOf(workload, params).map((lane) => ({ ...lane, end: lane.trace.endsAt }));
    return lanes.map((lane) => {
      const playback = { t: Math.min(t, lane.end), playing: false, speed: 1, motion: true };
      const fold = foldAt(lane, kind.id, playback.t, () => new TaskFold(kind.make()));
      return viewCards(kind, { lane, lanes, fold, playback }).cards.map((card) => cardText(kind, card));
    });
  }

  test('of launch pads', () => {
    expect(said('countdown', 1.5)).toEqual([
      ['A, T minus 4, blocking its worker, 0.5 of 1 s', 'B, on the pad, ready, 1.5 s', 'C, on the pad, ready, 1.5 s'],
      [
        'A, T minus 4, waiting, 0.5 of 1 s',
        'B, starts in 0.5 s, waiting, 1.5 of 2 s',
        'C, T minus 4, waiting, 0.5 of 1 s',
      ],
    ]);
    expect(said('countdown', 99)).toEqual([
      ['A, lifted off at 5 s, done', 'B, lifted off at 10 s, done', 'C, lifted off at 15 s, done'],
      ['A, lifted off at 5 s, done', 'B, lifted off at 5 s, done', 'C, lifted off at 5 s, done'],
    ]);
  });

  test('of speakers', () => {
    expect(said('count', 1.5)).toEqual([
      [
        'count-0, has said one and two, done',
        'count-1, has said one, blocking its worker, 0.5 of 1 s',
        'count-2, has said nothing, ready, 1.5 s',
      ],
      [
        'count-0, has said one and two, done',
        'count-1, has said one and two, done',
        'count-2, has said one and two, done',
      ],
    ]);
  });

  test('of draws: the threshold is known before the first draw', () => {
    const [synchronous] = said('makerandom', 0);
    expect(synchronous!.slice(1)).toEqual([
      'makerandom-1, beat 8, no try, ready',
      'makerandom-2, beat 7, no try, ready',
    ]);
    for (const text of said('makerandom', 1e6).flat())
      expect(text).toMatch(/^makerandom-\d, \d+ beats \d, (1 try|\d+ tries), done$/);
  });

  test('of chains', () => {
    const [synchronous, asynchronous] = said('chained', 1.5, { step: { kind: 'constant', value: 2 } });
    expect(asynchronous).toEqual([9, 6, 3].map((n) => `chain-${n}, step 1 of 2 s, waiting, 1.5 of 2 s`));
    expect(synchronous).toEqual([
      'chain-9, step 1 of 2 s, blocking its worker, 1.5 of 2 s',
      'chain-6, ready, 1.5 s',
      'chain-3, ready, 1.5 s',
    ]);
    expect(said('chained', 4, { step: { kind: 'constant', value: 2 } })[1]![0]).toBe('chain-9, total time 4 s, done');
  });
});

describe('a movement', () => {
  test('begins where it is seen to begin, and goes on to its end', () => {
    const motions = new Motions();
    motions.take([false, false], true, 0);
    motions.take([true, false], true, 100);
    expect([motions.share(0, 100), motions.share(1, 100), motions.going]).toEqual([0, 1, true]);
    // The clock has stopped; the rocket has not.
    motions.take([true, false], false, 550);
    expect(motions.share(0, 550)).toBeCloseTo(0.5);
    motions.take([true, false], false, 1000);
    expect([motions.share(0, 1000), motions.going]).toEqual([1, false]);
  });

  test('is not played where the clock goes to an instant, nor where motion is not welcome', () => {
    const motions = new Motions();
    motions.take([false], false, 0);
    motions.take([true], false, 10);
    expect([motions.share(0, 10), motions.going]).toEqual([1, false]);
    // A page that has just been opened shows everything where it is.
    const late = new Motions();
    late.take([true], true, 0);
    expect(late.going).toBe(false);
  });

  test('ends when one goes back to before it', () => {
    const motions = new Motions();
    motions.take([false], true, 0);
    motions.take([true], true, 10);
    motions.take([false], true, 20);
    expect([motions.share(0, 20), motions.going]).toEqual([1, false]);
  });
});
