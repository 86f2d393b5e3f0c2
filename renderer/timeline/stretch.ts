/** The stretch of virtual time that the full view shows, and how it is changed. It stays within the run. */
import { decimalsFor, instantText } from './instant.ts';
import type { Stretch } from './window.ts';

const HOUR = 3600;
/** Round distances from a second to a day; below and above they are round numbers of seconds and of hours. */
const STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR,
]; // prettier-ignore

/** The shortest stretch, as a share of the run and in seconds. */
const LEAST_SHARE = 1e-6;
const LEAST = 1e-5;

/** The whole run; an empty one has a second, so that there is an axis. */
export function wholeRun(longest: number): Stretch {
  return { from: 0, to: longest > 0 ? longest : 1 };
}

/** A stretch `factor` times as long, in which what stands at `anchor` (0 left, 1 right) stays there. */
export function zoomStretch({ from, to }: Stretch, factor: number, anchor: number, longest: number): Stretch {
  const whole = wholeRun(longest).to;
  const span = Math.min(whole, Math.max(LEAST, whole * LEAST_SHARE, (to - from) * factor));
  return within(from + anchor * (to - from - span), span, whole);
}

/** A stretch that lies `seconds` later. */
export function panStretch({ from, to }: Stretch, seconds: number, longest: number): Stretch {
  return within(from + seconds, to - from, wholeRun(longest).to);
}

/** A stretch as long in which an instant can be seen; the same one where it can. */
export function revealed(stretch: Stretch, instant: number, longest: number): Stretch {
  const { from, to } = stretch;
  if (instant >= from && instant <= to) return stretch;
  return within(instant - (to - from) / 2, to - from, wholeRun(longest).to);
}

/** A tick of the axis: an instant and how it is written. */
export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

/** Round instants of a stretch that is `width` pixels wide, `apart` pixels from each other at least. */
export function axisTicks(stretch: Stretch, width: number, apart: number, longest: number): AxisTick[] {
  const { from, to } = stretch;
  const step = roundStep(((to - from) / width) * apart);
  const form = { hours: longest >= 3600, decimals: decimalsFor(step) };
  const ticks: AxisTick[] = [];
  for (let place = Math.ceil(from / step - 1e-9); place * step <= to + step * 1e-9; place++) {
    ticks.push({ at: place * step, label: instantText(place * step, form) });
  }
  return ticks;
}

/** The least round distance that is not below `least` seconds. */
function roundStep(least: number): number {
  const step = least > 0.5 ? STEPS.find((each) => each >= least) : undefined;
  if (step !== undefined) return step;
  const unit = least > 0.5 ? HOUR : 1;
  const power = 10 ** Math.floor(Math.log10(least / unit) + 1e-9);
  return unit * power * ([1, 2, 5, 10].find((factor) => factor * power * unit >= least * (1 - 1e-9)) ?? 10);
}

function within(from: number, span: number, whole: number): Stretch {
  const begins = Math.max(0, Math.min(whole - span, from));
  return { from: begins, to: begins + span };
}
