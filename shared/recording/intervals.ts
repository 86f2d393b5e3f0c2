/** Stretches of time on a track; `from` is before `to`. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The same time without overlaps, in order; what takes no time is left out. */
export function united(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = all.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

/** The time of `these` that is not in `others`; both without overlaps, in order. */
export function without(these: readonly Interval[], others: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let place = 0;
  for (const { from, to } of these) {
    let begins = from;
    while (place < others.length && others[place]!.to <= begins) place++;
    for (let other = place; other < others.length && others[other]!.from < to; other++) {
      if (others[other]!.from > begins) left.push({ from: begins, to: others[other]!.from });
      begins = Math.max(begins, others[other]!.to);
    }
    if (begins < to) left.push({ from: begins, to });
  }
  return left;
}
