const STEPS: readonly [unit: string, seconds: number][] = [
  ['s', 1],
  ['min', 60],
  ['h', 3600],
  ['days', 86_400],
  ['years', 31_557_600],
];

/** Wall time as people say it: "12 s", "3.5 h". */
export function durationOf(ms: number): string {
  const seconds = ms / 1000;
  const [unit, size] = STEPS.findLast(([, size]) => seconds >= 2 * size) ?? STEPS[0]!;
  const count = seconds / size;
  return `${count < 10 && unit !== 's' ? Math.round(count * 10) / 10 : Math.ceil(count)} ${unit}`;
}
