/** An axis of virtual time across a stage. */
import type { Box } from '../../picture/areas.ts';
import type { Pen, TextStyle } from '../../picture/pen.ts';
import { spanText } from '../../words/numbers.ts';

/** Where instants are: `x` and `width` in CSS pixels. */
export interface TimeScale {
  readonly x: number;
  readonly width: number;
  readonly longest: number;
  at(instant: number): number;
}

/** Lines are so far apart at least, and there are not more than that. */
const APART = 60;
const LINES_MOST = 11;

/** From 0 to `longest` virtual seconds. */
export function timeScale(longest: number, x: number, width: number): TimeScale {
  const span = Math.max(longest, 1e-3);
  return { x, width, longest: span, at: (instant) => x + (Math.max(0, Math.min(span, instant)) / span) * width };
}

/** The round distance of lines, in virtual seconds, that are not too close. */
export function tickStep({ longest, width }: Pick<TimeScale, 'longest' | 'width'>): number {
  const least = (longest / Math.max(1, width)) * Math.max(APART, width / LINES_MOST);
  const fits = (step: number) => step >= least * (1 - 1e-9);
  const round = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800].find(fits);
  if (round !== undefined && least > 0.5) return round;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((factor) => fits(factor * power)) ?? 10);
}

/** Draws the lines through a field whose upper `height` pixels are for their numbers. */
export function paintAxis(pen: Pen, field: Box, height: number, scale: TimeScale): void {
  const { colours, sizes } = pen.inks;
  const style: TextStyle = { size: sizes.xs, colour: colours['ink-soft'] };
  const step = tickStep(scale);
  // The place up to which the last number goes.
  let free = -Infinity;
  for (let tick = 0; tick * step <= scale.longest * (1 + 1e-9); tick++) {
    const x = Math.round(scale.at(tick * step));
    const top = field.y + height * 0.62;
    pen.fill({ x: x - 0.5, y: top, width: 1, height: field.height - height * 0.62 }, colours['floor-line']);
    const text = spanText(tick * step);
    if (x < free) continue;
    free = x + pen.measure(text, style) + 8;
    // The unit hangs out, so that the number stands over its line.
    const number = pen.measure(text.split(' ')[0]!, style);
    pen.write(text, x - number / 2, field.y + height * 0.46, style);
  }
}
