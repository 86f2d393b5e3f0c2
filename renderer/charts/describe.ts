import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { clockText } from '../words/numbers.ts';

/**
 * A chart in sentences: what it shows, up to when, and where each of its lines stands. `run` is the length of the run:
 * where it is short, tenths of a second count, as on the clock.
 */
export function described(
  title: string,
  at: number,
  lines: readonly { name: string; value: string }[],
  run = Infinity,
): string {
  const series = lines.map((line) => fill(en.charts.describeSeries, line)).join(' ');
  return fill(en.charts.describe, { title, at: clockText(at, run), series });
}
