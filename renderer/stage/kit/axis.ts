/** An axis of virtual time across a stage. */
import { spanText } from '../../words/numbers.ts';
import type { Box } from '../../picture/areas.ts';
import type { Tools } from './stage-kind.ts';
import { setType, widthOf, write, type Type } from './type.ts';

/** Where instants are: `x` and `width` in CSS pixels. */
export interface TimeScale {
  readonly x: number;
  readonly width: number;
  readonly longest: number;
  at(instant: number): number;
}

/** Lines are so far apart at least, and not more than that many. */
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
export function paintAxis({ paint, look }: Tools, field: Box, height: number, scale: TimeScale): void {
  const { palette, more, sizes } = look;
  const type: Type = { family: 'text', size: sizes.xs };
  setType(paint, look, type);
  const step = tickStep(scale);
  // Until where the last number goes.
  let free = -Infinity;
  for (let tick = 0; tick * step <= scale.longest * (1 + 1e-9); tick++) {
    const x = Math.round(scale.at(tick * step));
    paint.fillStyle = more['floor-line'];
    paint.fillRect(x - 0.5, field.y + height * 0.62, 1, field.height - height * 0.62);
    paint.fillStyle = palette['ink-soft'];
    const text = spanText(tick * step);
    if (x < free) continue;
    free = x + widthOf(paint, text, type) + 8;
    // The unit hangs out, so that the number stands over its line.
    const number = widthOf(paint, text.split(' ')[0]!, type);
    write(paint, text, x - number / 2, field.y + height * 0.46, type);
  }
}
