/** Virtual instants and spans as people read them. They are rounded down here and nowhere else. */

import { counted } from '../../shared/counted.ts';

// Made once each: making one takes longer than a hundred uses of it.
const formats: Intl.NumberFormat[] = [];

const significant = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
/** What sums of doubles are off by, at most. */
const ROUNDING = 1e-12;

const MINUTE = 60;
const HOUR = 3600;

/** A run that takes less than so many seconds is slow enough on screen for tenths of a second to be read. */
const TENTHS_BELOW = 5 * MINUTE;

/** An instant on the clock of a run that takes `run` seconds: 0:12:30, and 0:03.9 where tenths count. */
export function clockText(seconds: number, run = Infinity): string {
  // A thousandth of a second is below every clock, and what a sum of doubles may lack.
  const shown = Math.max(0, seconds) + 1e-3;
  const whole = Math.floor(shown);
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.floor(whole / MINUTE);
  if (run < TENTHS_BELOW) return `${minutes}:${two(whole % MINUTE)}.${Math.floor((shown - whole) * 10)}`;
  return `${Math.floor(whole / HOUR)}:${two(minutes % 60)}:${two(whole % MINUTE)}`;
}

/** Seconds that pass, without their unit: 31, and 0.1 in a run in which tenths count. */
export function secondsText(seconds: number, run = Infinity): string {
  const shown = Math.max(0, seconds) + 1e-3;
  return run < TENTHS_BELOW ? (Math.floor(shown * 10) / 10).toFixed(1) : counted(Math.floor(shown));
}

/** A span in its largest fitting unit: 12 h, 1 h 30 min, 4 min, 2.5 s, 40 ms. */
export function spanText(seconds: number): string {
  // What would be rounded up to the next unit is told in it.
  const size = Math.abs(seconds) >= MINUTE ? Math.round(Math.abs(seconds)) : Math.abs(seconds);
  if (size >= HOUR) return joined(seconds, HOUR, 'h', MINUTE, 'min');
  if (size >= MINUTE) return joined(seconds, MINUTE, 'min', 1, 's');
  if (size >= 1 || size === 0) return `${numberText(seconds)} s`;
  return `${numberText(seconds * 1000)} ms`;
}

/**
 * A number with three digits at most after the point, and groups of thousands: 1,234 or 0.125. What would be told as 0
 * so keeps its first three digits: 0.000042. What is smaller than rounding leaves behind is 0.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : '–';
  if (Math.abs(value) < 0.001 && Math.abs(value) > ROUNDING) return significant.format(value);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return (formats[digits] ??= new Intl.NumberFormat('en', { maximumFractionDigits: digits })).format(value);
}

/** A ratio as whole per cents: 8 %. Only what is whole says 100 %, only nothing says 0 %. */
export function percentText(ratio: number): string {
  const whole = Math.round(ratio * 100);
  const shown = whole === 100 && ratio < 0.999 ? 99 : whole === 0 && ratio > 0.0005 ? 1 : whole;
  return `${shown} %`;
}

function joined(seconds: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const smalls = Math.round(seconds / small);
  const [whole, rest] = [Math.floor(smalls / (large / small)), smalls % (large / small)];
  return rest === 0 ? `${whole} ${largeUnit}` : `${whole} ${largeUnit} ${rest} ${smallUnit}`;
}
