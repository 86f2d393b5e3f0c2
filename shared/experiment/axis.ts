/**
 * One parameter that an experiment varies: a list of values, or a range in equal steps, in steps of a given size, or
 * with a constant ratio.
 */
import { z } from 'zod';
import { stepsOf } from './axis-values.ts';

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
  .refine((range) => stepsOf(range) >= 1, {
    error: 'a step that leads from the first value to the last',
    path: ['step'],
  })
  .refine((range) => !(stepsOf(range) > AXIS_VALUES_MAX), { error: `at most ${AXIS_VALUES_MAX} values`, path: ['to'] });
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
