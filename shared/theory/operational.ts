/**
 * Laws that hold for what was measured, whatever the distributions: they relate counts and times of one run. P. Denning,
 * J. Buzen, "The Operational Analysis of Queueing Network Models", ACM Computing Surveys 10 (1978).
 */

/** A stay: when somebody came and when they left, in virtual seconds. */
export interface Stay {
  readonly cameAt: number;
  /** Infinity for a customer that has not left. */
  readonly leftAt: number;
}

/** The three quantities of Little's law, each measured by itself over a window of time. */
export interface LittleMeasure {
  /** Mean number present, L: an average over time. */
  readonly meanNumber: number;
  /** Arrivals per second, λ. */
  readonly arrivalsPerSecond: number;
  /** Mean sojourn time of those who came, W, as far as it lies in the window: an average over stays. */
  readonly meanSojourn: number;
  /** How many were there already when the window began: where it is not 0, L and λ W need not agree. */
  readonly atBeginning: number;
}

/** The utilisation law, U = X S: the share of time a server is busy, from its completions per second and service time. */
export function utilisationLaw(throughputPerSecond: number, serviceTime: number): number {
  return throughputPerSecond * serviceTime;
}

/**
 * Reads Little's law off a run. L comes from a walk over all comings and leavings in their order, λ and W from the
 * stays, so that L = λ W is a finding and no tautology.
 *
 * @param from beginning of the window: what is left out is the warm-up.
 */
export function littleMeasured(stays: readonly Stay[], from: number, to: number): LittleMeasure {
  const span = to - from;
  const changes = stays
    .flatMap(({ cameAt, leftAt }) => [
      { at: cameAt, by: 1 },
      { at: leftAt, by: -1 },
    ])
    .toSorted((a, b) => a.at - b.at);
  let [present, area, last] = [0, 0, from];
  for (const { at, by } of changes) {
    if (at > to) break;
    if (at > last) {
      area += present * (at - last);
      last = at;
    }
    present += by;
  }
  area += present * (to - last);
  const came = stays.filter(({ cameAt }) => cameAt >= from && cameAt < to);
  const stayed = came.reduce((sum, { cameAt, leftAt }) => sum + Math.min(leftAt, to) - cameAt, 0);
  return {
    meanNumber: area / span,
    arrivalsPerSecond: came.length / span,
    meanSojourn: came.length === 0 ? 0 : stayed / came.length,
    atBeginning: stays.filter(({ cameAt, leftAt }) => cameAt < from && leftAt > from).length,
  };
}
