/** What theory says of the figures of a run beside its makespan: waits, the use of the processor, the speed-up. */
import type { PlainScenario } from './forms.ts';

/**
 * Where a value of theory comes from: a closed form in which nothing is random; one with every amount at its mean; the
 * machine-repair model; M/M/1 and M/M/c; Amdahl's law. The steady state of a model is what long runs settle to.
 */
export type Source = 'exact' | 'means' | 'finite-source' | 'mm1' | 'mmc' | 'amdahl';

/** What theory says of a figure. */
export interface Measure {
  readonly value: number;
  readonly by: Source;
}

/** By the names that figures of runs have. */
export type Measures = Readonly<Record<string, Measure>>;

/** The measures of one program, beyond its makespan. Runs have neither edits nor a variant. */
export type MeasuresOf = (scenario: PlainScenario) => Measures;

/** Measures that have a value: what is infinite, or no number, says nothing beside a run that ends. */
export function finite(measures: Readonly<Record<string, Measure | null>>): Measures {
  const known = Object.entries(measures).filter(([, measure]) => measure !== null && Number.isFinite(measure.value));
  return Object.fromEntries(known) as Measures;
}
