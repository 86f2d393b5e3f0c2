import type { Distribution } from './distribution.ts';
import type { Forms } from './forms.ts';
import { finite } from './measures.ts';
import { steadyState } from './mmc.ts';

/**
 * Producers and consumers. With exponential times the puts are a Poisson stream, a consumer is a server that is busy for
 * its time before the next get, and the queue is M/M/c: how long items wait is known, how long the program runs is not.
 */
export const queueForms: Forms = {
  predict: () => 'No closed form is known for how long this program runs.',

  measures({ params, model }) {
    const { producers, consumers, capacity, making, taking } = params as {
      readonly producers: number;
      readonly consumers: number;
      readonly capacity: number | null;
      readonly making: Distribution;
      readonly taking: Distribution;
    };
    if (model !== 'asynchronous' || capacity !== null) return {};
    if (making.kind !== 'exponential' || taking.kind !== 'exponential' || making.mean === 0) return {};
    const arrivalsPerSecond = producers / making.mean;
    const { meanWait } = steadyState({ arrivalsPerSecond, serviceTime: taking.mean, servers: consumers });
    return finite({ meanWait: { value: meanWait, by: 'mmc' } });
  },

  whyNot({ params, model }) {
    const { capacity, making, taking } = params as Readonly<Record<string, { kind?: string } | null>>;
    if (model !== 'asynchronous') return 'The queue is M/M/c only where tasks take turns.';
    if (capacity !== null) return 'M/M/c has a queue without a limit.';
    if (making?.kind !== 'exponential' || taking?.kind !== 'exponential') return 'M/M/c needs exponential times.';
    return 'The producers make more than the consumers can take: the wait grows without bound.';
  },
};
