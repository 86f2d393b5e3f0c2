const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Beyond this many standard deviations the tail is below 1e-17. */
const FAR = 8.5;

/** The density of the standard normal distribution, φ(x). */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / ROOT_TWO_PI;
}

/**
 * The probability that a standard normal value is at most `x`, Φ(x), to about 1e-15 in absolute terms. The series about 0 of
 * G. Marsaglia, "Evaluating the Normal Distribution", J. Stat. Software 11 (2004).
 */
export function normalProbability(x: number): number {
  if (x <= -FAR) return 0;
  if (x >= FAR) return 1;
  let term = x;
  let sum = x;
  let before = 0;
  for (let i = 3; sum !== before; i += 2) {
    before = sum;
    term *= (x * x) / i;
    sum += term;
  }
  return Math.min(1, Math.max(0, 0.5 + sum * normalDensity(x)));
}
