import { mean, type Distribution } from './distribution.ts';
import type { Forms, PlainScenario } from './forms.ts';
import { amdahlSpeedUp } from './amdahl.ts';
import { finite, type Measures } from './measures.ts';
import { requestsMakespan, type ConstantRequests } from './requests.ts';

/** The closed form of requests that are all sent at once and take equally long. */
export const requestsForms: Forms = {
  predict({ params, model, workers }) {
    const { requests, every, latency, parse, client } = params as Readonly<Record<string, unknown>>;
    const [gap, wait, work] = [constantOf(every), constantOf(latency), constantOf(parse)];
    if (gap !== 0) return 'No closed form is known for requests that are not sent at once.';
    if (wait === null || work === null) return 'No closed form is known for requests of random length.';
    const makespan = requestsMakespan(
      { requests, latency: wait, parse: work, client } as ConstantRequests,
      model,
      workers,
    );
    if (makespan === null) return 'No closed form is known for threads that share a processor to parse.';
    return { makespan, masterFinished: null, units: null, exact: true };
  },

  measures({ params, model, workers }) {
    const { requests, every, latency, parse, client } = params as Readonly<Record<string, unknown>>;
    const [gap, wait, work] = [constantOf(every), constantOf(latency), constantOf(parse)];
    if (gap !== 0 || wait === null || work === null) return {};
    const amounts = { requests, latency: wait, parse: work, client } as ConstantRequests;
    const [own, slow] = [requestsMakespan(amounts, model, workers), requestsMakespan(amounts, 'synchronous', 1)];
    if (own !== null && slow !== null) return finite({ speedUp: { value: slow / own, by: 'exact' } });
    return amdahl(wait, work, { params, model, workers });
  },

  beside(scenario) {
    const { latency, parse } = scenario.params as Readonly<Record<string, Distribution>>;
    const own = requestsForms.measures?.(scenario)['speedUp'];
    return own?.by === 'exact' ? amdahl(mean(latency!), mean(parse!), scenario) : {};
  },
};

/** Amdahl's law: with threads under one lock parsing is what cannot be divided; with processes all of it can. */
function amdahl(wait: number, work: number, { params, model, workers }: PlainScenario): Measures {
  if (model !== 'threads' && model !== 'processes') return {};
  const { requests } = params as { readonly requests: number };
  const serial = model === 'threads' && work > 0 ? work / (wait + work) : 0;
  return finite({ speedUp: { value: amdahlSpeedUp(serial, Math.min(workers, requests)), by: 'amdahl' } });
}

function constantOf(amount: unknown): number | null {
  const distribution = amount as Distribution;
  return distribution.kind === 'constant' ? distribution.value : null;
}
