import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutPlaces } from '../../renderer/picture/places.ts';
import { neighbour, type Box } from '../../renderer/picture/areas.ts';
import { layoutQueue } from '../../renderer/stage/queue/layout.ts';
import { queue } from '../../renderer/stage/queue/queue.ts';
import { shapeOf } from '../../renderer/stage/queue/shape.ts';
import { queueTexts } from '../../renderer/stage/queue/text.ts';
import { viewQueue, type QueueView } from '../../renderer/stage/queue/view.ts';
import { layoutRequests } from '../../renderer/stage/requests/layout.ts';
import { rolesOf, viewRequests } from '../../renderer/stage/requests/view.ts';
import { QueueStageFold } from '../../shared/fold/queue-stage.ts';
import { RequestsStageFold } from '../../shared/fold/requests-stage.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { entryOf, lanesOf, traceOf } from './lanes.ts';

const sizes = { xs: 12, s: 14, m: 16, l: 20, xl: 25, '2xl': 31 };
const anySize = fc.record({ width: fc.integer({ min: 300, max: 1920 }), height: fc.integer({ min: 240, max: 900 }) });

const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

function within(boxes: readonly Box[], { x, y, width, height }: Box): boolean {
  return boxes.every(
    (box) =>
      box.x >= x - 1 && box.y >= y - 1 && box.x + box.width <= x + width + 1 && box.y + box.height <= y + height + 1,
  );
}

/** Whether no two of the boxes overlap; each is compared with those that follow it closely. */
function allApart(boxes: readonly Box[]): boolean {
  return boxes.every((box, index) => boxes.slice(index + 1, index + 60).every((other) => apart(box, other)));
}

describe('the places of a picture', () => {
  test('lie within their area and apart from each other, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), anySize, (count, { width, height }) => {
        const area = { x: 10, y: 20, width, height };
        const { boxes, detail } = layoutPlaces(area, count, sizes.s);
        expect(boxes.length).toBeLessThanOrEqual(count);
        if (detail !== 'tile' || width * height > 25 * count) expect(boxes).toHaveLength(count);
        expect(within(boxes, area)).toBe(true);
        expect(allApart(boxes)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('of a bounded queue are as many as it has room for, as far as they fit', () => {
    fc.assert(
      fc.property(anySize, fc.constantFrom(null, 1, 3, 7, 40, 5000), fc.nat(3000), (size, capacity, deepest) => {
        const { rack } = layoutQueue(size, { producers: 8, consumers: 2, capacity, deepest }, sizes);
        const wanted = capacity ?? Math.max(3, deepest);
        expect(rack.slots.length).toBeLessThanOrEqual(wanted);
        if (rack.pile === null) expect(rack.slots).toHaveLength(wanted);
        expect(allApart(rack.slots)).toBe(true);
        expect(within(rack.slots, rack.box)).toBe(true);
        // The next one to go is nearest to the consumers, and nothing lies above it.
        const [first] = rack.slots;
        expect(rack.slots.every(({ x, y }) => x <= first!.x && y >= first!.y)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('of a queue have tips that stand below the words over the queue, and below the rack where there is room', () => {
    fc.assert(
      fc.property(anySize, fc.constantFrom(null, 3, 40), fc.nat(60), (size, capacity, deepest) => {
        const layout = layoutQueue(size, { producers: 8, consumers: 2, capacity, deepest }, sizes);
        const { rack, heads } = layout;
        const tall = sizes.xs * 2;
        for (const [index] of rack.slots.entries()) {
          const area = 8 + 2 + index;
          expect(queue.picture.tip!(layout, area)).toBe('below');
          const box = queue.picture.tipBox!(layout, area);
          const below = box.y + box.height + 4;
          // As the tip does: below where that is inside, else above.
          const top = below + tall <= size.height ? below : box.y - tall - 4;
          expect(top).toBeGreaterThanOrEqual(heads[1].y + heads[1].height);
          if (rack.box.y + rack.box.height + heads[1].height <= size.height) {
            expect(top).toBeGreaterThanOrEqual(rack.box.y + rack.box.height);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('of a queue that grows stay where they are while there is room', () => {
    const at = (deepest: number) =>
      layoutQueue({ width: 638, height: 544 }, { producers: 8, consumers: 2, capacity: null, deepest }, sizes).rack
        .slots;
    expect(at(7).slice(0, 6)).toEqual(at(6));
  });

  test('of the heart, the loop and the pages are apart', () => {
    fc.assert(
      fc.property(anySize, fc.constantFrom(1, 12, 60, 1000), (size, pages) => {
        const layout = layoutRequests(size, pages, sizes);
        expect(apart(layout.strip, layout.lag) && apart(layout.lag, layout.holder)).toBe(true);
        expect(allApart([layout.strip, layout.lag, layout.holder, layout.head])).toBe(true);
        expect(layout.ranks.every((rank) => allApart([rank, layout.strip, layout.lag, layout.holder]))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

test('the arrows go to the nearest part in their direction, and stop at the edge', () => {
  const spots = [0, 1, 2, 3, 4, 5].map((index) => ({
    x: (index % 3) * 50,
    y: Math.floor(index / 3) * 50,
    width: 40,
    height: 40,
  }));
  expect(neighbour(spots, 0, 1, 0)).toBe(1);
  expect(neighbour(spots, 1, 0, 1)).toBe(4);
  expect(neighbour(spots, 4, -1, 0)).toBe(3);
  expect(neighbour(spots, 2, 1, 0)).toBe(-1);
});

test('a variant without a limit has no slots to fill, whatever its parameters say', () => {
  const params = { producers: 8, consumers: 2, capacity: 3 };
  const entry = entryOf('queue');
  expect(shapeOf({ params, variant: null }, entry).capacity).toBe(3);
  expect(shapeOf({ params, variant: 'unbounded' }, entry).capacity).toBe(null);
});

test('a queue with room is not called full while those whom it held back have not come to it', () => {
  const texts = (view: object) =>
    queueTexts({ queued: 3, deepest: 3, held: 4, full: true, ...view } as QueueView, 3, false);
  expect(texts({})).toEqual(['Full: 4 waiting for room', '3 of 3']);
  expect(texts({ queued: 0, full: false })).toEqual(['0 of 3, 4 waiting for room', '0 of 3']);
  expect(texts({ queued: 2, full: false, held: 0 })).toEqual(['2 of 3']);
});

describe('an item', () => {
  const { trace } = lanesOf('queue', { producers: 8, consumers: 2 }, [{ model: 'asynchronous' }])[0]!;
  const fold = new QueueStageFold(8);
  const puts = [...trace].filter(({ kind }) => kind === Kind.PUT);
  // The first item that stays in the queue for a while.
  const put = puts.find(({ at }) => {
    const after = new QueueStageFold(8);
    trace.feed(after, 0, trace.countUntil(at));
    return after.queued > 0;
  })!;
  trace.feed(fold, 0, trace.countUntil(put.at));
  const seen = (t: number, playback: object) =>
    viewQueue(fold, null, 10, { t, playing: true, speed: 1, motion: true, ...playback }).items.at(-1)!.arrived;

  test('travels while the clock plays and motion is welcome', () => {
    const [early, late] = [seen(put.at + 0.05, {}), seen(put.at + 0.2, {})];
    expect(early).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(early);
    expect(late).toBeLessThan(1);
    expect(seen(put.at + 0.5, {})).toBe(1);
  });

  test('is where it belongs when the clock stands, when motion is not welcome, and when it all goes too fast', () => {
    const t = put.at + 0.05;
    expect([
      seen(t, { playing: false }),
      seen(t, { motion: false }),
      seen(t, { speed: null }),
      seen(t, { speed: 1000 }),
    ]).toEqual([1, 1, 1, 1]);
  });
});

describe('the cast of a run of requests', () => {
  test('knows the heart by its name, before the pages or after them', () => {
    expect(rolesOf(2, ['main', 'heartbeat', 'page-0', 'page-1'])).toEqual({ heart: 1, pages: [2, 3] });
    expect(rolesOf(2, ['main', 'page-0', 'page-1', 'heartbeat'])).toEqual({ heart: 3, pages: [1, 2] });
    expect(rolesOf(2, [])).toEqual({ heart: 3, pages: [1, 2] });
  });

  test('leaves nobody unnamed: at the end every page is checked', () => {
    const trace = traceOf('requests');
    const fold = new RequestsStageFold();
    trace.feed(fold);
    const view = viewRequests(fold, rolesOf(12, trace.names.tasks), 5, trace.endsAt);
    expect(view.pages.map(({ doing }) => doing)).toEqual(new Array(12).fill('checked'));
    expect([view.holder, view.dueAt, view.ready]).toEqual([null, null, 0]);
  });
});
