import { describe, expect, test } from 'vitest';
import { kindOf } from '../../renderer/stage/kinds.ts';
import { tasks } from '../../renderer/stage/tasks/tasks.ts';
import { recordings } from '../../renderer/stores/recording.svelte.ts';
import { crowdAreas } from '../../renderer/timeline/crowd.ts';
import { timelineDrawing, type DrawingInks } from '../../renderer/timeline/drawing.ts';
import { spanTable, stretchText } from '../../renderer/timeline/export.ts';
import { inspect, wholePercents } from '../../renderer/timeline/inspector/inspect.ts';
import { decimalsFor, decimalsOf, formOf, instantText } from '../../renderer/timeline/instant.ts';
import { hitAt, layoutOf, namedTasks, rowBox } from '../../renderer/timeline/layout.ts';
import { sayTask, type Asked } from '../../renderer/timeline/say.ts';
import { axisTicks, panStretch, revealed, wholeRun, zoomStretch } from '../../renderer/timeline/stretch.ts';
import { alongSpans, besideTask } from '../../renderer/timeline/travel.ts';
import { crowdOf, stintsOf, viewLane, waitsAt, type ViewLane } from '../../renderer/timeline/view-lane.ts';
import { TimeSplitFold } from '../../shared/fold/time-split.ts';
import { deadlockOf } from '../../shared/trace/deadlock.ts';
import { entryOf, lanesOf } from './lanes.ts';

const lines = { axis: 28, heading: 28, name: 14 };
const marks = { running: 'running', ready: 'ready', waiting: 'waiting', holding: 'blocking' };

function viewOf(workload: string, params = {}, deadlock: ViewLane['source']['deadlock'] = null): ViewLane[] {
  const entry = entryOf(workload);
  return lanesOf(workload, params).map((lane) => viewLane({ ...lane, deadlock }, kindOf(entry), entry));
}

function asked(lane: ViewLane, now: number): Asked {
  const waits = (at: number) => waitsAt(lane, at, 'pointer');
  return { lane, stints: stintsOf(lane.source), waits, now, longest: lane.end, marks };
}

describe('instants', () => {
  test('are written with hours where a run has some, and with the digits that tell them apart', () => {
    expect(instantText(42.5, { hours: false, decimals: 1 })).toBe('0:42.5');
    expect(instantText(59.96, { hours: false, decimals: 1 })).toBe('1:00.0');
    expect(instantText(3725, { hours: true, decimals: 0 })).toBe('1:02:05');
    expect([1, 0.5, 0.1, 0.02, 1e-12].map(decimalsFor)).toEqual([0, 1, 1, 2, 9]);
    expect([3, 0.5, 0.25, 1 / 3].map((seconds) => decimalsOf(seconds))).toEqual([0, 1, 2, 3]);
    expect([formOf(40, 7), formOf(40_000, 7), formOf(5, 0.125)]).toEqual([
      { hours: false, decimals: 1 },
      { hours: true, decimals: 0 },
      { hours: false, decimals: 3 },
    ]);
  });
});

describe('the stretch', () => {
  test('keeps what is under the pointer when it is zoomed, and stays within the run', () => {
    const stretch = zoomStretch({ from: 0, to: 100 }, 0.5, 0.2, 100);
    expect(stretch).toEqual({ from: 10, to: 60 });
    expect(zoomStretch(stretch, 100, 0.2, 100)).toEqual({ from: 0, to: 100 });
    expect(zoomStretch(stretch, 0, 0.5, 100).to).toBeGreaterThan(zoomStretch(stretch, 0, 0.5, 100).from);
    expect([panStretch(stretch, 1000, 100), panStretch(stretch, -1000, 100)]).toEqual([
      { from: 50, to: 100 },
      { from: 0, to: 50 },
    ]);
    expect([revealed(stretch, 20, 100), revealed(stretch, 90, 100)]).toEqual([stretch, { from: 50, to: 100 }]);
    expect(wholeRun(0)).toEqual({ from: 0, to: 1 });
  });

  test.each([0.003, 1, 37.4, 250, 3600, 43_200, 5e6])(
    'of %d s has ticks at round instants that never run together',
    (longest) => {
      for (const part of [1, 0.1, 0.003]) {
        const stretch = { from: longest * (0.9 - 0.9 * part), to: longest * (0.9 + 0.1 * part) };
        const ticks = axisTicks(stretch, 900, 90, longest);
        expect(ticks.length).toBeGreaterThan(1);
        expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
        for (const [place, tick] of ticks.slice(1).entries()) {
          const pixels = ((tick.at - ticks[place]!.at) / (stretch.to - stretch.from)) * 900;
          expect(pixels).toBeGreaterThan(89.9);
        }
      }
    },
  );
});

test('ticks of days are round hours', () => {
  const ticks = axisTicks(wholeRun(1_800_000), 900, 90, 1_800_000);
  expect(ticks.map(({ label }) => label)).toEqual(['0:00:00', '50:00:00', '100:00:00', '150:00:00', '200:00:00', '250:00:00', '300:00:00', '350:00:00', '400:00:00', '450:00:00', '500:00:00']); // prettier-ignore
});

describe('the layout', () => {
  const two = layoutOf(
    { width: 1000, height: 500 },
    [
      { first: 1, end: 25 },
      { first: 1, end: 25 },
    ],
    100,
    lines,
  );

  test('puts the lanes below each other on one axis, without overlap and within the picture', () => {
    expect(two.bands.map(({ field }) => [field.x, field.width])).toEqual([[100, 888], [100, 888]]); // prettier-ignore
    const [above, below] = two.bands as [(typeof two.bands)[0], (typeof two.bands)[0]];
    expect(above.field.y + above.field.height).toBeLessThanOrEqual(below.heading.y);
    expect(below.field.y + below.field.height).toBeLessThanOrEqual(500);
    expect(two.bands.every(({ density }) => density === null)).toBe(true);
  });

  test('finds the task at a height, and nothing in a heading or below', () => {
    const { field } = two.bands[1]!;
    expect(hitAt(two, field.y + 1)).toEqual({ lane: 1, task: 1, crowd: false });
    const box = rowBox(two.bands[1]!, 24)!;
    expect(hitAt(two, box.y + box.height / 2)).toEqual({ lane: 1, task: 24, crowd: false });
    expect([hitAt(two, two.bands[1]!.heading.y + 1)?.task, hitAt(two, 499), hitAt(two, 3)]).toEqual([null, null, null]);
  });

  test('thins names where rows are low, and keeps that of the selected task', () => {
    const band = two.bands[0]!;
    expect(band.named).toBeGreaterThan(1);
    const names = namedTasks(band, [2]);
    expect(names).toContain(2);
    for (const [place, task] of names.slice(1).entries()) {
      expect((task - names[place]!) * band.rows.height).toBeGreaterThanOrEqual(lines.name);
    }
  });

  test.each([1, 2, 24, 240, 10_000])('of %d tasks has a row for each, or a crowd above a sample', (count) => {
    const { bands } = layoutOf({ width: 1000, height: 500 }, [{ first: 0, end: count }], 100, lines);
    const { rows, density, field } = bands[0]!;
    expect(rows.step > 1).toBe(density !== null);
    expect(rows.height).toBeGreaterThanOrEqual(2.5);
    expect(field.y + field.height).toBeLessThanOrEqual(500);
    expect(density === null || density.y + density.height <= field.y).toBe(true);
  });
});

describe('what is said of a place', () => {
  const [, lane] = viewOf('exhibition', { boards: 3, pairMoves: 2 });

  test('is the state with its beginning, its end and its length', () => {
    expect(sayTask(asked(lane!, 1000), 1, 30)).toBe('Board 1: waiting from 0:05.0 to 1:00.0, 55 s');
    expect(sayTask(asked(lane!, 40), 1, 30)).toBe('Board 1: waiting from 0:05.0, 35 s so far');
    expect(sayTask(asked(lane!, 40), 1, 50)).toBe('Board 1: not played yet at 0:50.0');
    expect(sayTask(asked(lane!, 1000), 1, 900)).toMatch(/^Board 1: ended at \d/);
  });

  test('names what a task waits on, and who holds it', () => {
    const [, dining] = viewOf('philosophers', { philosophers: 3 });
    const said = new Set<string>();
    for (let at = 0; at < dining!.end; at += dining!.end / 200) {
      for (let task = 0; task < dining!.count; task++)
        said.add(sayTask(asked(dining!, 1e9), task, at).split('; ')[1] ?? '');
    }
    expect([...said].some((text) => /^on fork-\d, which philosopher-\d holds$/.test(text))).toBe(true);
    expect([...said]).toContain('on other tasks');
  });

  test('is for ever in a deadlock, once it is there', () => {
    const blocked = [{ task: 2, name: 'board-2', resource: -1, on: 'x', heldBy: [2] }];
    const [, stuck] = viewOf('exhibition', { boards: 3, pairMoves: 2 }, deadlockOf(blocked));
    expect([...stuck!.circle]).toEqual([2]);
    expect(sayTask(asked(stuck!, 30), 2, 20)).not.toContain('for ever');
  });
});

describe('the keys', () => {
  const [, lane] = viewOf('exhibition', { boards: 3, pairMoves: 2 });
  const stints = stintsOf(lane!.source);

  test('go from span to span as far as is played, and to the first and the last', () => {
    const along = (point: number, key: string, limit = 1000) => alongSpans(stints, 1, point, key, limit);
    expect([along(0, 'ArrowRight'), along(30, 'ArrowLeft'), along(5, 'ArrowLeft'), along(0, 'ArrowLeft')]).toEqual([
      5,
      5,
      0,
      null,
    ]);
    expect([along(30, 'Home'), along(0, 'End', 40), along(5, 'ArrowRight', 40)]).toEqual([0, 5, null]);
    expect(along(0, 'End')).toBe(stints.ends(1)!.last.from);
    expect(alongSpans(stints, 99, 0, 'Home', 10)).toBeNull();
  });

  test('go from task to task, and on into the next lane', () => {
    const { bands } = layoutOf(
      { width: 1000, height: 500 },
      [
        { first: 1, end: 4 },
        { first: 1, end: 4 },
      ],
      100,
      lines,
    );
    expect(besideTask(bands, null, 1)).toEqual({ lane: 0, task: 1 });
    expect(besideTask(bands, { lane: 0, task: 3 }, 1)).toEqual({ lane: 1, task: 1 });
    expect(besideTask(bands, { lane: 1, task: 1 }, -1)).toEqual({ lane: 0, task: 3 });
    expect(besideTask(bands, { lane: 1, task: 3 }, 1)).toBeNull();
    expect(besideTask([], null, 1)).toBeNull();
  });
});

describe('the inspector', () => {
  const [, lane] = viewOf('philosophers', { philosophers: 3 });

  function inspected(task: number, at: number, shown = lane!) {
    const { source } = shown;
    const split = new TimeSplitFold();
    source.trace.feed(split, 0, source.trace.countUntil(at));
    const happened = source.trace.countUntil(at);
    const waits = waitsAt(shown, at, 'inspector');
    return inspect({
      lane: shown,
      task,
      at,
      happened,
      longest: shown.end,
      stints: stintsOf(source),
      waits,
      split: split.split(task, at),
      marks,
    });
  }

  test('says what the task is doing since when, its split, and what happened before and after', () => {
    const found = inspected(1, lane!.end / 2);
    expect(found.name).toBe('philosopher-0');
    expect(found.state).toMatch(/^(running|ready|waiting|blocking) since \d+:\d\d\.\d, [\d.]+ m?s$/);
    expect(found.parts.map(({ share }) => share).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect([found.before.length, found.after.length]).toEqual([3, 3]);
    expect(found.before.map(({ index }) => index)).toEqual(
      [...found.before.map(({ index }) => index)].sort((a, b) => a - b),
    );
    for (const { text } of [...found.before, ...found.after]) expect(text).toContain('philosopher-0');
  });

  test('names the lock and its holder while a task waits for one', () => {
    const texts = Array.from({ length: 200 }, (_, place) => inspected(2, (place * lane!.end) / 200).waits).flat();
    expect(texts.some((text) => /^Waits on fork-\d; philosopher-\d has had it since \d/.test(text))).toBe(true);
  });

  test('says that a task has ended, or is not there yet', () => {
    expect(inspected(1, lane!.end).state).toMatch(/^ended at /);
    expect([inspected(99, 1).state, inspected(99, 1).parts]).toEqual(['not created yet', []]);
  });

  test('of a recording counts what is not known, so that the shares are of the life that is told', () => {
    const events = [
      { ph: 'X', pid: 1, tid: 1, ts: 0, dur: 2e6 },
      { ph: 'b', pid: 1, tid: 1, ts: 3e6, id: 1 },
      { ph: 'e', pid: 1, tid: 1, ts: 4e6, id: 1 },
      { ph: 'i', pid: 1, tid: 1, ts: 8e6 },
    ];
    recordings.open('crawl.json', events);
    const recorded = viewLane(recordings.now!.lane, tasks, null);
    recordings.close();
    expect([1, 2.5, 3.5, 5].map((at) => sayTask(asked(recorded, 7), 0, at))).toEqual([
      'thread 1: running from 0:00.0 to 0:02.0, 2 s',
      'thread 1: not known from 0:02.0 to 0:03.0, 1 s',
      'thread 1: waiting from 0:03.0 to 0:04.0, 1 s',
      'thread 1: not known from 0:04.0, 3 s so far',
    ]);
    const { life, parts, state } = inspected(0, 7, recorded);
    expect([life, state]).toEqual(['Its 7 s so far', 'not known at this instant']);
    expect(parts.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'running 2 s, 29 %', 'ready 0 s, 0 %', 'waiting 1 s, 14 %', 'blocking 0 s, 0 %', 'not known 4 s, 57 %',
    ]); // prettier-ignore
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(inspected(0, 8, recorded).life).toBe('Its 8 s in all');
  });

  test('says of a task in a deadlock that it waits for ever, where the clock stands still', () => {
    const at = lane!.end / 2;
    const task = [1, 2, 3].find((each) => inspected(each, at).mark === 'waiting')!;
    const stuck = { ...lane!, end: at, stuck: new Set([task]), circle: new Set([task]) };
    expect(inspected(task, at, stuck).state).toMatch(/^waiting since \d+:\d\d\.\d+, for ever$/);
    expect(inspected(task, at - 1e-6, stuck).state).not.toContain('for ever');
  });

  test('rounds per cents so that they sum up to a hundred', () => {
    expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercents([0, 0])).toEqual([0, 0]);
    expect(wholePercents([5, 0, 2.5, 0])).toEqual([67, 0, 33, 0]);
  });
});

describe('an export', () => {
  const lanes = viewOf('philosophers', { philosophers: 3 });
  const longest = Math.max(...lanes.map(({ end }) => end));
  const stretch = wholeRun(longest);

  test('says which lanes and which stretch are shown', () => {
    expect(stretchText({ lanes, stretch, longest })).toMatch(/^One after another, Taking turns\. 0:00\.0 to /);
  });

  test('as a table has the spans on screen: lane, task, state, from, to, on', () => {
    const table = spanTable({ lanes, stretch, at: longest });
    expect(table.head).toEqual(['lane', 'task', 'state', 'from', 'to', 'on']);
    expect([table.units, table.note]).toEqual([[null, null, null, 's', 's', null], undefined]);
    expect(new Set(table.rows.map(([, , state]) => state))).toContain('waiting');
    expect(table.rows.some(([, , , , , on]) => /^fork-\d$/.test(String(on)))).toBe(true);
    for (const [, , , from, to] of table.rows) expect(Number(to)).toBeGreaterThan(Number(from));
    const part = spanTable({ lanes, stretch: { from: longest / 2, to: longest }, at: longest }).rows;
    expect(part.length).toBeGreaterThan(0);
    expect(part.length).toBeLessThan(table.rows.length);
  });

  test('as a drawing has words as words and no picture inside', () => {
    const colours = new Proxy({}, { get: (_, name) => `#${String(name)}` }) as DrawingInks['colours'];
    const sizes = { xs: 12, s: 14, m: 16, l: 20, xl: 25, '2xl': 31 };
    const font = { weight: '400', family: "'Libre Franklin', sans-serif" };
    const inks = { colours, sizes, fonts: { text: font, strong: font, face: font, code: font } };
    for (const height of [600, 60]) {
      const tasks = lanes.map(({ first, count }) => ({ first, end: count }));
      const layout = layoutOf({ width: 1000, height }, tasks, 100, lines);
      const scene = { layout, stretch, longest, lanes, nameSize: 12, selected: [null, null] };
      const svg = timelineDrawing(scene, longest, inks, { title: '<Dining>', told: 'a & b', top: 60 });
      expect(svg).not.toMatch(/<image|data:|foreignObject|<script|NaN|Infinity|undefined/);
      expect(svg).toContain('>&#60;Dining&#62;</text>');
      expect(svg).toContain('data-mark="waiting"');
      if (height === 600) expect(svg).toContain('>philosopher-2</text>');
    }
  });
});

test('the areas of a crowd lie on each other and are as high as the tasks that live', () => {
  const [, lane] = viewOf('exhibition', { boards: 30, pairMoves: 2 });
  const { curves } = crowdOf(lane!.source, lane!.first);
  const stretch = wholeRun(lane!.end);
  const areas = crowdAreas(curves, 30, { x: 0, y: 10, width: 300, height: 60 }, stretch, stretch);
  expect(areas[0]!.columns).toHaveLength(150);
  for (const [place, { columns }] of areas.slice(1).entries()) {
    columns.forEach(({ bottom }, column) => expect(bottom).toBe(areas[place]!.columns[column]!.top));
  }
  expect(areas.at(-1)!.columns[20]!.top).toBeCloseTo(10, 6);
});
