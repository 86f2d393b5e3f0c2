import type { Draws, ModelId } from '../scenario/scenario.ts';

/**
 * What a mistake costs, as it is measured in the trace of a run:
 * - makespan: virtual seconds from start to end;
 * - end: the same, where a run may never end: told as "ends after 60 s" or "never ends: each waits for the next";
 * - depth: the most items that were in a queue at once;
 * - left: items that were put into a queue and never taken out;
 * - lag: the longest that somebody who could run had to wait for the loop, in virtual seconds;
 * - how often something happened, by the name of the event;
 * - the largest value that an event has told.
 */
export type Measure =
  'makespan' | 'end' | 'depth' | 'left' | 'lag' | { readonly events: string } | { readonly largest: string };

/** A mistake that people make in a program: the variant that makes it, beside the one that does not. */
export interface Mistake<P = unknown> {
  /** Its name, and that of the variant that makes it. */
  readonly id: string;
  readonly title: string;
  /** What one reads before it runs: what somebody wanted, and what they wrote. */
  readonly help: string;
  /** What went wrong, in one sentence; said where the timelines part. */
  readonly sentence: string;
  /** The variant that does it right; null for the program as it is. */
  readonly right: string | null;
  readonly model: ModelId;
  readonly draws: Draws;
  readonly params: Partial<P>;
  /** Parameters that the variant sets, whatever the scenario says. */
  readonly sets?: Partial<P>;
  readonly measure: Measure;
  /** Whether it may end in a deadlock: then that is what it shows, and no failure. */
  readonly deadlock?: boolean;
  /** What it costs, in words with the gaps {wrong} and {right} for the two measured values. */
  readonly cost: string;
}

/** The parameters that a scenario comes to: its own, and what its variant sets. */
export function paramsOfVariant(
  { params, variant }: { readonly params: unknown; readonly variant: string | null },
  mistakes: readonly Pick<Mistake, 'id' | 'sets'>[],
): Readonly<Record<string, unknown>> {
  const sets = mistakes.find(({ id }) => id === variant)?.sets;
  return { ...(params as object), ...sets };
}

/** The mistake that two lanes show: the first has it right, the second has it wrong. Null for all other lanes. */
export function mistakeOf(
  lanes: readonly { readonly scenario: { readonly variant: string | null } }[],
  mistakes: readonly Mistake[],
): Mistake | null {
  const [right, wrong] = lanes;
  if (right === undefined || wrong === undefined || lanes.length !== 2) return null;
  const [well, badly] = [right.scenario.variant, wrong.scenario.variant];
  return mistakes.find((mistake) => mistake.id === badly && mistake.right === well) ?? null;
}

/** The parameters under which a mistake is shown: the program's defaults and its own. */
export function mistakeParams(
  { defaults }: { readonly defaults: object },
  { params }: Pick<Mistake, 'params'>,
): Record<string, unknown> {
  return { ...defaults, ...(params as object) };
}
