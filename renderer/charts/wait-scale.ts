/**
 * Waits last from no time to hours, so they are counted in classes that widen with them. A class holds what is above
 * its lower edge, up to and including its upper one; the first one holds those who did not wait at all.
 */
import type { Samples } from '../../shared/fold/samples.ts';
import { spanText } from '../words/numbers.ts';

/** An edge between two classes; those with a label get a tick. */
export interface WaitEdge {
  readonly seconds: number;
  readonly label: string | null;
}

const MINUTE = 60;
const HOUR = 3600;
const bounds = [
  1, 2, 5, 10, 20, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 5 * HOUR, 10 * HOUR, 20 * HOUR,
]; // prettier-ignore
const labelled = [1, 10, MINUTE, 10 * MINUTE, HOUR, 10 * HOUR];

/** Bounds below a second, for runs in which nothing else happens. */
const parts = [0.1, 0.2, 0.5];
const labelledParts = [0.1, ...labelled];

/** The edges of the classes; the first class ends at 0 s and holds exactly the waits of 0 s. */
export const waitEdges: readonly WaitEdge[] = edgesAt(bounds, labelled);
const fineEdges = edgesAt([...parts, ...bounds], labelledParts);

function edgesAt(bounds: readonly number[], labelled: readonly number[]): WaitEdge[] {
  const label = (seconds: number) => (labelled.includes(seconds) ? spanText(seconds) : null);
  return [
    { seconds: -1, label: null },
    { seconds: 0, label: null },
    ...bounds.map((seconds) => ({ seconds, label: label(seconds) })),
  ];
}

/** The least that an axis reaches to. */
const LEAST = 10;

/** The edges for waits in a run of so many seconds: none is longer than the run. */
export function edgesUpTo(end: number): readonly WaitEdge[] {
  const edges = end <= MINUTE ? fineEdges : waitEdges;
  const last = edges.findIndex(({ seconds }) => seconds >= Math.max(end, LEAST));
  return last < 0 ? edges : edges.slice(0, last + 1);
}

/** Where a wait lies on the axis: between the edges of its class, in proportion. */
export function waitPlace(seconds: number, edges: readonly WaitEdge[] = waitEdges): number {
  if (seconds <= 0) return 0.5;
  const upper = edges.findIndex((edge) => edge.seconds >= seconds);
  if (upper < 0) return edges.length - 1;
  const [from, to] = [edges[upper - 1]!.seconds, edges[upper]!.seconds];
  return upper - 1 + (seconds - from) / (to - from);
}

/** The share of samples that are at most `x`, 0..1. */
export function shareUntil(samples: Samples, x: number): number {
  const { count } = samples;
  if (count === 0 || x < 0) return 0;
  if (x >= samples.max) return 1;
  // A quantile that is an instant's difference takes part in the sums of doubles before it.
  const most = x + 1e-6;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (samples.quantile(middle / count) <= most) low = middle;
    else high = middle - 1;
  }
  return low / count;
}
