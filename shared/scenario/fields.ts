/**
 * The building blocks of a workload's parameters. Each is a zod schema whose error messages are the limits, with
 * what a parameters panel needs to know in its metadata.
 */
import { z } from 'zod';
import type { Distribution } from '../theory/distribution.ts';

/** What a panel shows of a parameter. */
export interface FieldInfo {
  readonly title: string;
  /** A sentence on what the parameter does. */
  readonly help?: string;
  readonly unit?: string;
  /** Whether a change starts the run afresh: it alters what there is, not how long something takes. */
  readonly structural?: boolean;
}

/** How an input widget is chosen; written into the metadata by the builders. */
export type FieldKind = 'number' | 'optional' | 'distribution' | 'choice' | 'flag' | 'list';

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/**
 * What a field makes of a number, where its metadata alone can tell: that is a hundred times quicker than asking the
 * schema, and a file may hold thousands of edits. Undefined where only the schema can tell.
 */
export function ofPlainNumber(field: z.ZodType, given: unknown): unknown {
  if (typeof given !== 'number') return undefined;
  let bounds = plain.get(field);
  if (bounds === undefined) plain.set(field, (bounds = boundsOf(field)));
  if (bounds === null || !(given >= bounds.min && given <= bounds.max)) return undefined;
  if (bounds.constant) return { kind: 'constant', value: given };
  return Number.isSafeInteger(given) ? given : undefined;
}

/** Between which numbers a field takes each one; `constant` where it stands for a distribution, else whole ones. */
type Plain = Bounds & { readonly constant: boolean };
const plain = new WeakMap<z.ZodType, Plain | null>();

function boundsOf(field: z.ZodType): Plain | null {
  const { kind, min, max } = (field.meta() ?? {}) as Partial<Bounds> & { kind?: FieldKind };
  if (min === undefined || max === undefined) return null;
  return kind === 'distribution' || kind === 'number' ? { min, max, constant: kind === 'distribution' } : null;
}

/** A whole number from `min` to `max`. */
export function count(info: FieldInfo, { min, max }: Bounds): z.ZodType<number> {
  const error = `a whole number from ${min} to ${max}`;
  return z
    .int({ error })
    .min(min, { error })
    .max(max, { error })
    .meta({ ...info, kind: 'number', min, max });
}

/** A whole number from `min` to `max`, or null, which `word` stands for. */
export function optional(info: FieldInfo, { min, max }: Bounds, word: string): z.ZodType<number | null> {
  const error = `a whole number from ${min} to ${max}, or null for ${word}`;
  const whole = z.int({ error }).min(min, { error }).max(max, { error });
  return whole.nullable().meta({ ...info, kind: 'optional', min, max, none: word });
}

/** A list of `min` to `max` entries of one kind; `what` they are called. */
export function list<T>(
  info: FieldInfo,
  entry: z.ZodType<T>,
  { min, max, what }: Bounds & { readonly what: string },
): z.ZodType<T[]> {
  const error = `a list of ${min} to ${max} ${what}`;
  return z
    .array(entry, { error })
    .min(min, { error })
    .max(max, { error })
    .meta({ ...info, kind: 'list', min, max });
}

/** A number from `min` to `max`. */
function amount({ min, max }: Bounds): z.ZodNumber {
  const error = `a number from ${min} to ${max}`;
  return z.number({ error }).min(min, { error }).max(max, { error });
}

/** One of a few words. */
export function choice<const T extends string>(info: FieldInfo, words: readonly [T, ...T[]]): z.ZodType<T> {
  return z.enum(words, { error: `one of ${words.join(', ')}` }).meta({ ...info, kind: 'choice' });
}

/** True or false. In a listing the parameter's name is a flag while it is true. */
export function flag(info: FieldInfo): z.ZodType<boolean> {
  return z.boolean({ error: 'true or false' }).meta({ ...info, kind: 'flag' });
}

/** An object that has these parameters and no others. */
export function parameters<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `one of the parameters ${names}` : `an object with ${names}`,
  });
}

/**
 * A number drawn from a distribution; a plain number stands for a constant one. `min` and `max` bound each of the
 * distribution's numbers that is a value; deviations and the parameters of a logarithm are bounded by themselves.
 */
export function distribution(info: FieldInfo, bounds: Bounds & { whole?: boolean }): z.ZodType<Distribution> {
  const value = amount(bounds);
  const whole = amount(bounds).int({ error: `a whole number from ${bounds.min} to ${bounds.max}` });
  const kinds = ['constant', 'uniform', 'exponential', 'integer', 'normal', 'lognormal', 'triangular'];
  const wrong = `a number from ${bounds.min} to ${bounds.max}, or an object whose kind is one of ${kinds.join(', ')}`;
  const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) => {
    const names = Object.keys(shape).join(', ');
    return z.strictObject({ kind: z.literal(name), ...shape }, { error: `a ${name} distribution, which has ${names}` });
  };
  const ordered = <T extends { low: number; high: number }>(d: T): boolean => d.low <= d.high;
  const order = { error: 'at least low', path: ['high'] };
  const union = z.discriminatedUnion(
    'kind',
    [
      kind('constant', { value }),
      kind('uniform', { low: value, high: value }).refine(ordered, order),
      kind('exponential', { mean: amount({ ...bounds, min: Math.max(bounds.min, 1e-6) }) }),
      kind('integer', { low: whole, high: whole }).refine(ordered, order),
      kind('normal', { mean: value, sd: amount({ min: 0, max: bounds.max }) }),
      kind('lognormal', { mu: amount({ min: -20, max: 20 }), sigma: amount({ min: 0, max: 5 }) }),
      kind('triangular', { low: value, mode: value, high: value })
        .refine(ordered, order)
        .refine((d) => d.low <= d.mode && d.mode <= d.high, { error: 'between low and high', path: ['mode'] }),
    ],
    { error: wrong },
  );
  const constant = (input: unknown) => (typeof input === 'number' ? { kind: 'constant', value: input } : input);
  const { min, max } = bounds;
  return z.preprocess(constant, union).meta({ ...info, kind: 'distribution', min, max });
}
