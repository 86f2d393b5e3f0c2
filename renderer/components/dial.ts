/** A dial: how many seconds its longest hand and its wedge need for one round, and what stands on its face. */
export interface DialFace {
  readonly id: 'seconds' | 'minutes' | 'hours';
  /** Seconds of one round of the wedge. */
  readonly round: number;
  /** Seconds of one round of the hands, the short one first; null for no such hand. */
  readonly short: number | null;
  readonly long: number;
  /** At the top, to the right, at the bottom, to the left. */
  readonly numerals: readonly [number, number, number, number];
}

const faces: readonly DialFace[] = [
  { id: 'seconds', round: 60, short: null, long: 60, numerals: [60, 15, 30, 45] },
  { id: 'minutes', round: 3600, short: 3600, long: 60, numerals: [60, 15, 30, 45] },
];
const chessClock: DialFace = { id: 'hours', round: 43_200, short: 43_200, long: 3600, numerals: [12, 3, 6, 9] };

/** The dial for a run of so many seconds: a stopwatch, a dial of one hour, or the chess clock, round and round. */
export function faceFor(run: number): DialFace {
  return faces.find(({ round }) => run <= round) ?? chessClock;
}

/** The point of a circle of radius `radius` round the dial's middle, clockwise from the top by an angle in turns. */
export function around(turns: number, radius: number): readonly [number, number] {
  const angle = turns * 2 * Math.PI;
  return [100 + Math.sin(angle) * radius, 100 - Math.cos(angle) * radius];
}

/** A spoke from one radius to another. */
export function spoke(turns: number, from: number, to: number): string {
  const [x1, y1] = around(turns, from);
  const [x2, y2] = around(turns, to);
  return `M${x1.toFixed(2)} ${y1.toFixed(2)}L${x2.toFixed(2)} ${y2.toFixed(2)}`;
}

/** The wedge of the time used; all of the disc from a whole round on. */
export function wedge(turns: number, radius: number): string {
  if (turns <= 0) return '';
  if (turns >= 1) {
    const [top, bottom] = [100 - radius, 100 + radius];
    return `M100 ${top}A${radius} ${radius} 0 1 1 100 ${bottom}A${radius} ${radius} 0 1 1 100 ${top}Z`;
  }
  const [x, y] = around(turns, radius);
  return `M100 100V${100 - radius}A${radius} ${radius} 0 ${turns > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)}Z`;
}

/** The sixty marks round the edge, long ones for the hours. */
export const hourMarks = Array.from({ length: 12 }, (_, hour) => spoke(hour / 12, 79, 89)).join('');
export const minuteMarks = Array.from({ length: 60 }, (_, minute) => minute)
  .filter((minute) => minute % 5 !== 0)
  .map((minute) => spoke(minute / 60, 85, 89))
  .join('');
