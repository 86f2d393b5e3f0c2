import { multiplesOf, stepText, timeStep } from '../words/time-steps.ts';

/** A lane's finish on the scrub bar. */
export interface Finish {
  readonly title: string;
  readonly at: number;
  /** What is written where it stands alone, if that is not its end. */
  readonly alone?: string | undefined;
}

/** How finishes are put into words: one by itself, one of several in a row, and the instant alone where room is short. */
export interface FlagWords {
  alone(title: string, at: number): string;
  among(titles: string, at: number): string;
  short(at: number): string;
}

/** A flag: where it stands, and what is written beside it. */
export interface Flag {
  readonly at: number;
  readonly x: number;
  /** Labels are written inwards: to the right of an early flag, to the left of a late one. */
  readonly side: 'left' | 'right';
  /** Line of the label and of the flag. */
  readonly row: number;
  /** Whether a flag flies from the pole: not where it would lie on the next one. */
  readonly flies: boolean;
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
/** A flag's width with a gap. */
const PENNANT = 13;
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
    const xs = stops.map(({ at }) => rail.x(at));
    const [first, last] = [xs[0]!, xs.at(-1)!];
    const [from, to] = rail.limits;
    const leftFirst = last > (from + to) / 2;
    const sides = leftFirst ? (['left', 'right'] as const) : (['right', 'left'] as const);
    // The fullest text that fits somewhere; what is shorter is better than what is cut off.
    const spots = textsOf(stops, words).flatMap((text) => {
      const room = rail.width(text) + LABEL;
      const reach = { right: [last, last + room], left: [first - room, first] } as const;
      return sides.flatMap((side) => taken.map((_, row) => ({ text, side, row, span: reach[side] })));
    });
    const spot = spots.find(({ row, span: [a, b] }) => {
      const inside = a >= from && b <= to;
      const free = taken[row]!.every(([c, d]) => b + APART < c || a - APART > d);
      const crossed = poles.some((pole) => !xs.includes(pole) && pole > a - FLAG && pole < b + FLAG);
      return inside && free && !crossed;
    });
    if (spot !== undefined) taken[spot.row]!.push([...spot.span]);
    const { side, row } = spot ?? { side: sides[0], row: 0 };
    const speaker = side === 'right' ? stops.length - 1 : 0;
    const next = (place: number) => xs[place + (side === 'right' ? 1 : -1)];
    return stops.map(({ at }, place) => ({
      at,
      x: xs[place]!,
      side,
      row,
      flies: Math.abs((next(place) ?? Infinity) - xs[place]!) >= PENNANT,
      text: spot !== undefined && place === speaker ? spot.text : null,
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

/** What may be written beside stops, from the fullest to the shortest. */
function textsOf(stops: readonly Stop[], words: FlagWords): string[] {
  const each = (text: (stop: Stop) => string) => stops.map(text).join(' · ');
  const named = each(({ at, finishes }) => words.among(finishes.map(({ title }) => title).join(', '), at));
  const short = each(({ at }) => words.short(at));
  const [only] = stops;
  if (stops.length > 1 || only!.finishes.length > 1) return [named, short];
  const [{ title, at, alone }] = only!.finishes as [Finish];
  return [alone ?? words.alone(title, at), named, short];
}

/** A mark on the rail; `text` is null where it is not labelled. */
export interface Tick {
  readonly at: number;
  readonly long: boolean;
  /** Where the middle of its label is, in pixels. */
  readonly x: number;
  readonly text: string | null;
}

/** Marks on a rail at most, and labels. */
const TICKS = 12;
const LABELS = 7;
/** Pixels between two labels of ticks at least. */
const LABELS_APART = 10;

/** Marks at round instants of a rail of so many virtual seconds, and round labels that never meet and are never cut. */
export function ticks(end: number, rail: Rail): Tick[] {
  if (!(end > 0)) return [];
  const step = timeStep(end, TICKS);
  const instants = instantsOf(end, step);
  for (const large of multiplesOf(step)) {
    const labels = instantsOf(end, large).map((at) => labelAt(at, large, rail));
    const clear = labels.every(({ from }, place) => place === 0 || labels[place - 1]!.to + LABELS_APART <= from);
    if (labels.length > LABELS || !clear) continue;
    const every = Math.round(large / step);
    return instants.map((at, place) => {
      const label = place % every === 0 ? labels[place / every] : undefined;
      return { at, long: label !== undefined, x: label?.x ?? rail.x(at), text: label?.text ?? null };
    });
  }
  return [];
}

function instantsOf(end: number, step: number): number[] {
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, place) => place * step);
}

/** Under its mark, but for the ends of the rail, where it moves inwards. */
function labelAt(at: number, step: number, rail: Rail) {
  const text = stepText(at, step);
  const half = rail.width(text) / 2;
  const [from, to] = rail.limits;
  const x = Math.max(from + half, Math.min(to - half, rail.x(at)));
  return { text, x, from: x - half, to: x + half };
}
