import type { Distribution } from './distribution.ts';
import type { Forms, PlainScenario } from './forms.ts';
import { finite } from './measures.ts';
import { steadyState, waitQuantile, waitsLongerThan, type Station } from './mmc.ts';

/**
 * Producers and consumers. With exponential times the puts are a Poisson stream, a consumer is a server that is busy for
 * its time before the next get, and the queue is M/M/c: how long items wait is known, how long the program runs is not.
 */
export const queueForms: Forms = {
  predict: () => 'No closed form is known for how long this program runs.',

  measures(scenario) {
    const station = stationOf(scenario);
    if (station === null) return {};
    const { meanWait, meanQueueDepth } = steadyState(station);
    const by = station.servers === 1 ? 'mm1' : 'mmc';
    return finite({
      meanWait: { value: meanWait, by },
      p95Wait: { value: waitQuantile(station, 0.95), by },
      meanNumber: { value: meanQueueDepth, by },
      // What comes in goes out, as long as the consumers keep up.
      throughput: meanWait === Infinity ? null : { value: station.arrivalsPerSecond, by },
    });
  },

  waitsWithin(scenario) {
    const station = stationOf(scenario);
    if (station === null || steadyState(station).meanWait === Infinity) return null;
    return (seconds) => 1 - waitsLongerThan(station, seconds);
  },

  whyNot({ params, model }) {
    const { capacity, making, taking } = params as Readonly<Record<string, { kind?: string } | null>>;
    if (model !== 'asynchronous') return 'The queue is M/M/c only where tasks take turns.';
    if (capacity !== null) return 'M/M/c has a queue without a limit.';
    if (making?.kind !== 'exponential' || taking?.kind !== 'exponential') return 'M/M/c needs exponential times.';
    const station = stationOf({ params, model, workers: 1 });
    if (station !== null && Number.isFinite(steadyState(station).meanWait)) return 'M/M/c says nothing of this figure.';
    return 'The producers make more than the consumers can take: the wait grows without bound.';
  },
};

/** The queue as a station with Poisson arrivals and exponential service; null where it is none. */
function stationOf({ params, model }: PlainScenario): Station | null {
  const { producers, consumers, capacity, making, taking } = params as {
    readonly producers: number;
    readonly consumers: number;
    readonly capacity: number | null;
    readonly making: Distribution;
    readonly taking: Distribution;
  };
  if (model !== 'asynchronous' || capacity !== null) return null;
  if (making.kind !== 'exponential' || taking.kind !== 'exponential' || making.mean === 0) return null;
  return { arrivalsPerSecond: producers / making.mean, serviceTime: taking.mean, servers: consumers };
}
