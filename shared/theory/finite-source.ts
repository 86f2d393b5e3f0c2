/**
 * The machine-repair model, or finite source: a fixed number of customers who think, queue for one server, are served,
 * and think again. It is the model of an exhibition: boards think over their replies, the master serves them.
 */
export interface FiniteSource {
  /** Customers, N: boards. A whole number, at least 1. */
  readonly customers: number;
  /** Mean time to think in seconds, Z: of a reply. */
  readonly thinkTime: number;
  /** Mean time of service in seconds, S: of a move of the master's. */
  readonly serviceTime: number;
  /** The squared coefficient of variation of the service time: 1 for exponential times, 0 for constant ones. */
  readonly serviceVariation: number;
}

/** What a finite source settles to. */
export interface FiniteSourceState {
  /** Services per second, X. */
  readonly throughput: number;
  /** The share of time in which the server is busy, 0..1. */
  readonly utilisation: number;
  /** Mean sojourn time in seconds, R: waiting and service. */
  readonly meanSojourn: number;
  readonly meanWait: number;
  /** Mean number waiting or being served. */
  readonly meanInSystem: number;
}

/**
 * Mean value analysis, customer by customer: who comes in a system of n sees what one of n - 1 looks like. M. Reiser,
 * S. Lavenberg, J. ACM 27 (1980).
 *
 * Exact for exponential service, whatever the distribution of thinking (the model is insensitive to it). Else an
 * approximation: who is being served when somebody comes is served on for S (1 + V) / 2, the residual time of renewal
 * theory. M. Reiser, Computer Networks 3 (1979). With constant service it is within 3 % of simulation.
 */
export function finiteSource({ customers, thinkTime, serviceTime, serviceVariation }: FiniteSource): FiniteSourceState {
  let state = { throughput: 0, utilisation: 0, meanSojourn: serviceTime, meanInSystem: 0 };
  for (let n = 1; n <= customers; n++) {
    const { meanInSystem, utilisation } = state;
    const ahead = (meanInSystem - utilisation) * serviceTime;
    const inService = (utilisation * serviceTime * (1 + serviceVariation)) / 2;
    const sojourn = serviceTime + ahead + inService;
    // No more comes through than the server can do; the approximation does not know by itself.
    const round = thinkTime + sojourn;
    const throughput = serviceTime === 0 ? n / round : Math.min(n / round, 1 / serviceTime);
    const meanSojourn = n / throughput - thinkTime;
    state = { throughput, utilisation: throughput * serviceTime, meanSojourn, meanInSystem: throughput * meanSojourn };
  }
  return { ...state, meanWait: state.meanSojourn - serviceTime };
}

/**
 * The most that can come through, whatever the distributions: 1 / S when the server is never idle, N / (Z + S) when
 * nobody ever waits. They meet at the knee, N* = (Z + S) / S. P. Denning, J. Buzen, ACM Computing Surveys 10 (1978).
 */
export function throughputBound({ customers, thinkTime, serviceTime }: Omit<FiniteSource, 'serviceVariation'>): number {
  return Math.min(1 / serviceTime, customers / (thinkTime + serviceTime));
}
