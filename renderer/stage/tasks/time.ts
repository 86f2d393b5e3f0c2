/** Spans and instants of the general stage. Programs may take milliseconds or hours. */
import { fill } from '../../words/fill.ts';
import { general as words } from '../../words/en/general.ts';
import { numberText, spanText } from '../../words/numbers.ts';
import { elapsedText, wholeText } from '../kit/task-view.ts';

/** Spans from that on are told in minutes and hours. */
const LONG = 600;

/** How long something has lasted, and of how much where that is known (NaN: it is not). Virtual seconds. */
export function timeText(elapsed: number, whole: number): string {
  const known = !Number.isNaN(whole);
  const longest = known ? whole : elapsed;
  if (longest >= LONG) {
    const passed = spanText(Math.floor(elapsed + 1e-4));
    return known ? fill(words.long, { elapsed: passed, whole: spanText(whole) }) : passed;
  }
  const small = known && whole < 0.1;
  const [scale, unit] = small ? [1000, words.units.ms] : [1, words.units.s];
  const parts = { elapsed: elapsedText(elapsed * scale, whole * scale), whole: wholeText(whole * scale), unit };
  return fill(known ? words.passed : words.since, parts);
}

/** An instant, to a tenth of a second. */
export function instantText(at: number): string {
  return at >= LONG ? spanText(Math.floor(at)) : `${(Math.floor(at * 10 + 1e-4) / 10).toFixed(1)} s`;
}

/** How long something takes that begins now. */
export function lengthText(seconds: number): string {
  return seconds >= LONG || seconds < 0.1 ? spanText(seconds) : `${numberText(seconds)} ${words.units.s}`;
}
