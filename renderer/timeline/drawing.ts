/** The full view as elements of an SVG: spans as paths, words as words, no picture inside. */
import { marks, type MarkId } from '../../shared/fold/marks.ts';
import { escaped, familiesAnywhere, lengthText as n, tag } from '../picture/markup.ts';
import type { Inks } from '../picture/inks.ts';
import { svgPatterns } from '../picture/svg-patterns.ts';
import { timeline } from '../words/en/timeline.ts';
import { fill } from '../words/fill.ts';
import { numberText } from '../words/numbers.ts';
import { CROWD_ORDER, crowdAreas, type CrowdArea } from './crowd.ts';
import { formOf, instantText } from './instant.ts';
import { namedTasks, rowBox, type LaneBand } from './layout.ts';
import { placeX, type ViewScene } from './paint-view.ts';
import { boxesOf, type Boxes } from './spans.ts';
import { axisTicks } from './stretch.ts';
import { crowdOf, knownUntil, nameOf, tracksOf, type ViewLane } from './view-lane.ts';

const words = timeline.view;

/** What a drawing needs of the page's inks. */
export type DrawingInks = Pick<Inks, 'colours' | 'sizes' | 'fonts'>;

/** `top` is the room above the axis, in which the title stands, and what is told of the view. */
export function timelineDrawing(
  scene: ViewScene,
  at: number,
  { colours, sizes, fonts }: DrawingInks,
  { title, told, top }: { readonly title: string; readonly told: string; readonly top: number },
): string {
  const { layout } = scene;
  const soft = { fill: colours['ink-soft'], 'font-size': sizes.s };
  const face = { 'font-family': familiesAnywhere(fonts.face.family), 'font-weight': fonts.face.weight };
  const content = [
    tag('defs', {}, svgPatterns(colours)),
    tag('text', { x: 8, y: sizes.l * 1.1, 'font-size': sizes.l, ...face }, escaped(title)),
    tag('text', { x: 8, y: sizes.l * 1.1 + sizes.s * 1.5, ...soft }, escaped(told)),
    tag('g', { transform: `translate(0 ${n(top)})` }, [axis(scene, soft, colours['sheet-rule']), ...scene.lanes.map((lane, place) =>
      laneDrawing(scene, lane, layout.bands[place]!, at, { colours, sizes, fonts }),
    )].join('\n')),
  ]; // prettier-ignore
  return tag('g', { fill: colours.ink }, `\n${content.join('\n')}\n`);
}

function axis(
  { layout, stretch, longest }: ViewScene,
  soft: { fill: string; 'font-size': number },
  rule: string,
): string {
  const { axis, plot } = layout;
  const size = soft['font-size'];
  const y = axis.y + axis.height - size * 0.55;
  const unit = longest >= 3600 ? words.axis.hours : words.axis.minutes;
  const ticks = axisTicks(stretch, plot.width, size * 9, longest).map(({ at, label }) => {
    const x = placeX(layout, stretch, at);
    const line = tag('path', { d: `M${n(x)} ${n(plot.y)}V${n(plot.y + plot.height)}`, stroke: rule });
    return line + tag('text', { x, y, 'text-anchor': 'middle', ...soft }, escaped(label));
  });
  return tag('g', {}, tag('text', { x: 8, y, ...soft }, unit) + ticks.join(''));
}

function laneDrawing(scene: ViewScene, lane: ViewLane, band: LaneBand, at: number, inks: DrawingInks): string {
  const { layout, stretch, nameSize, longest } = scene;
  const { colours, sizes, fonts } = inks;
  const { rows, field, density, heading } = band;
  const until = knownUntil(lane, at, stretch);
  const boxes = boxesOf({ tracks: tracksOf(lane.source), rows, stretch, field, until });
  const spans = marks.map(({ id }) => markPath(id, pathOf(boxes[id], id, rows.height), colours));
  const names = namedTasks(band).map((task) => {
    const box = rowBox(band, task)!;
    const circle =
      at >= lane.end && lane.circle.has(task) ? { fill: colours.hold, 'font-weight': fonts.strong.weight } : {};
    const place = { x: layout.gutter - 10, y: box.y + box.height / 2 + nameSize * 0.35, 'text-anchor': 'end' };
    return tag('text', { ...place, 'font-size': nameSize, ...circle }, escaped(nameOf(lane, task)));
  });
  const count = lane.count - lane.first;
  const said = fill(rows.step > 1 ? words.sampled : words.tasks, {
    count: rows.step > 1 ? numberText(count) : count,
    step: rows.step,
  });
  const end = Number.isFinite(lane.end) ? fill(lane.stuck.size > 0 ? words.deadlock : words.ends, { at: instantText(lane.end, formOf(longest, lane.end)) }) : ''; // prettier-ignore
  const edits = lane.edits.map((edit) => `${instantText(edit.at, formOf(longest, edit.at))} ${edit.text}`);
  const line = [said, end, ...edits].filter((text) => text !== '').join('; ');
  const rest = tag('tspan', { dx: sizes.s, 'font-size': sizes.s, fill: colours['ink-soft'] }, escaped(line));
  const title = {
    x: 8,
    y: heading.y + heading.height - sizes.s * 0.45,
    'font-size': sizes.m,
    'font-weight': fonts.strong.weight,
  };
  const top = density?.y ?? field.y;
  const lines = [...lane.edits.map((edit) => [edit.at, colours.brass] as const), [lane.end, colours.ink] as const]
    .filter(([instant]) => instant >= stretch.from && instant <= stretch.to)
    .map(([instant, colour]) => tag('path', { d: `M${n(placeX(layout, stretch, instant))} ${n(top)}V${n(field.y + field.height)}`, stroke: colour, 'stroke-width': 2 })); // prettier-ignore
  const crowd = density === null ? [] : crowdDrawing(scene, lane, density, Math.min(at, lane.end), colours);
  const content = [...crowd, ...spans, ...names, ...lines, tag('text', title, escaped(lane.source.title) + rest)];
  return tag('g', { 'data-lane': lane.source.title }, `\n${content.join('\n')}\n`);
}

function crowdDrawing(
  { stretch }: ViewScene,
  lane: ViewLane,
  box: NonNullable<LaneBand['density']>,
  to: number,
  colours: Inks['colours'],
): string[] {
  const { curves } = crowdOf(lane.source, lane.first);
  const shown = { from: stretch.from, to: Math.min(to, stretch.to) };
  const areas = crowdAreas(curves, lane.count - lane.first, box, stretch, shown);
  return CROWD_ORDER.map((mark) => markPath(mark, areaPath(areas.find((area) => area.mark === mark)!), colours, true));
}

function areaPath({ columns }: CrowdArea): string {
  if (columns.length === 0) return '';
  const up = columns.map(({ x, top }) => `L${n(x)} ${n(top)}`).join('');
  const down = columns.map(({ x, bottom }) => `L${n(x)} ${n(bottom)}`).reverse().join(''); // prettier-ignore
  return `M${up.slice(1)}${down}Z`;
}

function pathOf(boxes: Boxes, mark: MarkId, rowHeight: number): string {
  // The outline of what is ready lies a little inside its row, as on screen.
  const by = mark === 'ready' ? 0.2 * rowHeight : 0;
  let path = '';
  for (let at = 0; at < boxes.length; at += 4) {
    const [x, y, width, height] = [boxes[at]!, boxes[at + 1]! + by, boxes[at + 2]!, boxes[at + 3]! - 2 * by];
    path += `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
  }
  return path;
}

function markPath(mark: MarkId, d: string, colours: Inks['colours'], crowd = false): string {
  if (d === '') return '';
  const looks: Readonly<Record<MarkId, Record<string, string | number>>> = {
    running: { fill: colours.run },
    ready: { fill: colours.ready, 'fill-opacity': crowd ? 0.22 : 0, stroke: colours.ready, 'stroke-width': 1.2 },
    waiting: { fill: 'url(#waiting)' },
    holding: { fill: 'url(#blocking)' },
  };
  return tag('path', { 'data-mark': mark, d, ...looks[mark] });
}
