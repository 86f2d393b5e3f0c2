/** Chains on one time axis: a row a chain, or, where there are too many, how many are at which step. */
import type { ChainAt, StepAt } from '../../../shared/fold/chains.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import { paintAxis, timeScale, type TimeScale } from '../kit/axis.ts';
import { paintCrowd } from './crowd.ts';
import type { Look } from '../kit/look.ts';
import type { Box } from '../../picture/areas.ts';
import type { TaskLayout } from '../kit/pack.ts';
import type { Card, Moment, Tools } from '../kit/stage-kind.ts';
import { paintName, paintStatus, paintSwatch } from '../kit/status.ts';
import { wholeText } from '../kit/task-view.ts';
import { setType, widthOf, write, type Type } from '../kit/type.ts';

/** The least share of the axis that a lane has to take up. */
const READABLE = 0.4;

/** Room for the axis above the rows. */
export function axisHeight({ sizes }: Look): number {
  return Math.round(sizes.xs * 2.6);
}

/** Lanes share an axis, so that they can be compared, unless the longest would make this one too small to be read. */
function axisOf({ own, longest }: Moment): number {
  return own >= READABLE * longest ? longest : own;
}

/** Draws all of it. */
export function paintChains(
  tools: Tools,
  area: Box,
  layout: TaskLayout,
  cards: readonly Card<ChainAt>[],
  moment: Moment,
): void {
  const { paint, look } = tools;
  const { sizes } = look;
  const named = layout.detail !== 'tile';
  const [first] = layout.boxes;
  const top = (first?.y ?? area.height * 0.08 + axisHeight(look)) - axisHeight(look);
  const bottom = layout.boxes.length === 0 ? area.height - 10 : last(layout.boxes).y + last(layout.boxes).height;
  const pad = 12;
  const label = named || first === undefined ? Math.min(area.width * 0.3, layout.detail === 'compact' ? 150 : 260) : 0;
  const type: Type = { family: 'face', size: layout.detail === 'full' ? sizes.l : sizes.s };
  setType(paint, look, type);
  const longest = axisOf(moment);
  const total = named ? widthOf(paint, fill(words.chains.total, { took: wholeText(moment.own) }), type) + 10 : 16;
  const left = area.x + pad + label;
  const scale = timeScale(longest, Math.round(left), Math.max(40, Math.floor(area.width - left - total - pad)));
  const field = { x: scale.x, y: top, width: scale.width, height: bottom - top };
  paintAxis(tools, field, axisHeight(look), scale);
  if (first === undefined)
    paintCrowd(
      tools,
      { ...field, y: top + axisHeight(look), height: bottom - top - axisHeight(look) },
      area.x + pad,
      cards,
      scale,
      moment.at,
    );
  cards.forEach((card, index) => {
    const row = layout.boxes[index];
    if (row === undefined) return;
    if (named) paintLabel(tools, { x: area.x + pad, y: row.y, width: label - pad, height: row.height }, card, layout);
    paintRow(tools, row, card, scale, moment.at);
  });
  paintNow(tools, field, axisHeight(look), scale, moment.at);
  // Texts stand before the line of the instant.
  cards.forEach((card, index) => {
    const row = layout.boxes[index];
    if (row === undefined) return;
    card.picture.steps.forEach((step, place) => paintStepText(tools, stepBox(row, step, scale), step, place));
    if (named) paintTotal(tools, row, card, scale, type);
  });
}

function paintLabel({ paint, look }: Tools, box: Box, { name, view }: Card<ChainAt>, { detail }: TaskLayout): void {
  const { sizes } = look;
  if (detail !== 'full') {
    const side = Math.min(box.height * 0.6, sizes.s);
    const high = Math.min(box.height, sizes.l * 1.4);
    paintSwatch(paint, look, view.mark, {
      ...box,
      y: box.y + (box.height - side) / 2,
      width: side * 1.5,
      height: side,
    });
    const line = { x: box.x + side * 2, y: box.y + (box.height - high) / 2, width: box.width - side * 2, height: high };
    return paintName(paint, look, name, line, 'left');
  }
  const high = Math.min(box.height * 0.5, sizes.xl * 1.25);
  const low = Math.min(box.height * 0.4, sizes.m * 1.6);
  const top = box.y + (box.height - high - low) / 2;
  paintName(paint, look, name, { ...box, y: top, height: high }, 'left');
  paintStatus(paint, look, view, { ...box, y: top + high, height: low }, 'left');
}

/** Where a step is: to its end, or to where it is going to end. One that takes no time stands before its instant. */
function stepBox(row: Box, step: StepAt, scale: TimeScale): Box {
  const height = row.height < 8 ? row.height * 0.9 : Math.min(row.height * (row.height > 40 ? 0.56 : 0.72), 64);
  const [x, to] = [scale.at(step.from), scale.at(Number.isNaN(step.to) ? step.from + step.seconds : step.to)];
  const y = row.y + (row.height - height) / 2;
  return to - x < 1 ? { x: x - 5, y, width: 5, height } : { x, y, width: to - x, height };
}

/** One chain: how long it waited for its turn, what is done, and the step it is at. */
function paintRow(
  { paint, look }: Tools,
  row: Box,
  { picture, view }: Card<ChainAt>,
  scale: TimeScale,
  at: number,
): void {
  const { palette, patterns } = look;
  const begun = picture.steps[0]?.from ?? at;
  if (begun > picture.since) {
    const low = Math.max(2, Math.min(12, row.height * 0.2));
    const [x, width] = [scale.at(picture.since), scale.at(begun) - scale.at(picture.since)];
    const y = row.y + (row.height - low) / 2;
    paint.fillStyle = palette.sheet;
    paint.strokeStyle = palette.ready;
    paint.lineWidth = row.height < 10 ? 1 : 1.75;
    paint.fillRect(x, y, width, low);
    if (width > 3) paint.strokeRect(x + 1, y, width - 2, low);
  }
  picture.steps.forEach((step, index) => {
    const ended = !Number.isNaN(step.to);
    const { x, y, width, height } = stepBox(row, step, scale);
    paint.fillStyle = ended ? palette[index % 2 === 0 ? 'square-dark' : 'square-light'] : palette.sheet;
    paint.fillRect(x, y, width, height);
    const held = !ended && view.mark === 'holding';
    if (!ended) {
      paint.fillStyle = held ? patterns.bars : view.mark === 'running' ? palette.run : patterns.hatch;
      paint.fillRect(x, y, Math.max(1, Math.min(width, scale.at(at) - x)), height);
    }
    if (height < 5) return;
    paint.strokeStyle = held ? palette.hold : ended ? palette['table-edge'] : palette.wait;
    paint.lineWidth = ended ? 1 : 2;
    paint.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  });
}

/** How long a step is, where there is room to say so. */
function paintStepText({ paint, look }: Tools, { x, y, width, height }: Box, step: StepAt, index: number): void {
  const { palette, sizes } = look;
  const type: Type = { family: 'text', size: Math.max(sizes.xs, Math.min(sizes.l, height * 0.34)), strong: true };
  if (height < type.size * 1.1) return;
  setType(paint, look, type);
  const seconds = fill(words.chains.seconds, { seconds: wholeText(step.seconds) });
  const name = fill(words.chains.step, { step: index + 1 });
  const fits = (text: string) => widthOf(paint, text, type) + 14 <= width;
  // On one line, on two, or without its name.
  const lines = fits(`${name}, ${seconds}`)
    ? [`${name}, ${seconds}`]
    : height >= type.size * 2.8 && fits(name)
      ? [name, seconds]
      : [seconds];
  if (!fits(lines[0]!)) return;
  const high = type.size * 1.25;
  const [middle, top] = [x + width / 2, y + (height - high * lines.length) / 2];
  const ended = !Number.isNaN(step.to);
  if (!ended) {
    // Nothing can be read on stripes.
    const wide = Math.max(...lines.map((line) => widthOf(paint, line, type))) + 10;
    paint.fillStyle = palette.sheet;
    paint.beginPath();
    paint.roundRect(middle - wide / 2, top - 1, wide, high * lines.length + 2, 3);
    paint.fill();
  }
  paint.fillStyle = ended ? palette['piece-black'] : palette.ink;
  lines.forEach((line, place) =>
    write(paint, line, middle, top + high * (place + 0.5) + type.size * 0.36, type, 'center'),
  );
}

/** What a chain took, behind its end. */
function paintTotal({ paint, look }: Tools, row: Box, { picture }: Card<ChainAt>, scale: TimeScale, type: Type): void {
  if (Number.isNaN(picture.took)) return;
  const end = Math.max(...picture.steps.map(({ to }) => (Number.isNaN(to) ? 0 : to)));
  setType(paint, look, type);
  const text = fill(words.chains.total, { took: wholeText(picture.took) });
  const [x, y] = [scale.at(end) + 7, row.y + row.height / 2];
  paint.fillStyle = look.palette.floor;
  paint.fillRect(x - 2, y - type.size * 0.6, widthOf(paint, text, type) + 4, type.size * 1.2);
  paint.fillStyle = look.palette.ink;
  write(paint, text, x, y + type.size * 0.34, type);
}

/** The instant on screen. */
function paintNow({ paint, look }: Tools, field: Box, axis: number, scale: TimeScale, at: number): void {
  const x = Math.round(scale.at(at));
  paint.fillStyle = look.palette.ink;
  paint.fillRect(x - 1, field.y + axis * 0.62, 2, field.height - axis * 0.62);
  paint.beginPath();
  paint.moveTo(x - 6, field.y + axis * 0.62);
  paint.lineTo(x + 6, field.y + axis * 0.62);
  paint.lineTo(x, field.y + axis * 0.62 + 8);
  paint.fill();
}

function last(boxes: readonly Box[]): Box {
  return boxes[boxes.length - 1]!;
}
