/** Chains on one time axis: a row a chain, or, where there are too many, how many are at which step. */
import type { ChainAt, StepAt } from '../../../shared/fold/chains.ts';
import { inset, type Box } from '../../picture/areas.ts';
import type { Inks } from '../../picture/inks.ts';
import type { Pen, TextStyle } from '../../picture/pen.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import { paintAxis, timeScale, type TimeScale } from '../kit/axis.ts';
import type { CardLayout } from '../kit/card-layout.ts';
import type { Card, CardTools, LaneTime } from '../kit/cards.ts';
import { paintName, paintStatus, paintSwatch } from '../kit/status.ts';
import { wholeText } from '../kit/task-view.ts';
import { paintCrowd } from './crowd.ts';

/** The least share of the axis that a lane has to take up. */
const READABLE = 0.4;

/** Room for the axis above the rows. */
export function axisHeight({ sizes }: Pick<Inks, 'sizes'>): number {
  return Math.round(sizes.xs * 2.6);
}

/** Lanes share an axis, so that they can be compared, unless the longest would make this one too small to be read. */
function axisOf({ own, longest }: LaneTime): number {
  return own >= READABLE * longest ? longest : own;
}

/** Draws the chains of a lane. */
export function paintChains(
  { pen }: CardTools,
  area: Box,
  layout: CardLayout,
  cards: readonly Card<ChainAt>[],
  time: LaneTime,
): void {
  const { sizes } = pen.inks;
  const axis = axisHeight(pen.inks);
  const named = layout.detail !== 'tile';
  const [first] = layout.boxes;
  const top = (first?.y ?? area.height * 0.08 + axis) - axis;
  const bottom = layout.boxes.length === 0 ? area.height - 10 : last(layout.boxes).y + last(layout.boxes).height;
  const pad = 12;
  const label = named || first === undefined ? Math.min(area.width * 0.3, layout.detail === 'compact' ? 150 : 260) : 0;
  const style: TextStyle = { size: layout.detail === 'full' ? sizes.l : sizes.s, face: 'face' };
  const total = named ? pen.measure(totalText(time.own), style) + 10 : 16;
  const left = area.x + pad + label;
  const scale = timeScale(axisOf(time), Math.round(left), Math.max(40, Math.floor(area.width - left - total - pad)));
  const field = { x: scale.x, y: top, width: scale.width, height: bottom - top };
  paintAxis(pen, field, axis, scale);
  if (first === undefined) {
    const below = { ...field, y: top + axis, height: bottom - top - axis };
    paintCrowd(pen, below, area.x + pad, cards, scale, time.at);
  }
  cards.forEach((card, index) => {
    const row = layout.boxes[index];
    if (row === undefined) return;
    if (named) paintLabel(pen, { x: area.x + pad, y: row.y, width: label - pad, height: row.height }, card, layout);
    paintRow(pen, row, card, scale, time.at);
  });
  paintNow(pen, field, axis, scale, time.at);
  // Texts stand before the line of the instant.
  cards.forEach((card, index) => {
    const row = layout.boxes[index];
    if (row === undefined) return;
    card.content.steps.forEach((step, place) => paintStepText(pen, stepBox(row, step, scale), step, place));
    if (named) paintTotal(pen, row, card.content, scale, style);
  });
}

function paintLabel(pen: Pen, box: Box, { name, view }: Card<ChainAt>, { detail }: CardLayout): void {
  const { sizes } = pen.inks;
  if (detail !== 'full') {
    const side = Math.min(box.height * 0.6, sizes.s);
    const high = Math.min(box.height, sizes.l * 1.4);
    const swatch = { x: box.x, y: box.y + (box.height - side) / 2, width: side * 1.5, height: side };
    paintSwatch(pen, view.mark, swatch);
    const line = { x: box.x + side * 2, y: box.y + (box.height - high) / 2, width: box.width - side * 2, height: high };
    return paintName(pen, name, line, 'left');
  }
  const high = Math.min(box.height * 0.5, sizes.xl * 1.25);
  const low = Math.min(box.height * 0.4, sizes.m * 1.6);
  const top = box.y + (box.height - high - low) / 2;
  paintName(pen, name, { ...box, y: top, height: high }, 'left');
  paintStatus(pen, view, { ...box, y: top + high, height: low }, 'left');
}

/**
 * Where a step is: to its end, or to where it is going to end. One that takes no time stands before its instant, but not
 * before the run.
 */
export function stepBox(row: Box, step: StepAt, scale: TimeScale): Box {
  const height = row.height < 8 ? row.height * 0.9 : Math.min(row.height * (row.height > 40 ? 0.56 : 0.72), 64);
  const [x, to] = [scale.at(step.from), scale.at(Number.isNaN(step.to) ? step.from + step.seconds : step.to)];
  const y = row.y + (row.height - height) / 2;
  return to - x < 1 ? { x: Math.max(scale.at(0), x - 5), y, width: 5, height } : { x, y, width: to - x, height };
}

/** Draws one chain: how long it waited for its turn, what is done, and the step it is at. */
function paintRow(pen: Pen, row: Box, { content, view }: Card<ChainAt>, scale: TimeScale, at: number): void {
  const { colours, patterns } = pen.inks;
  const begun = content.steps[0]?.from ?? at;
  if (begun > content.since) {
    const height = Math.max(2, Math.min(12, row.height * 0.2));
    const [x, width] = [scale.at(content.since), scale.at(begun) - scale.at(content.since)];
    const wait = { x, y: row.y + (row.height - height) / 2, width, height };
    pen.fill(wait, colours.sheet);
    const line = row.height < 10 ? 1 : 1.75;
    if (width > 3) outline(pen, { ...wait, x: x + 1, width: width - 2 }, colours.ready, line);
  }
  // The last one lies below: one that takes no time is seen upon the one behind it.
  for (let index = content.steps.length - 1; index >= 0; index--) {
    const step = content.steps[index]!;
    const ended = !Number.isNaN(step.to);
    const box = stepBox(row, step, scale);
    pen.fill(box, ended ? colours[index % 2 === 0 ? 'square-dark' : 'square-light'] : colours.sheet);
    const held = !ended && view.mark === 'holding';
    if (!ended) {
      const style = held ? patterns.bars : view.mark === 'running' ? colours.run : patterns.hatch;
      pen.fill({ ...box, width: Math.max(1, Math.min(box.width, scale.at(at) - box.x)) }, style);
    }
    if (box.height < 5) continue;
    const style = held ? colours.hold : ended ? colours['table-edge'] : colours.wait;
    outline(pen, inset(box, 0.5), style, ended ? 1 : 2);
  }
}

/** Draws a line whose middle is the edge of a box. */
function outline(pen: Pen, box: Box, style: string, line: number): void {
  pen.frame(inset(box, -line / 2), style, line);
}

/** Writes how long a step takes, where there is room for it. */
function paintStepText(pen: Pen, { x, y, width, height }: Box, step: StepAt, index: number): void {
  const { colours, sizes } = pen.inks;
  const size = Math.max(sizes.xs, Math.min(sizes.l, height * 0.34));
  if (height < size * 1.1) return;
  const ended = !Number.isNaN(step.to);
  const style: TextStyle = {
    size,
    face: 'strong',
    align: 'center',
    colour: ended ? colours['piece-black'] : colours.ink,
  };
  const seconds = fill(words.chains.seconds, { seconds: wholeText(step.seconds) });
  const name = fill(words.chains.step, { step: index + 1 });
  const fits = (text: string) => pen.measure(text, style) + 14 <= width;
  // On one line, on two, or without its name.
  const lines = fits(`${name}, ${seconds}`)
    ? [`${name}, ${seconds}`]
    : height >= size * 2.8 && fits(name)
      ? [name, seconds]
      : [seconds];
  if (!fits(lines[0]!)) return;
  const high = size * 1.25;
  const [middle, top] = [x + width / 2, y + (height - high * lines.length) / 2];
  if (!ended) {
    // Nothing can be read on stripes.
    const wide = Math.max(...lines.map((line) => pen.measure(line, style))) + 10;
    pen.fill({ x: middle - wide / 2, y: top - 1, width: wide, height: high * lines.length + 2 }, colours.sheet, 3);
  }
  lines.forEach((line, place) => pen.write(line, middle, top + high * (place + 0.5) + size * 0.36, style));
}

/** Writes what a chain took, behind its end. */
function paintTotal(pen: Pen, row: Box, { took, steps }: ChainAt, scale: TimeScale, style: TextStyle): void {
  if (Number.isNaN(took)) return;
  const { size } = style;
  const end = Math.max(...steps.map(({ to }) => (Number.isNaN(to) ? 0 : to)));
  const text = totalText(took);
  const [x, y] = [scale.at(end) + 7, row.y + row.height / 2];
  const behind = { x: x - 2, y: y - size * 0.6, width: pen.measure(text, style) + 4, height: size * 1.2 };
  pen.fill(behind, pen.inks.colours.floor);
  pen.write(text, x, y + size * 0.34, style);
}

function totalText(took: number): string {
  return fill(words.chains.total, { took: wholeText(took) });
}

/** Draws the instant on screen: a line through all rows, with a pointer at the axis. */
function paintNow(pen: Pen, field: Box, axis: number, scale: TimeScale, at: number): void {
  const { context } = pen;
  const x = Math.round(scale.at(at));
  const y = field.y + axis * 0.62;
  pen.fill({ x: x - 1, y, width: 2, height: field.height - axis * 0.62 }, pen.inks.colours.ink);
  context.beginPath();
  context.moveTo(x - 6, y);
  context.lineTo(x + 6, y);
  context.lineTo(x, y + 8);
  context.fill();
}

function last(boxes: readonly Box[]): Box {
  return boxes[boxes.length - 1]!;
}
