/** Draws the full view: the axis, the lanes one below the other, and what is marked in them. */
import type { Box } from '../picture/areas.ts';
import type { Pen, TextStyle } from '../picture/pen.ts';
import { sampledText } from '../stage/titles.ts';
import { timeline as words } from '../words/en/timeline.ts';
import { fill } from '../words/fill.ts';
import { numberText } from '../words/numbers.ts';
import { crowdAreas, paintCrowd } from './crowd.ts';
import { formOf, instantText } from './instant.ts';
import { namedTasks, rowBox, type LaneBand, type ViewLayout } from './layout.ts';
import { paintBoxes } from './paint.ts';
import { boxesOf } from './spans.ts';
import { axisTicks, type AxisTick } from './stretch.ts';
import { crowdOf, gapsIn, knownUntil, nameOf, stintsOf, tracksOf, type ViewLane } from './view-lane.ts';
import { placeIn, type Stretch } from './window.ts';

/** All of a view that stays while the clock goes on. */
export interface ViewScene {
  readonly layout: ViewLayout;
  readonly stretch: Stretch;
  readonly longest: number;
  readonly lanes: readonly ViewLane[];
  /** The size of names, and the task in each lane whose name is shown in any case. */
  readonly nameSize: number;
  readonly selected: readonly (number | null)[];
}

/** Pixels by which what is new begins earlier: the last of what was drawn may still have changed. */
const AGAIN = 4;
/** Least height of a row with gaps between waits, and how far they are from each other. */
const SEAMS_FROM = 7;
const SEAMS_APART = 5;

export function placeX({ plot }: ViewLayout, stretch: Stretch, at: number): number {
  return plot.x + placeIn(stretch, at) * plot.width;
}

/** Draws all of it as it is at instant `at`. */
export function paintView(pen: Pen, scene: ViewScene, at: number): void {
  const { layout, lanes } = scene;
  pen.fill({ x: 0, y: 0, ...layout.size }, pen.inks.colours.sheet);
  const ticks = ticksOf(pen, scene);
  paintAxis(pen, scene, ticks);
  paintGround(pen, scene, ticks);
  for (const [place, lane] of lanes.entries()) {
    const band = layout.bands[place]!;
    paintNames(pen, scene, lane, band, scene.selected[place] ?? null, at);
    pen.within(wide(band, layout), () => paintBand(pen, scene, lane, band, at));
    paintHeading(pen, scene, lane, band);
  }
}

/** Draws what has come between two instants over what was drawn of the first. */
export function paintNews(pen: Pen, scene: ViewScene, since: number, at: number): void {
  const { layout, stretch, lanes } = scene;
  const left = placeX(layout, stretch, since) - AGAIN;
  const right = placeX(layout, stretch, at) + AGAIN;
  if (right < layout.plot.x || left > layout.plot.x + layout.plot.width) return;
  const ticks = ticksOf(pen, scene);
  for (const [place, lane] of lanes.entries()) {
    const band = layout.bands[place]!;
    const { x, y, width, height } = wide(band, layout);
    const from = Math.max(x, left);
    pen.within({ x: from, y, width: Math.min(x + width, right) - from, height }, () => {
      pen.fill({ x: from - 1, y, width: right - from + 2, height }, pen.inks.colours.sheet);
      paintGround(pen, scene, ticks);
      const second = (stretch.to - stretch.from) / layout.plot.width;
      // What is cut off has its edge outside.
      paintBand(pen, scene, lane, band, at, { from: since - 2 * AGAIN * second, to: stretch.to });
    });
  }
}

/** Crowd and rows of a lane, as wide as they are drawn. */
function wide({ density, field }: LaneBand, { plot }: ViewLayout): Box {
  const y = density?.y ?? field.y;
  return { x: plot.x, y, width: plot.width, height: field.y + field.height - y };
}

function paintBand(pen: Pen, scene: ViewScene, lane: ViewLane, band: LaneBand, at: number, part = scene.stretch): void {
  const { stretch } = scene;
  const { rows, field, density } = band;
  const until = knownUntil(lane, at, stretch);
  paintGaps(pen, scene, lane, band, { from: part.from, to: Math.min(part.to, at) });
  const tracks = tracksOf(lane.source);
  paintBoxes(pen, boxesOf({ tracks, rows, stretch, field, until }, part), rows.height);
  paintSeams(pen, scene, lane, band, { from: part.from, to: Math.min(part.to, at, lane.end) });
  if (density !== null) {
    const shown = { from: Math.max(part.from, stretch.from), to: Math.min(part.to, at, lane.end) };
    const count = lane.count - lane.first;
    paintCrowd(pen, crowdAreas(crowdOf(lane.source, lane.first).curves, count, density, stretch, shown));
  }
}

/** A tint where events are not kept. */
function paintGaps(pen: Pen, { layout, stretch }: ViewScene, lane: ViewLane, band: LaneBand, part: Stretch): void {
  const { y, height } = wide(band, layout);
  for (const { from, to } of gapsIn(lane.source.trace, part)) {
    const x = placeX(layout, stretch, from);
    pen.fill({ x, y, width: placeX(layout, stretch, to) - x, height }, pen.inks.colours['sheet-rule']);
  }
}

/** A gap between two waits that follow each other, where they are long enough and the rows high enough to show it. */
function paintSeams(pen: Pen, { stretch, layout }: ViewScene, lane: ViewLane, band: LaneBand, part: Stretch): void {
  const { rows, field } = band;
  if (rows.height < SEAMS_FROM) return;
  const apart = (SEAMS_APART * (stretch.to - stretch.from)) / layout.plot.width;
  const stints = stintsOf(lane.source);
  for (let row = 0; row < rows.count; row++) {
    const y = field.y + row * rows.height;
    stints.seams(rows.first + row * rows.step, Math.max(part.from, stretch.from), part.to, apart, (at) => {
      pen.fill({ x: placeX(layout, stretch, at) - 0.75, y, width: 1.5, height: rows.height }, pen.inks.colours.sheet);
    });
  }
}

function ticksOf(pen: Pen, { stretch, layout, longest }: ViewScene): AxisTick[] {
  const style = axisStyle(pen);
  const label = instantText(stretch.to, { hours: longest >= 3600, decimals: 0 });
  const apart = pen.measure(label, style) + 3.5 * style.size;
  return axisTicks(stretch, layout.plot.width, apart, longest);
}

function axisStyle({ inks }: Pen): TextStyle {
  return { size: inks.sizes.s, colour: inks.colours['ink-soft'] };
}

function paintAxis(pen: Pen, { layout, stretch, longest }: ViewScene, ticks: readonly AxisTick[]): void {
  const { axis } = layout;
  const style = axisStyle(pen);
  const base = axis.y + axis.height - style.size * 0.55;
  const unit = longest >= 3600 ? words.view.axis.hours : words.view.axis.minutes;
  pen.write(unit, 8, base, { ...style, size: pen.inks.sizes.xs });
  for (const { at, label } of ticks) {
    const x = placeX(layout, stretch, at);
    const half = pen.measure(label, style) / 2;
    // The last number stays within the picture.
    pen.write(label, Math.min(x - half, layout.size.width - 2 * half - 2), base, style);
  }
}

/** Lines at the ticks, below everything else. */
function paintGround(pen: Pen, { layout, stretch }: ViewScene, ticks: readonly AxisTick[]): void {
  for (const { at } of ticks) {
    const x = Math.round(placeX(layout, stretch, at));
    for (const { density, field } of layout.bands) {
      const top = density?.y ?? field.y;
      pen.fill({ x, y: top - 4, width: 1, height: field.y + field.height - top + 4 }, pen.inks.colours['sheet-rule']);
    }
  }
}

function paintNames(
  pen: Pen,
  { nameSize, layout }: ViewScene,
  lane: ViewLane,
  band: LaneBand,
  selected: number | null,
  at: number,
): void {
  const { colours } = pen.inks;
  const over = at >= lane.end;
  for (const task of namedTasks(band, [selected])) {
    const box = rowBox(band, task)!;
    const circle = over && lane.circle.has(task);
    const y = box.y + box.height / 2 + nameSize * 0.35;
    const face = task === selected || circle ? 'strong' : 'text';
    const colour = circle ? colours.hold : colours.ink;
    const style: TextStyle = { size: nameSize, face, colour, align: 'right' };
    const width = pen.write(nameOf(lane, task), layout.gutter - 10, y, style);
    if (circle) pen.disc(layout.gutter - 16 - width, y - nameSize * 0.35, nameSize * 0.22, colours.hold);
  }
}

/** The name of a lane, its end and its edits, each where there is room. */
function paintHeading(pen: Pen, { layout, stretch, longest }: ViewScene, lane: ViewLane, band: LaneBand): void {
  const { colours, sizes } = pen.inks;
  const { heading, rows } = band;
  const base = heading.y + heading.height - sizes.s * 0.45;
  const count = lane.count - lane.first;
  const said = fill(rows.step > 1 ? words.view.sampled : words.view.tasks, {
    count: rows.step > 1 ? numberText(count) : count,
    step: rows.step,
  });
  let free = 20 + pen.write(lane.source.title, 8, base, { size: sizes.m, face: 'face' });
  const sampled = sampledText(lane.source);
  const told = sampled === null ? said : `${said}; ${sampled}`;
  const marks = marksOf(pen, lane, stretch, longest);
  const styleOf = ({ end, colour }: PaintedMark): TextStyle => {
    return { size: sizes.s, face: end ? 'strong' : 'text', colour: end ? colour : colours.ink };
  };
  const style = { size: sizes.s, colour: colours['ink-soft'] };
  // The end is told in any case: what there is no room for then is the number of tasks.
  const last = marks.find(({ end }) => end);
  const needed = last === undefined ? 0 : pen.measure(last.text, styleOf(last)) + 4;
  if (free + 32 + pen.measure(told, style) + needed <= layout.size.width)
    free += 16 + pen.write(told, free, base, style);
  for (const mark of marks) {
    const { at, text, end } = mark;
    const x = placeX(layout, stretch, at);
    const style = styleOf(mark);
    const width = pen.measure(text, style);
    const left = Math.max(free, Math.min(x - width / 2, layout.size.width - width - 4));
    // Far from its line a text says nothing.
    const far = left > x + 4 || left + width < x - 4;
    if ((far && !end) || left + width > layout.size.width) continue;
    free = left + pen.write(text, left, base, style) + 12;
  }
}

interface PaintedMark {
  readonly at: number;
  readonly text: string;
  readonly colour: string;
  readonly end: boolean;
}

/** The edits and the end of a lane, as far as they lie in a stretch. */
function marksOf({ inks }: Pen, lane: ViewLane, { from, to }: Stretch, longest: number): PaintedMark[] {
  const { colours } = inks;
  const dead = lane.stuck.size > 0;
  const text = fill(dead ? words.view.deadlock : words.view.ends, {
    at: Number.isFinite(lane.end) ? instantText(lane.end, formOf(longest, lane.end)) : '',
  });
  const edits = lane.edits.map((edit) => ({ ...edit, colour: colours.brass, end: false }));
  const marks = [...edits, { at: lane.end, text, colour: dead ? colours.hold : colours.ink, end: true }];
  return marks.filter(({ at }) => at >= from && at <= to);
}

/** What is pointed at or marked over a view. */
export interface ViewCursor {
  readonly at: number;
  /** The task that is selected, the one under the pointer, and the instants picked out with keys and pointer. */
  readonly selected: { readonly lane: number; readonly task: number } | null;
  readonly hovered: { readonly lane: number; readonly task: number } | null;
  readonly point: number | null;
  readonly pointer: number | null;
}

/** Draws what moves over a view: lines at edits and ends, the clock's instant, what is selected and pointed at. */
export function paintOver(pen: Pen, scene: ViewScene, cursor: ViewCursor): void {
  const { layout, stretch, lanes, longest } = scene;
  const { colours } = pen.inks;
  const { plot } = layout;
  for (const [place, lane] of lanes.entries()) {
    const band = wide(layout.bands[place]!, layout);
    for (const { at, colour } of marksOf(pen, lane, stretch, longest)) {
      pen.fill({ x: placeX(layout, stretch, at) - 1, y: band.y - 3, width: 2, height: band.height + 3 }, colour);
    }
    if (cursor.at >= lane.end && lane.stuck.size > 0) paintForever(pen, layout, lane, layout.bands[place]!);
  }
  for (const [what, line] of [
    [cursor.hovered, 1],
    [cursor.selected, 2],
  ] as const) {
    const band = what === null ? undefined : layout.bands[what.lane];
    const box = band === undefined ? null : rowBox(band, what!.task);
    if (box === null) continue;
    const height = Math.max(box.height, 3);
    pen.frame({ x: plot.x - 5, y: box.y - 1, width: plot.width + 8, height: height + 2 }, colours.ink, line);
  }
  const line = (at: number | null, width: number, colour: string) => {
    if (at === null || at < stretch.from || at > stretch.to) return;
    const x = placeX(layout, stretch, at) - width / 2;
    pen.fill({ x, y: plot.y - 6, width, height: 6 }, colour);
    // Not through the headings.
    for (const band of layout.bands) {
      const { y, height } = wide(band, layout);
      pen.fill({ x, y: y - 3, width, height: height + 3 }, colour);
    }
  };
  line(cursor.pointer, 1, colours['ink-soft']);
  line(cursor.at, 2, colours.ink);
  line(cursor.point, 3, colours.focus);
}

/** An arrow at the right edge of every row whose task waits for ever; red and filled in the circle. */
function paintForever(pen: Pen, { plot }: ViewLayout, { stuck, circle }: ViewLane, band: LaneBand): void {
  const { context, inks } = pen;
  for (const task of stuck) {
    const box = rowBox(band, task);
    if (box === null) continue;
    const half = Math.min(7, box.height / 2);
    const [x, y] = [plot.x + plot.width, box.y + box.height / 2];
    context.beginPath();
    context.moveTo(x, y - half);
    context.lineTo(x + half * 1.5, y);
    context.lineTo(x, y + half);
    context.fillStyle = circle.has(task) ? inks.colours.hold : inks.colours.wait;
    context.fill();
  }
}
