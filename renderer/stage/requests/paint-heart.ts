import { fill } from '../../words/fill.ts';
import { requests as words } from '../../words/en/requests.ts';
import type { Pen } from '../../picture/pen.ts';
import type { Box } from '../../picture/areas.ts';
import type { RequestsLayout } from './layout.ts';
import { beatText, latenessNow, ON_TIME, tenths } from './text.ts';
import type { RequestsView } from './view.ts';

/** Room before the first instant. */
const BEFORE = 12;
/** Letters of height from which the seconds are numbered. */
const AXIS_FROM = 8.5;

/** The strip of the heart: where each beat should have been, where it came, and between them how late it was. */
export function paintHeart(pen: Pen, layout: RequestsLayout, view: RequestsView): void {
  const { strip, perPixel } = layout;
  const { colours, sizes } = pen.inks;
  const { context } = pen;
  // The line is written from the left; when it has come far enough, the paper moves.
  const now = Math.min(layout.now, strip.x + BEFORE + view.t / perPixel);
  const base = Math.round(strip.y + strip.height * 0.56);
  const x = (instant: number) => now + (instant - view.t) / perPixel;
  const right = strip.x + strip.width;
  pen.fill(strip, colours.sheet, 4);
  pen.apart(() => {
    context.beginPath();
    context.roundRect(strip.x, strip.y, strip.width, strip.height, 4);
    context.clip();
    const first = Math.max(0, Math.floor(view.t - (now - strip.x) * perPixel));
    for (let second = first; x(second) < right; second++) paintSecond(pen, x(second), strip, second);
    const dues = view.beats.map(({ dueAt }) => dueAt);
    if (view.dueAt !== null) dues.push(view.dueAt);
    for (const due of dues) if (x(due) > strip.x - 20) paintDue(pen, x(due), base, sizes.xs);
    for (const { dueAt, at } of view.beats) paintLate(pen, x(dueAt), x(at), base, at - dueAt);
    if (view.dueAt !== null) paintLate(pen, x(view.dueAt), now, base, view.t - view.dueAt);
    const beats = view.beats.map(({ at }) => x(at));
    const top = strip.y + sizes.s * 1.75;
    paintPulse(pen, Math.max(strip.x, x(0)), now, base, Math.min(strip.height * 0.34, base - top - 2), beats);
    pen.fill({ x: now - 1, y: top, width: 2, height: strip.y + strip.height - sizes.xs * 1.4 - top }, colours.ink);
  });
  pen.frame(strip, colours['sheet-rule'], 1, 4);
  paintTitle(pen, layout, view);
}

function paintSecond(pen: Pen, x: number, strip: Box, second: number): void {
  const { colours, sizes } = pen.inks;
  const top = strip.y + sizes.s * 1.75;
  pen.fill({ x: Math.round(x), y: top, width: 1, height: strip.height - (top - strip.y) }, colours['sheet-rule']);
  if (strip.height < sizes.xs * AXIS_FROM) return;
  const text = fill(words.seconds, { seconds: second });
  const hand = { size: sizes.xs, colour: colours['ink-soft'] };
  if (x + 8 + pen.measure(text, hand) > strip.x + strip.width) return;
  pen.write(text, x + 4, strip.y + strip.height - sizes.xs * 0.4, hand);
}

function paintTitle(pen: Pen, { strip }: RequestsLayout, view: RequestsView): void {
  const { colours, sizes } = pen.inks;
  const y = strip.y + sizes.s * 1.3;
  const width = pen.write(words.heartbeat, strip.x + 8, y, { size: sizes.m, face: 'face' });
  const left = strip.x + width + 20;
  const most = strip.x + strip.width - left - 8;
  const colour = latenessNow(view) > ON_TIME ? colours.hold : colours['ink-soft'];
  pen.write(beatText(view), left, y, { size: sizes.s, face: 'strong', colour, most });
}

/** Where a beat should be: a small triangle under the line. */
function paintDue(pen: Pen, x: number, base: number, letter: number): void {
  const { context } = pen;
  context.strokeStyle = pen.inks.colours['ink-soft'];
  context.lineWidth = 1.5;
  context.beginPath();
  const top = base + letter * 1.25;
  context.moveTo(x, top);
  context.lineTo(x + letter * 0.42, top + letter * 0.75);
  context.lineTo(x - letter * 0.42, top + letter * 0.75);
  context.closePath();
  context.stroke();
}

/** How late a beat was: a red bar from where it should have been. */
function paintLate(pen: Pen, from: number, to: number, base: number, late: number): void {
  if (late <= ON_TIME) return;
  const { colours, patterns, sizes } = pen.inks;
  const height = Math.max(6, sizes.xs * 0.6);
  pen.fill({ x: from, y: base - height / 2, width: Math.max(2, to - from), height }, patterns.bars);
  if (late < 0.05) return;
  // Beside the triangle, where the pulse does not come.
  const text = fill(words.late, { seconds: tenths(late) });
  const hand = { size: sizes.xs, face: 'strong', colour: colours.hold } as const;
  pen.write(text, from + sizes.xs * 0.6, base + sizes.xs * 2.05, hand);
}

/** The line, with a pulse at every beat. */
function paintPulse(pen: Pen, from: number, to: number, base: number, height: number, beats: readonly number[]): void {
  const { context, inks } = pen;
  context.strokeStyle = inks.colours.ink;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(from, base);
  for (const beat of beats) {
    if (beat < from - 10) continue;
    const points = [[-5, 0], [-3, 0.12], [0, -1], [4, 0.2], [6, 0], [9, -0.12], [12, 0]] as const; // prettier-ignore
    for (const [dx, dy] of points) if (beat + dx <= to) context.lineTo(beat + dx, base + dy * height);
  }
  context.lineTo(to, base);
  context.stroke();
}
