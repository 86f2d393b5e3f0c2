/**
 * Little's law, L = λ W: the mean number in a system is the arrival rate times the mean sojourn time. It asks nothing of
 * distributions or of the order of service, and is exact for any run that begins and ends empty. J. D. C. Little, "A Proof for the
 * Queuing Formula: L = λW", Operations Research 9 (1961).
 *
 * @returns the mean number in the system; with waiting times instead of sojourn times, the mean queue depth.
 */
export function meanNumber(arrivalsPerSecond: number, meanSojourn: number): number {
  return arrivalsPerSecond * meanSojourn;
}

/** Little's law read the other way, W = L / λ: the mean sojourn time in seconds; 0 if nothing arrives. */
export function meanSojourn(number: number, arrivalsPerSecond: number): number {
  return arrivalsPerSecond > 0 ? number / arrivalsPerSecond : 0;
}

/** Little's law for the rate, λ = L / W: arrivals per second; 0 if nothing stays. */
export function arrivalsPerSecond(number: number, sojourn: number): number {
  return sojourn > 0 ? number / sojourn : 0;
}
