import { en } from '../i18n/en.ts';
import { fill } from '../i18n/fill.ts';
import { clockText } from '../i18n/numbers.ts';

/** A chart in sentences: what it shows, up to when, and where each of its lines stands. */
export function described(title: string, at: number, lines: readonly { name: string; value: string }[]): string {
  const series = lines.map((line) => fill(en.charts.describeSeries, line)).join(' ');
  return fill(en.charts.describe, { title, at: clockText(at), series });
}
