import type { Box } from '../../picture/areas.ts';
import type { Pen, TextStyle } from '../../picture/pen.ts';
import { paintSwatch } from '../kit/status.ts';
import type { TasksLayout } from './layout.ts';
import { writeName } from './write-name.ts';
import type { TileSheet } from './tile-sheet.ts';
import { doingAndHas, doingTexts } from './text.ts';
import type { TaskRow, TasksView } from './view.ts';

/** Draws the tasks in their places. */
export function paintTasks(
  pen: Pen,
  { tasks, letter }: TasksLayout,
  { rows, tiles }: TasksView,
  sheet: TileSheet,
): void {
  const { detail, boxes } = tasks;
  if (detail === 'tile') return sheet.draw(pen, tiles);
  const shown = rows.slice(0, boxes.length);
  if (detail === 'card') return shown.forEach((row, task) => paintCard(pen, boxes[task]!, row, letter));
  if (detail === 'tag') return paintTags(pen, boxes, shown);
  // What they do begins at one place in all lines.
  const style: TextStyle = { size: lineSize(boxes[0]!, letter), face: 'strong' };
  const widest = Math.max(0, ...shown.map(({ name }) => pen.measure(name, style)));
  shown.forEach((row, task) => paintLine(pen, boxes[task]!, row, style, widest));
}

/** How a task's box and its letters are coloured, by what it does. */
function inkOf(pen: Pen, { view, inCircle }: TaskRow): { fill: string; edge: string; line: number; text: string } {
  const { colours } = pen.inks;
  const over = view.mark === 'done' || view.mark === 'cancelled' || view.mark === 'failed';
  if (inCircle) return { fill: colours.sheet, edge: colours.hold, line: 3, text: colours.ink };
  if (view.mark === 'absent')
    return { fill: colours.floor, edge: colours['floor-line'], line: 1, text: colours['ink-soft'] };
  if (over) return { fill: colours.floor, edge: colours.done, line: 1, text: colours['ink-soft'] };
  if (view.mark === 'running') return { fill: colours.sheet, edge: colours.run, line: 2.5, text: colours.ink };
  if (view.mark === 'holding') return { fill: colours.sheet, edge: colours.hold, line: 2.5, text: colours.ink };
  return { fill: colours.sheet, edge: colours['sheet-rule'], line: 1, text: colours.ink };
}

/** The mark as wide as a letter at the left of a box; how a task has ended is a smaller sign there. */
function paintMark(pen: Pen, { x, y, width, height }: Box, { view }: TaskRow): void {
  if (view.mark === 'absent') return;
  const side = Math.min(width, height);
  const ended = view.mark === 'done' || view.mark === 'failed' || view.mark === 'cancelled';
  if (!ended) return paintSwatch(pen, view.mark, { x, y, width, height });
  paintSwatch(pen, view.mark, { x, y: y + (height - side) / 2, width: side, height: side });
}

/** How far a wait or some work has come, in the pattern of its mark. */
function paintBar(pen: Pen, box: Box, { bar, view }: TaskRow): void {
  if (bar === null) return;
  const { colours, patterns } = pen.inks;
  const style = { running: colours.run, holding: patterns.bars, waiting: patterns.hatch } as const;
  const edge = { running: colours.run, holding: colours.hold, waiting: colours.wait } as const;
  const mark = view.mark === 'running' || view.mark === 'holding' ? view.mark : 'waiting';
  // A low bar has no room for a pattern.
  const low = box.height < 5;
  pen.fill(box, low ? colours['sheet-rule'] : colours.floor);
  pen.fill({ ...box, width: box.width * bar }, low ? edge[mark] : style[mark]);
  if (!low) pen.frame(box, edge[mark], 1);
}

/** Two lines and a bar. */
function paintCard(pen: Pen, box: Box, row: TaskRow, letter: number): void {
  const { sizes } = pen.inks;
  const { fill, edge, line, text } = inkOf(pen, row);
  const { x, y, width, height } = box;
  pen.fill(box, fill, 4);
  pen.frame(box, edge, line, 4);
  const size = Math.max(sizes.xs, Math.min(letter, (height - 4) / 3.2));
  const small = Math.max(sizes.xs, size * 0.8);
  const bar = Math.max(4, Math.round(size * 0.3));
  const pad = Math.max(3, Math.round(size * 0.3));
  const mark = { x: x + pad, y: y + pad, width: Math.round(size * 0.9), height: height - 2 * pad };
  paintMark(pen, mark, row);
  const left = mark.x + mark.width + pad * 1.6;
  const most = x + width - pad - 2 - left;
  // Both lines stand in the middle of the room over the bar, whether there is one or not.
  const spare = height - pad - bar - size - 1.55 * small;
  const first = y + Math.max(2, spare / 2) + size * 0.86;
  writeName(pen, row.name, left, first, { size, face: 'strong', colour: text, most });
  const colour = row.view.mark === 'holding' || row.view.mark === 'failed' ? pen.inks.colours.hold : text;
  writeDoing(
    pen,
    doingAndHas(row),
    left,
    first + small * 1.28,
    { size: small, colour, most },
    Math.max(sizes.xs, small * 0.8),
  );
  paintBar(pen, { x: left, y: y + height - pad - bar, width: most, height: bar }, row);
}

/** The fullest wording that fits as large as can be; in the smallest type where none does. */
function writeDoing(
  pen: Pen,
  texts: readonly string[],
  x: number,
  y: number,
  style: TextStyle & { most: number },
  least: number,
): void {
  const { most, size } = style;
  const fits = (text: string, size: number) => pen.measure(text, { ...style, size }) <= most;
  // Two sizes and no more: a text that grows by a digit must not swell and shrink.
  for (const text of texts) {
    const found = [size, least].find((each) => fits(text, each));
    if (found !== undefined) return void pen.write(text, x, y, { ...style, size: found });
  }
  pen.write(texts.at(-1) ?? '', x, y, { ...style, size: least });
}

function lineSize({ height }: Box, letter: number): number {
  return Math.min(letter, height * 0.58);
}

/** One line, with the bar under it. */
function paintLine(pen: Pen, box: Box, row: TaskRow, name: TextStyle, widest: number): void {
  const { sizes, colours } = pen.inks;
  const { fill, edge, line, text } = inkOf(pen, row);
  const { x, y, width, height } = box;
  pen.fill(box, fill, 3);
  pen.frame(box, edge, line, 3);
  paintMark(pen, { x: x + 4, y: y + 4, width: Math.round(name.size * 0.8), height: height - 8 }, row);
  const left = x + 4 + name.size * 0.8 + 7;
  const right = x + width - 6;
  const base = y + height / 2 + name.size * 0.3;
  const own = Math.min(widest, right - left);
  const at = left + own + name.size * 0.7;
  writeName(pen, row.name, left, base, { ...name, colour: text, most: own });
  const colour = row.view.mark === 'holding' || row.view.mark === 'failed' ? colours.hold : text;
  const texts = doingTexts(row);
  const style = { size: Math.max(sizes.xs, name.size * 0.9), colour, most: right - at };
  const wordings = texts.flatMap((each) => [style.size, sizes.xs].map((size) => ({ each, size })));
  const fitting = wordings.find(({ each, size }) => pen.measure(each, { size }) <= style.most);
  if (fitting !== undefined) pen.write(fitting.each, at, base, { ...style, size: fitting.size });
  paintBar(pen, { x: left, y: y + height - 4, width: right - left, height: 3 }, row);
}

/** A mark and as much of the name as all of them have room for: all of it, or its number. */
function paintTags(pen: Pen, boxes: readonly Box[], rows: readonly TaskRow[]): void {
  const { sizes } = pen.inks;
  const first = boxes[0]!;
  const wide = Math.max(6, Math.round(first.width * 0.2));
  const most = first.width - wide - 9;
  const style = { size: sizes.xs, face: 'strong', most } as const;
  const whole = rows.every(({ name }) => pen.fits(name, style));
  rows.forEach((row, task) => {
    const box = boxes[task]!;
    const { fill, edge, line, text } = inkOf(pen, row);
    pen.fill(box, fill, 2);
    pen.frame(box, edge, Math.min(2, line), 2);
    paintMark(pen, { x: box.x + 3, y: box.y + 3, width: wide, height: box.height - 6 }, row);
    const shown = whole ? row.name : shortName(row.name);
    pen.write(shown, box.x + wide + 7, box.y + box.height / 2 + sizes.xs * 0.36, { ...style, colour: text });
  });
}

/** A name by its first letter and its number: "p12" for page-12. */
function shortName(name: string): string {
  const number = /\d+$/.exec(name)?.[0];
  return number === undefined ? name : `${name[0]!}${number}`;
}
