/** A figure about a stretch of time, or about a range of values. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Bars that are made at most; windows that are too narrow for that are doubled until they fit. */
export const BARS_MAX = 4096;

/**
 * One figure for each window of `width` seconds in [from, to]. The windows begin at the multiples of their width; the
 * first and the last one are cut off at the edges, and `figure` is told the edges as they are.
 */
export function bars(from: number, to: number, width: number, figure: (from: number, to: number) => number): Bar[] {
  if (!(to > from && width > 0)) return [];
  let window = width;
  while ((to - from) / window > BARS_MAX) window *= 2;
  const result: Bar[] = [];
  for (let place = Math.floor(from / window); place * window < to; place++) {
    const begins = Math.max(from, place * window);
    const ends = Math.min(to, (place + 1) * window);
    if (ends > begins) result.push({ from: begins, to: ends, value: figure(begins, ends) });
  }
  return result;
}
