/** Round steps of virtual time, for marks on rails and axes, and how an instant is written there. */
import { numberText } from './numbers.ts';

const MINUTE = 60;
const HOUR = 3600;
const onTheClock = [
  1, 2, 5, 10, 15, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE,
  HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR,
]; // prettier-ignore
/** What counts as the same number after a division of doubles. */
const NEAR = 1e-9;

/** Round numbers of seconds in rising order: decimal below a second, those of a clock up to a day, decimal in hours above. */
function* rounds(): Generator<number> {
  for (let power = -9; power < 0; power++) yield* [1, 2, 5].map((digit) => Number(`${digit}e${power}`));
  yield* onTheClock;
  yield 50 * HOUR;
  for (let power = 2; power < 300; power++) yield* [1, 2, 5].map((digit) => digit * 10 ** power * HOUR);
}

/** The least round number of seconds of which at most `most` fit into `span`. */
export function timeStep(span: number, most: number): number {
  for (const step of rounds()) if (span / step <= most * (1 + NEAR)) return step;
  return span;
}

/** Round steps that are whole multiples of one of them, from that one on: marks of the greater lie on marks of the less. */
export function* multiplesOf(step: number): Generator<number> {
  yield step;
  for (const each of rounds()) {
    const times = each / step;
    if (times > 1.5 && Math.abs(times - Math.round(times)) < NEAR * times) yield each;
  }
}

/** Instants a step apart in the largest unit in which all of them are round: 3 h, 90 min, 40 s, 250 ms. */
export function stepText(at: number, step: number): string {
  const fits = (size: number) => step >= size && Math.abs(step / size - Math.round(step / size)) < NEAR;
  const [size, unit] = fits(HOUR)
    ? [HOUR, 'h']
    : fits(MINUTE)
      ? [MINUTE, 'min']
      : step >= 0.1
        ? [1, 's']
        : [1e-3, 'ms'];
  return `${numberText(Number((at / size).toPrecision(12)))} ${unit}`;
}
