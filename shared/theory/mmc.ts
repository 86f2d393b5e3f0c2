import { erlangC } from './erlang.ts';
import { meanNumber } from './little.ts';

/** A queue with Poisson arrivals, exponential service and c equal servers, first come first served. */
export interface Station {
  /** Mean arrivals per second, λ. */
  readonly arrivalsPerSecond: number;
  /** Mean service time in seconds, 1 / μ. */
  readonly serviceTime: number;
  /** Servers, c; at least 1. */
  readonly servers: number;
}

/** What a station settles to. If it is offered more than it can do, waits and queue grow without bound: `Infinity`. */
export interface SteadyState {
  /** The share of the servers' time that is used, 0..1; 1 when overloaded. */
  readonly utilisation: number;
  /** The share of arrivals that have to wait. */
  readonly waitingProbability: number;
  /** Mean waiting time in seconds, of all arrivals. */
  readonly meanWait: number;
  /** Mean sojourn time in seconds: waiting and service. */
  readonly meanSojourn: number;
  /** Mean queue depth: those waiting. */
  readonly meanQueueDepth: number;
  /** Mean number in the system: waiting or being served. */
  readonly meanInSystem: number;
}

/** M/M/c in its steady state: Wq = C / (c μ - λ), the rest by Little's law. L. Kleinrock, Queueing Systems I (1975), 3.5. */
export function steadyState(station: Station): SteadyState {
  const { arrivalsPerSecond, serviceTime, servers } = station;
  const load = arrivalsPerSecond * serviceTime;
  const waitingProbability = erlangC(servers, load);
  const meanWait = load < servers ? (waitingProbability * serviceTime) / (servers - load) : Infinity;
  const meanSojourn = meanWait + serviceTime;
  return {
    utilisation: Math.min(1, load / servers),
    waitingProbability,
    meanWait,
    meanSojourn,
    meanQueueDepth: meanNumber(arrivalsPerSecond, meanWait),
    meanInSystem: meanNumber(arrivalsPerSecond, meanSojourn),
  };
}

/** The share of arrivals at an M/M/c station that wait longer than `seconds` (not negative): C exp(-(c μ - λ) t). */
export function waitsLongerThan(station: Station, seconds: number): number {
  const { arrivalsPerSecond, serviceTime, servers } = station;
  const load = arrivalsPerSecond * serviceTime;
  if (load >= servers) return 1;
  if (serviceTime === 0) return 0;
  return erlangC(servers, load) * Math.exp((-(servers - load) * seconds) / serviceTime);
}

/** The wait that a share `q` (0..1) of arrivals at an M/M/c station does not exceed: ln(C / (1 - q)) / (c μ - λ), 0 if so many need not wait. */
export function waitQuantile(station: Station, q: number): number {
  const { arrivalsPerSecond, serviceTime, servers } = station;
  const load = arrivalsPerSecond * serviceTime;
  if (load >= servers) return Infinity;
  const waiting = erlangC(servers, load);
  return waiting <= 1 - q ? 0 : (Math.log(waiting / (1 - q)) * serviceTime) / (servers - load);
}
