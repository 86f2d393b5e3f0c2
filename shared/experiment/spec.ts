/**
 * An experiment as data: one program over one parameter or two, under several models and policies, with several seeds.
 * Every lane of a replication gets the same seed, and keyed draws unless it says otherwise: common random numbers.
 */
import { z } from 'zod';
import { InputError, Problems } from '../scenario/problem.ts';
import { modelIds } from '../scenario/scenario.ts';
import { axisSchema } from './axis.ts';

/** The version of experiments that this program writes and reads. */
export const EXPERIMENT_VERSION = 1;

/** The most replications of one point. */
export const REPLICATIONS_MAX = 10_000;

const replications = { error: `a whole number from 1 to ${REPLICATIONS_MAX}` };
const atLeastTwo = { error: `a whole number from 2 to ${REPLICATIONS_MAX}` };
const share = (limit: string) => z.number({ error: limit }).gt(0, { error: limit }).lt(1, { error: limit });
const warmUp = { error: 'a number of virtual seconds, at least 0' };
const oneOrTwo = { error: 'a list of one axis or two' };
const names = { error: 'a list of names' };
const list = (entry: z.ZodString) => z.array(entry, names).min(1, names);

const untilSchema = z
  .strictObject(
    {
      /** The half-width of the interval of confidence, as a share of the mean. */
      halfWidth: share('a share between 0 and 1'),
      confidence: share('a share between 0 and 1').optional(),
      least: z.int(atLeastTwo).min(2, atLeastTwo).max(REPLICATIONS_MAX, atLeastTwo).optional(),
      most: z.int(atLeastTwo).min(2, atLeastTwo).max(REPLICATIONS_MAX, atLeastTwo).optional(),
    },
    { error: '{halfWidth, confidence, least, most}' },
  )
  .refine(({ least = 2, most = REPLICATIONS_MAX }) => least <= most, { error: 'at least `least`', path: ['most'] });

export const specSchema = z.strictObject(
  {
    version: z
      .literal(EXPERIMENT_VERSION, { error: `${EXPERIMENT_VERSION}, the version that this program reads` })
      .optional(),
    workload: z.string({ error: 'the name of a program' }),
    variant: z.string({ error: 'the name of a variant, or null' }).nullable().optional(),
    /** Parameters, checked when they meet the values of the axes. */
    params: z.unknown().optional(),
    draws: z.enum(['shared', 'keyed'], { error: 'shared or keyed' }).optional(),
    workers: z.unknown().optional(),
    edits: z.unknown().optional(),
    models: z
      .array(z.enum(modelIds, { error: `one of ${modelIds.join(', ')}` }), { error: 'a list of models' })
      .min(1)
      .optional(),
    policies: list(z.string({ error: 'the name of a policy' })).optional(),
    over: z.array(axisSchema, oneOrTwo).min(1, oneOrTwo).max(2, oneOrTwo),
    seed: z
      .union([z.int(), z.string().regex(/^[+-]?\d{1,4300}$/)], { error: 'a whole number, in quotes when beyond 2^53' })
      .optional(),
    replications: z.int(replications).min(1, replications).max(REPLICATIONS_MAX, replications).optional(),
    until: untilSchema.optional(),
    metrics: list(z.string({ error: 'the name of a figure' })).optional(),
    /** Virtual seconds of warm-up: means and the use of the processor are those of the time after it. */
    warmUp: z.number(warmUp).min(0, warmUp).optional(),
  },
  { error: 'an experiment: {version, workload, over, models, policies, seed, replications, ...}' },
);

export type ExperimentSpec = z.infer<typeof specSchema>;

/**
 * Checks an experiment. What its parameters may be is known only to its program, and is checked with each point.
 *
 * @throws InputError with every problem found.
 */
export function readSpec(input: unknown): ExperimentSpec {
  const result = specSchema.safeParse(input);
  if (!result.success) {
    const problems = new Problems();
    problems.addFrom(result.error, input);
    throw new InputError(problems);
  }
  return result.data;
}
