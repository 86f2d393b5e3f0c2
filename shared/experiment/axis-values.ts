/** The values of an axis, each of which is worked out when it is asked for: a long range costs nothing. */
import type { Axis } from './axis.ts';

/** How many values an axis has. */
export function axisLength(axis: Axis): number {
  if ('values' in axis) return axis.values.length;
  return 'count' in axis ? axis.count : stepsOf(axis);
}

/** Value `i` of an axis, counted from 0. */
export function axisValue(axis: Axis, i: number): unknown {
  if ('values' in axis) return axis.values[i];
  if (!('count' in axis)) return decimal(axis.from + i * stepOf(axis));
  const { from, to, count, scale, whole } = axis;
  const share = count === 1 ? 0 : i / (count - 1);
  const value = scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
  return whole ? Math.round(value) : decimal(value);
}

/** How many values there are from one number to another; NaN for a step of 0. */
export function stepsOf(range: { from: number; to: number; step?: number | undefined }): number {
  const step = stepOf(range);
  return step === 0 ? NaN : Math.floor((range.to - range.from) / step + 1e-9) + 1;
}

function stepOf({ from, to, step }: { from: number; to: number; step?: number | undefined }): number {
  return step ?? (to < from ? -1 : 1);
}

/** Tenths add up to what they are called, not to what doubles make of them. */
function decimal(x: number): number {
  return Number(x.toPrecision(12));
}
