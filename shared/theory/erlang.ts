/**
 * Erlang B: the share of arrivals that find all servers busy if nobody may wait. A. K. Erlang (1917), by the stable
 * recursion B(0) = 1, B(c) = a B(c-1) / (c + a B(c-1)).
 *
 * @param servers how many, c, a whole number.
 * @param load the offered load a = arrival rate x mean service time, in erlangs.
 */
export function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let c = 1; c <= servers; c++) blocked = (load * blocked) / (c + load * blocked);
  return blocked;
}

/**
 * Erlang C: the probability that an arrival has to wait in M/M/c, from Erlang B with ρ = a / c: C = B / (1 - ρ (1 - B)). 1 if the load is
 * as much as the servers can do, or more.
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}
