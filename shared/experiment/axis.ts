/**
 * One parameter that an experiment varies: a list of values, or a range in equal steps, in steps of a given size, or
 * with a constant ratio. Values are computed when they are asked for, so a long range costs nothing.
 */
import { z } from 'zod';

/** The most values of one axis. */
export const AXIS_VALUES_MAX = 1_000_000;

const number = z.number({ error: 'a number' });
const path = z.string({ error: 'the path of a parameter' }).min(1, { error: 'the path of a parameter' });
const values = { error: `a list of 1 to ${AXIS_VALUES_MAX} values` };
const counted = { error: `a whole number from 1 to ${AXIS_VALUES_MAX}` };

const listed = z.strictObject({
  path,
  values: z.array(z.unknown(), values).min(1, values).max(AXIS_VALUES_MAX, values),
});
const stepped = z
  .strictObject({ path, from: number, to: number, step: number.optional() })
  .refine((range) => countOf(range) >= 1, {
    error: 'a step that leads from the first value to the last',
    path: ['step'],
  })
  .refine((range) => !(countOf(range) > AXIS_VALUES_MAX), { error: `at most ${AXIS_VALUES_MAX} values`, path: ['to'] });
const spaced = z
  .strictObject({
    path,
    from: number,
    to: number,
    count: z.int(counted).min(1, counted).max(AXIS_VALUES_MAX, counted),
    scale: z.enum(['linear', 'log'], { error: 'linear or log' }).optional(),
    whole: z.boolean({ error: 'true or false' }).optional(),
  })
  .refine(({ scale, from, to }) => scale !== 'log' || (from > 0 && to > 0), {
    error: 'above 0, as both ends of a logarithmic range are',
    path: ['from'],
  });

/** An axis as it is given. */
export const axisSchema = z.union([listed, spaced, stepped], {
  error: 'an axis: {path, values}, {path, from, to, step} or {path, from, to, count, scale: linear or log}',
});
export type Axis = z.infer<typeof axisSchema>;

/** How many values an axis has. */
export function axisLength(axis: Axis): number {
  if ('values' in axis) return axis.values.length;
  return 'count' in axis ? axis.count : countOf(axis);
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

function stepOf({ from, to, step }: { from: number; to: number; step?: number | undefined }): number {
  return step ?? (to < from ? -1 : 1);
}

function countOf(range: { from: number; to: number; step?: number | undefined }): number {
  const step = stepOf(range);
  return step === 0 ? NaN : Math.floor((range.to - range.from) / step + 1e-9) + 1;
}

/** Tenths add up to what they are called, not to what doubles make of them. */
function decimal(x: number): number {
  return Number(x.toPrecision(12));
}
