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

/** Those who wait, as totals of a run up to an instant: so that those of a part of it are a difference. */
export interface WaitTotals {
  /** Seconds waited by everybody together, counted by how many there were at each instant. */
  readonly area: number;
  /** The same of the waits that are over, counted one by one; and how many these are. */
  readonly waited: number;
  readonly served: number;
  /** How many wait now. */
  readonly present: number;
}

/** Work as totals of a run up to an instant; seconds of all processors together. */
export interface WorkTotals {
  readonly busy: number;
  /** What the works took that are over, and how many these are. */
  readonly worked: number;
  readonly works: number;
  /** How many are under way. */
  readonly underWay: number;
}

/** Little's law for those who wait: L = λ W, with what each of the three is. */
export interface LittleLaw {
  /** L: how many wait, on average over time. */
  readonly number: number;
  /** λ: served per second. */
  readonly perSecond: number;
  /** W: how long those waited who were served, in seconds. */
  readonly wait: number;
  /** λ W, which is L but for the waits that are not over. */
  readonly product: number;
}

/** Both sides of Little's law over a window of `seconds`. L counts heads over time, W counts waits. */
export function littleOf({ area, waited, served }: WaitTotals, seconds: number): LittleLaw {
  const perSecond = seconds > 0 ? served / seconds : 0;
  const wait = served > 0 ? waited / served : 0;
  return { number: seconds > 0 ? area / seconds : 0, perSecond, wait, product: perSecond * wait };
}

/** The utilisation law of one processor of several: U = X S. */
export interface UseLaw {
  /** U: the share of time a processor is busy. */
  readonly use: number;
  /** X: works done per second by one processor. */
  readonly perSecond: number;
  /** S: how long they take, in seconds. */
  readonly service: number;
  /** X S, which is U but for the works under way. */
  readonly product: number;
}

/** Both sides of the utilisation law over a window of `seconds`, of one of so many processors. */
export function useOf({ busy, worked, works }: WorkTotals, seconds: number, processors: number): UseLaw {
  const available = seconds * processors;
  const perSecond = available > 0 ? works / available : 0;
  const service = works > 0 ? worked / works : 0;
  const use = available > 0 ? busy / available : 0;
  return { use, perSecond, service, product: utilisationLaw(perSecond, service) };
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
