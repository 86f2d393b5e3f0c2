/** The tables of a benchmark as text. */
import { COLD_GOAL, GOALS, TRACE_GOAL, verdictOf, type Figures, type Row } from './figures.ts';

const number = (figure: number | null | undefined, digits = 2): string =>
  figure === null || figure === undefined ? '-' : figure.toFixed(digits);

/** Columns as wide as what is in them, the first to the left and the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row.map((text, column) => (column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!))).join('  ');
  return `${rows.map(line).join('\n')}\n`;
}

function speeds(rows: readonly Row[], names: readonly string[]): string[][] {
  const others = names.filter((name) => name !== 'simul');
  return [
    ['millions/s', 'runs', 'simul cold', 'warm', ...others],
    ...rows.map(({ workload, contenders }) => [
      workload,
      String(contenders['simul']!.processes),
      number(contenders['simul']!.cold),
      number(contenders['simul']!.warm),
      ...others.map((name) => number(contenders[name]?.warm, 3)),
    ]),
  ];
}

/** A figure, marked where it misses what it is meant to reach. */
function against(figure: number | null, misses: boolean): string {
  return `${misses ? '*' : ''}${number(figure)}`;
}

function ratios(rows: readonly Row[]): string[][] {
  return [
    ['to C++20', 'goal', 'cold', 'warm', 'warm cpu', 'cold/warm', 'trace', 'trace cpu'],
    ...rows.map((row) => {
      const { cold, warm, warmCpu, goal, start, trace, traceCpu } = verdictOf(row);
      return [
        row.workload,
        number(goal),
        number(cold),
        against(warm, goal !== null && warm !== null && warm < goal),
        number(warmCpu),
        against(start, start < COLD_GOAL),
        against(trace, trace > TRACE_GOAL),
        number(traceCpu),
      ];
    }),
  ];
}

function memoryOf(rows: readonly Row[], names: readonly string[]): string[][] {
  const cell = (figures: Figures | undefined) =>
    figures === undefined
      ? '-'
      : `${number(figures.peakMegabytes, 0)}${figures.bytesPerTask === null ? '' : ` (${figures.bytesPerTask})`}`;
  return [
    ['peak MB (bytes a task)', ...names],
    ...rows.map(({ workload, contenders }) => [workload, ...names.map((name) => cell(contenders[name]))]),
  ];
}

/** Everything that a run of the benchmark came to. */
export function tables(rows: readonly Row[], names: readonly string[]): string {
  const goals = rows.filter(({ workload }) => GOALS[workload] !== undefined);
  const missed = goals.filter((row) => {
    const { warm, goal } = verdictOf(row);
    return warm !== null && goal !== null && warm < goal;
  });
  const notes = `* misses its goal (cold/warm at least ${COLD_GOAL}, trace at most ${TRACE_GOAL}); ${
    missed.length === 0 ? 'no' : missed.map(({ workload }) => workload).join(', ')
  } ratio to C++20 is below its goal\n`;
  return [table(speeds(rows, names)), table(ratios(rows)), table(memoryOf(rows, names)), notes].join('\n');
}
