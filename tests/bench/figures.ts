/** What the runs of a benchmark come to: medians, and ratios between contenders of the same rounds. */
import type { Printed } from './repeat.ts';
import type { Results } from './rounds.ts';

/** Ratios to C++20 coroutines that the kernel is meant to reach, warm. */
export const GOALS: Readonly<Record<string, number>> = {
  'W1-1e3': 0.65,
  'W1-1e5': 0.4,
  'W1-1e6': 0.35,
  'W2-24': 0.25,
  W3: 0.35,
  W4a: 0.25,
  W4b: 1.3,
};

/** The most that a trace may cost, and how near a cold run should come to a warm one. */
export const TRACE_GOAL = 1.5;
export const COLD_GOAL = 0.7;

/** Tasks that live at once, where there are enough of them for a share of the memory to mean something. */
const TASKS: Readonly<Record<string, number>> = {
  'W1-1e5': 1e5, 'W1-1e6': 1e6, 'W2-1e5': 1e5, W4a: 1e6, W4b: 1e5,
}; // prettier-ignore

/** One contender on one workload: medians over its processes. */
export interface Figures {
  readonly processes: number;
  /** Millions per second of wall time: in a process's first run, and in the median of its later ones if it has any. */
  readonly cold: number;
  readonly warm: number;
  /** The same per second of processor time, warm. It counts compiler and collector threads, and nobody else's work. */
  readonly warmCpu: number;
  /** The most memory up to the end of a process's first run, in megabytes; null where unknown. */
  readonly peakMegabytes: number | null;
  /** How much the first run added to the memory of the process, for each task that lives at once. */
  readonly bytesPerTask: number | null;
}

/** One workload. */
export interface Row {
  readonly workload: string;
  readonly contenders: Readonly<Record<string, Figures>>;
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const rate = ({ count, seconds }: Printed): number => count / seconds / 1e6;
const cpuRate = ({ count, cpu }: Printed): number => count / cpu / 1e6;
const rounded = (figure: number): number => Number(figure.toPrecision(4));

export function figuresOf(workload: string, processes: readonly (readonly Printed[])[]): Figures {
  const firsts = processes.map((runs) => runs[0]!);
  const warm = processes.map((runs) => (runs.length > 1 ? runs.slice(1) : runs));
  const known = firsts.every(({ before, peak }) => before > 0 && peak > 0);
  const tasks = TASKS[workload];
  return {
    processes: processes.length,
    cold: rounded(median(firsts.map(rate))),
    warm: rounded(median(warm.map((runs) => median(runs.map(rate))))),
    warmCpu: rounded(median(warm.map((runs) => median(runs.map(cpuRate))))),
    peakMegabytes: known ? rounded(median(firsts.map(({ peak }) => peak)) / 1e6) : null,
    bytesPerTask:
      known && tasks !== undefined
        ? Math.round(median(firsts.map(({ before, peak }) => (peak - before) / tasks)))
        : null,
  };
}

export function rowsOf(results: Results): Row[] {
  return [...results].map(([workload, contenders]) => ({
    workload,
    contenders: Object.fromEntries([...contenders].map(([name, processes]) => [name, figuresOf(workload, processes)])),
  }));
}

/** What a row says about the kernel; null where the contender it takes was left out. */
export interface Verdict {
  /** Kernel to C++20: cold, warm, and warm by processor time. */
  readonly cold: number | null;
  readonly warm: number | null;
  readonly warmCpu: number | null;
  readonly goal: number | null;
  /** Cold to warm. */
  readonly start: number;
  /** Warm without a trace to warm with one, by wall and by processor time. */
  readonly trace: number;
  readonly traceCpu: number;
}

export function verdictOf({ workload, contenders }: Row): Verdict {
  const simul = contenders['simul']!;
  const traced = contenders['traced']!;
  const rival = contenders['C++20'];
  return {
    cold: rival === undefined ? null : simul.cold / rival.warm,
    warm: rival === undefined ? null : simul.warm / rival.warm,
    warmCpu: rival === undefined ? null : simul.warmCpu / rival.warmCpu,
    goal: GOALS[workload] ?? null,
    start: simul.cold / simul.warm,
    trace: simul.warm / traced.warm,
    traceCpu: simul.warmCpu / traced.warmCpu,
  };
}
