/**
 * A whole run in so many wall seconds, eased as a speaker would play it: slow at first, so that the eye learns the marks,
 * quick in the middle, slow around the finishes of the lanes.
 *
 * The wall instant of a virtual one is a sum of parts that each rise from 0 at the start to their share of the seconds at
 * the end: an even part, a logarithm that is steep at the start, and for each finish an arc tangent that is steep there.
 * So time never goes back, the whole takes exactly what was asked for, and the speed depends on the instant alone,
 * wherever the clock was put.
 */

/** What a show is made of. */
export interface ShowOptions {
  /** Wall seconds for the whole. */
  readonly seconds: number;
  /** When the last lane ends, in virtual seconds, more than 0. */
  readonly end: number;
  /** When each of the lanes ends. */
  readonly finishes: readonly number[];
  /** Virtual seconds per wall second at which the program can be followed step by step. */
  readonly follow: number;
}

/** Shares of the wall time: for the start, and for all finishes together; what is left is even. */
const START = 0.35;
const FINISHES = 0.35;
/** The slow start is at most this part of the run, so that there always is one. */
const START_MOST = 1 / 3;
/** A shorter one nobody would see. */
const START_LEAST = 1e-3;
/** Finishes that are nearer to each other, as a part of the run, are one. */
const TOGETHER = 1e-3;
/** Halvings until two doubles are neighbours. */
const HALVINGS = 200;

export class ShowPace {
  readonly #options: ShowOptions;
  readonly #stops: readonly number[];
  /** Virtual seconds over which the start speeds up and a finish slows down. */
  readonly #width: number;

  constructor(options: ShowOptions) {
    this.#options = options;
    const { end, finishes, seconds, follow } = options;
    this.#stops = stopsOf(finishes, end);
    this.#width = widthOf(end, START * seconds * follow);
  }

  /** Wall seconds from the start up to a virtual instant. */
  wallAt(at: number): number {
    const { seconds, end } = this.#options;
    if (at <= 0) return 0;
    if (at >= end) return seconds;
    const width = this.#width;
    const start = Math.log1p(at / width) / Math.log1p(end / width);
    let stops = 0;
    for (const stop of this.#stops) {
      stops += (this.#turn(at, stop) - this.#turn(0, stop)) / (this.#turn(end, stop) - this.#turn(0, stop));
    }
    return seconds * ((1 - START - FINISHES) * (at / end) + START * start + (FINISHES * stops) / this.#stops.length);
  }

  /** The virtual instant that is shown so many wall seconds after the start. */
  virtualAt(wall: number): number {
    const { seconds, end } = this.#options;
    if (wall <= 0) return 0;
    if (wall >= seconds) return end;
    let [low, high] = [0, end];
    for (let count = 0; count < HALVINGS; count++) {
      const middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) break;
      if (this.wallAt(middle) < wall) low = middle;
      else high = middle;
    }
    return high;
  }

  /** Virtual seconds per wall second at an instant. */
  speedAt(at: number): number {
    const { seconds, end } = this.#options;
    const [x, width] = [Math.max(0, Math.min(end, at)), this.#width];
    const start = 1 / ((x + width) * Math.log1p(end / width));
    let stops = 0;
    for (const stop of this.#stops) {
      const slope = 1 / (width * (1 + ((x - stop) / width) ** 2));
      stops += slope / (this.#turn(end, stop) - this.#turn(0, stop));
    }
    return 1 / (seconds * ((1 - START - FINISHES) / end + START * start + (FINISHES * stops) / this.#stops.length));
  }

  #turn(at: number, stop: number): number {
    return Math.atan((at - stop) / this.#width);
  }
}

/** The instants around which it goes slowly; the end is always one. */
function stopsOf(finishes: readonly number[], end: number): number[] {
  const stops: number[] = [];
  for (const at of [...finishes, end].filter((each) => each <= end).sort((a, b) => a - b)) {
    if (stops.length === 0 || at - stops.at(-1)! > TOGETHER * end) stops.push(at);
  }
  return stops;
}

/** The width w with w log(1 + end / w) = `wanted`, at which the run starts at the speed it can be followed at. */
function widthOf(end: number, wanted: number): number {
  let [low, high] = [end * START_LEAST, end * START_MOST];
  const value = (width: number) => width * Math.log1p(end / width);
  if (value(high) <= wanted) return high;
  for (let count = 0; count < 60; count++) {
    const middle = (low + high) / 2;
    if (value(middle) < wanted) low = middle;
    else high = middle;
  }
  return high;
}
