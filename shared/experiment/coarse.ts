/**
 * The units of an experiment from coarse to fine: of each replication the ends of the range first, then the points
 * halfway, and so on. The shape shows early, and what the first units took says what all of them will take.
 */
export function* coarseFirst(points: number, replications: number): Generator<number> {
  for (let replication = 0; replication < replications; replication++) {
    for (const point of halving(points)) yield point * replications + replication;
  }
}

function* halving(count: number): Generator<number> {
  yield 0;
  if (count > 1) yield count - 1;
  for (let step = 2 ** Math.ceil(Math.log2(Math.max(1, count))); step >= 1; step /= 2) {
    for (let point = step; point < count - 1; point += 2 * step) yield point;
  }
}
