/** A lane's finish on the scrub bar. */
export interface Finish {
  readonly title: string;
  readonly at: number;
  /** What is written where it stands alone, if that is not its end. */
  readonly alone?: string | undefined;
}

/** How finishes are put into words: one by itself, and one of several in a row. */
export interface FlagWords {
  alone(title: string, at: number): string;
  among(titles: string, at: number): string;
}

/** A flag: where it stands, and what is written beside it. */
export interface Flag {
  readonly at: number;
  readonly x: number;
  /** Labels are written inwards: to the right of an early flag, to the left of a late one. */
  readonly side: 'left' | 'right';
  /** Line of the label and of the flag. */
  readonly row: number;
  /** Null where there is no room, or where a neighbour says it. */
  readonly text: string | null;
}

/** Where things are on the rail, in pixels. */
export interface Rail {
  x(at: number): number;
  width(text: string): number;
  /** The ends of what may be written on. */
  readonly limits: readonly [number, number];
}

/** Distance of a label from its pole, of labels from each other, and of poles that share a label. */
const LABEL = 17;
const APART = 10;
/** Distance of a label from the pole of another flag, which may wave towards it. */
const FLAG = 16;
const TOGETHER = 24;
/** Lines there are for labels. */
const ROWS = 2;

/**
 * Places the flags of the lanes along a rail. Lanes that end together share a flag, and flags that stand close together
 * share a label; labels that would meet, or run into the pole of another flag, go on another line.
 */
export function placeFlags(finishes: readonly Finish[], rail: Rail, words: FlagWords): Flag[] {
  const clusters = cluster(finishes, rail);
  const poles = clusters.flatMap(({ stops }) => stops.map(({ at }) => rail.x(at)));
  const taken: [number, number][][] = Array.from({ length: ROWS }, () => []);
  return clusters.flatMap(({ stops }): Flag[] => {
    const text = labelOf(stops, words);
    const xs = stops.map(({ at }) => rail.x(at));
    const [first, last] = [xs[0]!, xs.at(-1)!];
    const room = rail.width(text) + LABEL;
    const [from, to] = rail.limits;
    const reach = { right: [last, last + room], left: [first - room, first] } as const;
    const leftFirst = last > (from + to) / 2;
    const spots = (leftFirst ? (['left', 'right'] as const) : (['right', 'left'] as const)).flatMap((side) =>
      taken.map((_, row) => ({ side, row, span: reach[side] })),
    );
    const spot = spots.find(({ row, span: [a, b] }) => {
      const inside = a >= from && b <= to;
      const free = taken[row]!.every(([c, d]) => b + APART < c || a - APART > d);
      const crossed = poles.some((pole) => !xs.includes(pole) && pole > a - FLAG && pole < b + FLAG);
      return inside && free && !crossed;
    });
    if (spot !== undefined) taken[spot.row]!.push([...spot.span]);
    const { side, row } = spot ?? { side: leftFirst ? ('left' as const) : ('right' as const), row: 0 };
    const speaker = side === 'right' ? stops.length - 1 : 0;
    return stops.map(({ at }, place) => ({
      at,
      x: xs[place]!,
      side,
      row,
      text: spot !== undefined && place === speaker ? text : null,
    }));
  });
}

interface Stop {
  readonly at: number;
  readonly finishes: Finish[];
}

/** Finishes in order, those at one instant together, and those side by side in one cluster. */
function cluster(finishes: readonly Finish[], rail: Rail): { readonly stops: Stop[] }[] {
  const clusters: { readonly stops: Stop[] }[] = [];
  for (const finish of [...finishes].sort((a, b) => a.at - b.at)) {
    const { at } = finish;
    const stops = clusters.at(-1)?.stops;
    const before = stops?.at(-1);
    if (before?.at === at) before.finishes.push(finish);
    else if (stops !== undefined && rail.x(at) - rail.x(before!.at) < TOGETHER) stops.push({ at, finishes: [finish] });
    else clusters.push({ stops: [{ at, finishes: [finish] }] });
  }
  return clusters;
}

function labelOf(stops: readonly Stop[], words: FlagWords): string {
  const [only] = stops;
  if (stops.length === 1 && only!.finishes.length === 1) {
    const [{ title, at, alone }] = only!.finishes as [Finish];
    return alone ?? words.alone(title, at);
  }
  return stops.map(({ at, finishes }) => words.among(finishes.map(({ title }) => title).join(', '), at)).join(' · ');
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

/** Pixels between two labels of ticks at least. */
const LABELS_APART = 10;

/** Which of the long ticks are labelled: all of them, or every second, fourth ... where labels would meet. */
export function labelledTicks(end: number, { x, width }: Pick<Rail, 'x' | 'width'>): ReadonlySet<number> {
  const long = ticks(end).filter((tick) => tick.long);
  const widest = Math.max(0, ...long.map(({ at }) => width(tickText(at, end))));
  const apart = long.length > 1 ? x(long[1]!.at) - x(long[0]!.at) : Infinity;
  let every = 1;
  while (every < long.length && apart * every < widest + LABELS_APART) every *= 2;
  return new Set(long.filter((_, place) => place % every === 0).map(({ at }) => at));
}

/** A tick's label in the largest unit that keeps it short: 3 h, 15 min, 40 s. */
export function tickText(at: number, end: number): string {
  const [size, unit] = end >= 7200 ? [3600, 'h'] : end >= 120 ? [60, 'min'] : [1, 's'];
  return `${Number((at / size).toFixed(1))} ${unit}`;
}
