/** A chart as a table: what stands in its CSV file, and what a screen reader is given of it. */
import type { ChartSpec, LineChart, Table } from './spec.ts';
import { clockText, numberText } from '../words/numbers.ts';

/** All the data of a chart, a row for each point: name of the line, x, y. */
export function dataTable(spec: ChartSpec): Table {
  if (spec.data !== undefined) return spec.data;
  if (spec.kind === 'bars') {
    const rows = spec.bars.map(({ name, value, theory }) => [name, value, theory ?? '']);
    return { head: ['lane', 'seconds', 'theory_seconds'], rows, units: [null, 's', 's'] };
  }
  const rows = spec.series.flatMap(({ name, points }) => points.map(({ x, y }) => [name, precise(x), precise(y)]));
  return { head: ['series', 'virtual_seconds', spec.y.title], rows, units: [null, 's', spec.y.title] };
}

/** A chart at its ticks, a column for each line: few enough numbers to be read out. */
export function readableTable(spec: ChartSpec): Table {
  if (spec.kind === 'bars') {
    const rows = spec.bars.map(({ name, label, theory }) => [
      name,
      label,
      theory === null ? '' : clockText(theory, spec.x.max),
    ]);
    return { head: ['', spec.x.title, ''], rows };
  }
  if (spec.data !== undefined) return spec.data;
  const lines = spec.series.filter(({ theory }) => !theory);
  const rows = spec.x.ticks.map(({ value, label }) => [label, ...lines.map((line) => valueAt(line, value))]);
  return { head: [spec.x.title, ...lines.map(({ name }) => name)], rows };
}

function valueAt({ points }: LineChart['series'][number], x: number): string {
  const last = points.at(-1);
  if (last === undefined || last.x < x) return '–';
  const point = points.findLast((each) => each.x <= x);
  return point === undefined ? '–' : numberText(point.y);
}

/** Without the last digits of a double, which are those of sums and quotients. */
function precise(value: number): number {
  return Number(value.toPrecision(12));
}
