import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kernel, Lock, model, type Coroutine } from '../../electron/kernel/index.ts';
import { overlaps, type Box } from '../../renderer/picture/areas.ts';
import type { Sizes } from '../../renderer/picture/inks.ts';
import type { Moment, StageLane } from '../../renderer/stage/kit/kind.ts';
import { arrowsOf } from '../../renderer/stage/tasks/arrows.ts';
import { TasksFold } from '../../renderer/stage/tasks/fold.ts';
import { layoutTasks, type TasksLayout } from '../../renderer/stage/tasks/layout.ts';
import { lastEvents } from '../../renderer/stage/tasks/tape.ts';
import { shapeOf, tasks } from '../../renderer/stage/tasks/tasks.ts';
import { doingTexts, resourceText, taskText } from '../../renderer/stage/tasks/text.ts';
import { instantText, lengthText, timeText } from '../../renderer/stage/tasks/time.ts';
import type { TasksView } from '../../renderer/stage/tasks/view.ts';
import { foldAt } from '../../renderer/stores/folds.ts';
import { theoryOf } from '../../shared/theory/theory.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { traceOf } from './lanes.ts';

const sizes: Sizes = { xs: 12, s: 14, m: 16, l: 20, xl: 25, '2xl': 31 };
const projector: Sizes = { xs: 19, s: 21, m: 25, l: 31, xl: 38, '2xl': 48 };
const { picture } = tasks;

const anySize = fc.record({ width: fc.integer({ min: 300, max: 1920 }), height: fc.integer({ min: 240, max: 900 }) });
const anyShape = fc
  .record({
    tasks: fc.oneof(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 10_001 })),
    letters: fc.integer({ min: 6, max: 20 }),
    listed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
    more: fc.constantFrom(0, 0, 5, 1000),
    circle: fc.boolean(),
  })
  .map(({ listed, more, ...shape }) => {
    const resources = Array.from({ length: listed }, (_, resource) => resource);
    return { ...shape, resources, resourcesInAll: listed === 60 ? listed + more : listed };
  });

const inside = (box: Box, { width, height }: { width: number; height: number }) =>
  box.x >= 0 &&
  box.y >= 0 &&
  box.width > 0 &&
  box.height > 0 &&
  box.x + box.width <= width &&
  box.y + box.height <= height;

/** Whether no two boxes share a point. Each is compared with those that touch the same squares of 16 pixels. */
function allApart(boxes: readonly Box[]): boolean {
  const squares = new Map<number, Box[]>();
  return boxes.every((box) => {
    for (let row = box.y >> 4; row <= (box.y + box.height - 1) >> 4; row++) {
      for (let column = box.x >> 4; column <= (box.x + box.width - 1) >> 4; column++) {
        const key = row * 4096 + column;
        const others = squares.get(key);
        if (others === undefined) squares.set(key, [box]);
        else if (others.some((other) => overlaps(box, other))) return false;
        else others.push(box);
      }
    }
    return true;
  });
}

function partsOf({ head, banner, tasks, resources, moreResources, tape }: TasksLayout): Box[] {
  const single = [head, banner, moreResources].filter((box) => box !== null);
  return [...single, ...tasks.boxes, ...resources, ...tape];
}

/** A lane of a trace that is known to its end. */
function laneOf(trace: Trace): StageLane {
  const scenario = { workers: 1 } as StageLane['info']['scenario'];
  const info = { model: 'asynchronous', scenario } as StageLane['info'];
  const end = trace.endsAt;
  return {
    index: 0,
    title: 'Lane',
    info,
    theory: theoryOf(null, scenario),
    trace,
    reached: end,
    end,
    makespan: null,
    rewrites: 0,
    rewrittenFrom: Infinity,
  };
}

function look(
  lane: StageLane,
  at: number,
  size = { width: 1276, height: 544 },
): { layout: TasksLayout; view: TasksView } {
  const fold = foldAt(lane, 'stage-tasks', at, () => new TasksFold());
  const playback = { t: at, playing: false, speed: 1, motion: false };
  const moment: Moment<TasksFold> = { lane, lanes: [lane], entry: null, fold, playback, over: at >= lane.end! };
  const layout = layoutTasks(size, picture.shape(moment), sizes);
  return { layout, view: picture.view(moment, layout) };
}

/** Philosophers who think for some time and each take the fork with their own number first. */
function philosophers(count: number): StageLane {
  const trace = new Trace();
  const kernel = new Kernel({ model: model('asynchronous'), observer: trace });
  const forks = Array.from({ length: count }, (_, fork) => new Lock(kernel, `fork-${fork + 1}`));
  function* eat(place: number): Coroutine {
    yield* forks[place]!.acquire();
    yield kernel.sleep(1 + place / 4);
    yield* forks[(place + 1) % count]!.acquire();
  }
  kernel.spawn(
    (function* main(): Coroutine {
      yield* kernel.gather(forks.map((_, place) => kernel.spawn(eat(place), { name: `philosopher-${place + 1}` })));
    })(),
  );
  expect(kernel.advance()).toBe('deadlock');
  return laneOf(trace);
}

describe('the places of the general stage', () => {
  test('lie inside the picture and apart from each other, for 1 to 10,000 tasks', () => {
    fc.assert(
      fc.property(anySize, anyShape, fc.constantFrom(sizes, projector), (size, shape, letters) => {
        const layout = layoutTasks(size, shape, letters);
        const parts = partsOf(layout);
        expect(parts.filter((box) => !inside(box, size))).toEqual([]);
        expect(allApart(parts)).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test('are there for each task as far as three pixels each have room', () => {
    fc.assert(
      fc.property(anySize, anyShape, (size, shape) => {
        const { boxes } = layoutTasks(size, shape, sizes).tasks;
        expect(boxes.length).toBeLessThanOrEqual(shape.tasks);
        // Half of the picture belongs to the tasks even beside resources, events and counts.
        if (shape.tasks * 9 < (size.width * size.height) / 6) expect(boxes).toHaveLength(shape.tasks);
      }),
      { numRuns: 120 },
    );
  });

  test('do not move while a run goes on', () => {
    const lane = laneOf(traceOf('queue'));
    const places = [0, 3, 11, 27, lane.end!].map((at) => partsOf(look(lane, at).layout));
    for (const each of places) expect(each).toEqual(places[0]);
  });

  test('have arrows only where there are few tasks', () => {
    const size = { width: 1276, height: 544 };
    const shape = { letters: 8, resources: [0], resourcesInAll: 1, circle: false };
    expect(layoutTasks(size, { ...shape, tasks: 6 }, sizes)).toMatchObject({ arrows: true, tasks: { detail: 'card' } });
    expect(layoutTasks(size, { ...shape, tasks: 100 }, sizes).arrows).toBe(false);
    expect(layoutTasks(size, { ...shape, tasks: 10_001 }, sizes).tasks.detail).toBe('tile');
  });
});

describe('the general stage', () => {
  test('says of each task what it waits for, who has it, since when, and what it holds itself', () => {
    const lane = philosophers(3);
    const { view } = look(lane, 1.3);
    expect(view.rows.map(taskText)).toEqual([
      'main, waits for other tasks; 0 of its 3 are done',
      'philosopher-1, waits for fork-2, held by philosopher-2, for 0.3 s, has fork-1, created by main',
      'philosopher-2, waits for fork-3, held by philosopher-3, for 0.0 s, has fork-2, created by main',
      'philosopher-3, sleeps, 1.3 of 1.5 s, has fork-3, created by main',
    ]);
    expect(view.resources.map(resourceText)).toEqual([
      'fork-1, lock, held by philosopher-1, 1.3 s, no task waits',
      'fork-2, lock, held by philosopher-2, 1.3 s, 1 task waits: philosopher-1',
      'fork-3, lock, held by philosopher-3, 1.3 s, 1 task waits: philosopher-2',
    ]);
    expect([view.circle, view.counts.waiting, view.counts.running]).toEqual([null, 4, 0]);
  });

  test('tells an item from room in a queue by what a task does with it', () => {
    const doings = new Set<string>();
    const lane = laneOf(traceOf('queue'));
    for (let at = 0; at < lane.end!; at++) for (const { doing } of look(lane, at).view.rows) doings.add(doing);
    expect(doings.has('item')).toBe(true);
    expect(doings.has('room')).toBe(false);
  });

  test('marks the circle of a deadlock, with an arrow for each of its waits and holds', () => {
    const lane = philosophers(5);
    const { layout, view } = look(lane, lane.end!);
    expect(view.circle).toEqual({ tasks: [1, 2, 3, 4, 5], resources: [1, 2, 3, 4, 0], never: true });
    expect(layout.banner).not.toBeNull();
    const red = arrowsOf({ layout, view, selected: null }).filter(({ inCircle }) => inCircle);
    expect(red.filter(({ what }) => what === 'waits').map(({ task, resource }) => [task, resource])).toEqual([
      [1, 1], [2, 2], [3, 3], [4, 4], [5, 0],
    ]); // prettier-ignore
    expect(red.filter(({ what }) => what === 'held').map(({ task, resource }) => [resource, task])).toEqual([
      [0, 1], [1, 2], [2, 3], [3, 4], [4, 5],
    ]); // prettier-ignore
    expect(view.rows.filter(({ inCircle }) => inCircle).map(({ task }) => task)).toEqual([1, 2, 3, 4, 5]);
    expect(look(lane, 1).view.circle).toBeNull();
  });

  test('has an area with a name for every task, resource and event that is shown', () => {
    for (const lane of [
      philosophers(5),
      laneOf(traceOf('queue')),
      laneOf(traceOf('requests')),
      laneOf(traceOf('count')),
    ]) {
      for (const at of [0, 1.1, lane.end! / 2, lane.end!]) {
        const { layout, view } = look(lane, at);
        const areas = picture.areas(layout, view);
        const names = picture.names(view, areas, layout);
        expect(areas).toHaveLength(view.rows.length + view.resources.length + view.tape.length);
        expect(names).toHaveLength(areas.length);
        names.forEach((name, place) => {
          if (place < view.rows.length) expect(name).toContain(lane.trace.taskName(areas[place]!.task));
          expect(name).not.toMatch(/[{}]|NaN|undefined/);
        });
        expect(areas.every(({ task }) => task >= 0 && task < view.rows.length)).toBe(true);
      }
    }
  });

  test('lets a resource select who holds it, else who waits first', () => {
    const lane = philosophers(3);
    expect(look(lane, 0.5).view.resources.map(({ task }) => task)).toEqual([1, 2, 3]);
    const shape = shapeOf(
      foldAt(lane, 'x', lane.end!, () => new TasksFold()),
      lane.trace,
    );
    expect(shape).toMatchObject({ tasks: 4, resources: [0, 1, 2], resourcesInAll: 3, circle: true, letters: 13 });
  });

  test('shows the last events, the newest first, without steps and wake-ups', () => {
    const { trace } = philosophers(3);
    const told = lastEvents(trace, trace.length, 5, []).map(({ name, verb }) => `${name} ${verb}`);
    expect(told).toEqual([
      'philosopher-3 waits for fork-1',
      'philosopher-2 waits for fork-3',
      'philosopher-1 waits for fork-2',
      'philosopher-3 sleeps 1.5 s',
      'philosopher-3 acquires fork-3',
    ]);
    const count = traceOf('count');
    expect(lastEvents(count, count.countUntil(0), 2, ['one', 'two'])[1]!.verb).toBe('“one”');
  });
});

describe('spans on the general stage', () => {
  test('are told in milliseconds, seconds or minutes', () => {
    const told = [
      timeText(1.52, 4),
      timeText(0.012, 0.04),
      timeText(12.3, 55),
      timeText(90, 3600),
      timeText(3.25, NaN),
    ];
    expect(told).toEqual(['1.5 of 4 s', '12 of 40 ms', '12 of 55 s', '1 min 30 s of 1 h', '3.2 s']);
    expect([lengthText(0.25), lengthText(0.004), lengthText(7200), instantText(0.3), instantText(3600)]).toEqual([
      '0.25 s',
      '4 ms',
      '2 h',
      '0.3 s',
      '1 h',
    ]);
  });

  test('are left out where nothing has passed yet', () => {
    const { view } = look(laneOf(traceOf('count')), 0);
    const created = {
      ...view.rows[1]!,
      doing: 'created' as const,
      view: { ...view.rows[1]!.view, elapsed: 0, whole: NaN },
    };
    expect(doingTexts(created)).toEqual(['created, ready', 'new']);
  });
});
