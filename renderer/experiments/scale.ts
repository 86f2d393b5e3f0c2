/** Axes of an experiment: numbers in equal steps or in equal ratios, or values side by side. */
import { timeStep } from '../words/time-steps.ts';
import { numberText, spanText } from '../words/numbers.ts';
import { roundUp } from '../charts/ticks.ts';
import type { Figure } from './figures.ts';

export interface ScaleTick {
  readonly value: number;
  readonly label: string;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly log: boolean;
  readonly ticks: readonly ScaleTick[];
}

/** Where a value lies between the ends of its axis, 0..1. */
export function placeOn({ min, max, log }: Scale, value: number): number {
  if (log) return Math.log(value / min) / Math.log(max / min);
  return (value - min) / (max - min);
}

/** The axis of a figure, in its units, with about `most` ticks. */
export function figureScale(values: readonly number[], figure: Figure, log: boolean, most = 6): Scale {
  const text = (value: number) => tickText(value, figure);
  const positive = values.filter((value) => value > 0);
  if (log && positive.length > 0) return logScale(leastOf(positive), mostOf(positive), text, figure.kind === 'time');
  const max = Math.max(0, mostOf(values));
  const min = Math.min(0, leastOf(values));
  if (min === 0 && max === 0) return { min: 0, max: 1, log: false, ticks: [{ value: 0, label: text(0) }] };
  const step = figure.kind === 'time' ? timeStep(max - min, most) : roundUp((max - min) / most);
  return stepped(min, max, step, text);
}

/** The axis of what is varied, which need not begin at 0. */
export function numberScale(values: readonly number[], log: boolean, whole: boolean, most = 9): Scale {
  const [min, max] = [leastOf(values), mostOf(values)];
  if (min === max) return { min: min - 1, max: max + 1, log: false, ticks: [{ value: min, label: numberText(min) }] };
  if (log && min > 0) return logScale(min, max, numberText, false);
  const step = Math.max(whole ? 1 : 0, roundUp((max - min) / most));
  const round = Math.max(whole ? Math.ceil(step) : step, 0);
  const first = Math.ceil(min / round - 1e-9);
  const ticks: ScaleTick[] = [];
  for (let place = first; place * round <= max * (1 + 1e-9) + 1e-12; place++) {
    const value = Number((place * round).toPrecision(12));
    ticks.push({ value, label: numberText(value) });
  }
  // A range that begins at one has a tick there, as long as it does not meet its neighbour.
  const missing = ticks[0] !== undefined && ticks[0].value - min > round / 2;
  return { min, max, log: false, ticks: missing ? [{ value: min, label: numberText(min) }, ...ticks] : ticks };
}

/** Values side by side, each with its name. */
export function namedScale(names: readonly string[]): Scale {
  return { min: -0.5, max: names.length - 0.5, log: false, ticks: names.map((label, value) => ({ value, label })) };
}

function stepped(min: number, max: number, step: number, text: (value: number) => string): Scale {
  const [first, last] = [Math.floor(min / step + 1e-9), Math.ceil(max / step - 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => {
    const value = Number(((first + place) * step).toPrecision(12));
    return { value, label: text(value) };
  });
  return { min: first * step, max: last * step, log: false, ticks };
}

const onTheClock = [
  1e-3, 0.01, 0.1, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 18_000, 36_000, 72_000, 180_000, 360_000,
  1.8e6, 3.6e6, 3.6e7, 3.6e8,
]; // prettier-ignore
const ofDecades = [1e-3, 0.01, 0.1, 1, 10, 60, 600, 3600, 36_000, 360_000, 3.6e6, 3.6e7, 3.6e8];
/** Room beyond the least and the greatest value. */
const MARGIN = 1.12;
/** From this ratio on there are too many round instants for one axis. */
const WIDE = 300;

function logScale(least: number, most: number, text: (value: number) => string, clock: boolean): Scale {
  const rounds = clock ? (most / least > WIDE ? ofDecades : onTheClock) : powers(least, most);
  const [min, max] = [least / MARGIN, most * MARGIN];
  const inside = rounds.filter((round) => round >= min && round <= max);
  const ticks = inside.length >= 2 || most === least ? inside : [least, ...inside, most];
  return { min, max, log: true, ticks: ticks.map((value) => ({ value, label: text(value) })) };
}

/** 1, 2 and 5 times powers of ten; powers alone where there are many. */
function powers(least: number, most: number): number[] {
  const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  const digits = to - from > 3 ? [1] : [1, 2, 5];
  return Array.from({ length: to - from + 1 }, (_, place) => from + place).flatMap((power) =>
    digits.map((digit) => Number(`${digit}e${power}`)),
  );
}

function tickText(value: number, { kind }: Figure): string {
  if (value === 0) return '0';
  if (kind === 'time') return value < 0 ? `−${spanText(-value)}` : spanText(value);
  if (kind === 'share') return `${numberText(value * 100)} %`;
  return numberText(value) + (kind === 'ratio' ? '×' : '');
}

function leastOf(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function mostOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
