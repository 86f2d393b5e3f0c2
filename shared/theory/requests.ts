import type { ModelId } from '../scenario/scenario.ts';

/** Requests that are all sent at once and take equally long. Durations in virtual seconds. */
export interface ConstantRequests {
  readonly requests: number;
  /** Until the answer is there. */
  readonly latency: number;
  /** Processor time for an answer. */
  readonly parse: number;
  readonly client: 'awaiting' | 'blocking';
}

/**
 * How long n requests take: waits overlap where the client awaits and the loop is free, work never does. With one
 * worker that is held by every wait, or a client that holds the loop, it is n (L + p); with a client that awaits,
 * the answers are all there after L and are parsed one after the other, L + n p; k workers take ceil(n / k) rounds.
 * `null` for threads that parse: they share a processor, and there is no closed form here.
 */
export function requestsMakespan(
  { requests, latency, parse, client }: ConstantRequests,
  model: ModelId,
  workers: number,
): number | null {
  switch (model) {
    case 'synchronous':
      return requests * (latency + parse);
    case 'asynchronous':
      return client === 'awaiting' ? latency + requests * parse : requests * (latency + parse);
    case 'threads':
      return parse > 0 && workers > 1 ? null : Math.ceil(requests / workers) * (latency + parse);
    case 'processes':
      return Math.ceil(requests / workers) * (latency + parse);
  }
}
