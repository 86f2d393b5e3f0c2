import { steadyState, type SteadyState } from './mmc.ts';

/** One server, Poisson arrivals, exponential service: Wq = ρ / (μ - λ), L = ρ / (1 - ρ). The case c = 1 of M/M/c. */
export function singleServer(arrivalsPerSecond: number, serviceTime: number): SteadyState {
  return steadyState({ arrivalsPerSecond, serviceTime, servers: 1 });
}

/**
 * The share of time M/M/1 has exactly `n` in the system: (1 - ρ) ρ^n; 0 for every n if it is overloaded, as the number then grows
 * without bound.
 *
 * @param utilisation ρ = arrival rate x mean service time.
 */
export function numberProbability(utilisation: number, n: number): number {
  return utilisation >= 1 ? 0 : (1 - utilisation) * utilisation ** n;
}
