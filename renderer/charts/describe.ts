import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { clockText } from '../words/numbers.ts';

/** A chart in sentences: what it shows, up to when, and where each of its lines stands. */
export function described(title: string, at: number, lines: readonly { name: string; value: string }[]): string {
  const series = lines.map((line) => fill(en.charts.describeSeries, line)).join(' ');
  return fill(en.charts.describe, { title, at: clockText(at), series });
}
