/** A lane's finish on the scrub bar. */
export interface Finish {
  readonly title: string;
  readonly at: number;
  readonly text: string;
}

/** A flag: where it stands, and where its label is written. */
export interface Flag {
  readonly at: number;
  readonly x: number;
  /** Labels are written inwards: to the right of an early flag, to the left of a late one. */
  readonly side: 'left' | 'right';
  /** Line of the label; null where there is no room for one. */
  readonly row: number | null;
  readonly text: string;
}

/** Distance of a label from its pole. */
const LABEL = 17;
const APART = 10;
/** Lines there are for labels. */
const ROWS = 2;

/**
 * Places the flags of the lanes along a rail. Lanes that end together share a flag; labels that would meet, or run into
 * the pole of another flag, go on another line.
 * @param x where an instant is, in pixels
 * @param width of the text, in pixels
 * @param limits the left and right ends of what may be written on
 */
export function placeFlags(
  finishes: readonly Finish[],
  x: (at: number) => number,
  width: (text: string) => number,
  limits: readonly [number, number],
): Flag[] {
  const shared = new Map<number, string[]>();
  for (const { at, text } of finishes) shared.set(at, [...(shared.get(at) ?? []), text]);
  const taken: [number, number][][] = Array.from({ length: ROWS }, () => []);
  const ordered = [...shared].sort(([a], [b]) => a - b);
  const poles = ordered.map(([at]) => x(at));
  return ordered.map(([at, texts], index): Flag => {
    const text = texts.join(', ');
    const room = width(text) + LABEL;
    const pole = poles[index]!;
    const reach = { right: [pole, pole + room], left: [pole - room, pole] } as const;
    const late = pole + room > limits[1] || (pole > (limits[0] + limits[1]) / 2 && pole - room >= limits[0]);
    for (const side of late ? (['left', 'right'] as const) : (['right', 'left'] as const)) {
      const [from, to] = reach[side];
      if (from < limits[0] || to > limits[1]) continue;
      for (let row = 0; row < ROWS; row++) {
        const free = taken[row]!.every(([a, b]) => to + APART < a || from - APART > b);
        // The first line is crossed by every pole; below, a label runs beside its own only.
        const crossed = poles.some((other, place) => place !== index && other > from - APART && other < to + APART);
        if (!free || crossed) continue;
        taken[row]!.push([from, to]);
        return { at, x: pole, side, row, text };
      }
    }
    return { at, x: pole, side: late ? 'left' : 'right', row: null, text };
  });
}

/** Instants for marks on a rail of so many virtual seconds: twelve at most, at round numbers. */
export function ticks(end: number): { readonly at: number; readonly long: boolean }[] {
  if (!(end > 0)) return [];
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];
  let step = steps.find((each) => end / each <= 12);
  for (step ??= 86_400; end / step > 12;) step *= 2;
  const count = Math.floor(end / step + 1e-9);
  const every = count > 8 ? 3 : count > 4 ? 2 : 1;
  return Array.from({ length: count + 1 }, (_, index) => ({ at: index * step, long: index % every === 0 }));
}

/** A tick's label in the largest unit that keeps it short: 3 h, 15 min, 40 s. */
export function tickText(at: number, end: number): string {
  const [size, unit] = end >= 7200 ? [3600, 'h'] : end >= 120 ? [60, 'min'] : [1, 's'];
  return `${Number((at / size).toFixed(1))} ${unit}`;
}
