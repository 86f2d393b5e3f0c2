/** Round numbers and instants for axes. */
import { numberText, spanText } from '../words/numbers.ts';
import { timeStep } from '../words/time-steps.ts';
import { decimalsFor, instantText } from '../timeline/instant.ts';
import type { Axis, Tick } from './spec.ts';

const MINUTE = 60;
const HOUR = 3600;

/** The least of 1, 2, 2.5 and 5 times a power of ten that is not below `value`. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  // A sum that is a hair above a round number is that number.
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** The least even number that is not below `count`, rounder where it is large: half of it is a whole number too. */
export function roundUpCount(count: number): number {
  const step = Math.max(2, 2 * 10 ** Math.floor(Math.log10(Math.max(1, count / 10))));
  return Math.max(step, Math.ceil(count / step) * step);
}

/** An axis of virtual time from 0 to `max` seconds with about `most` ticks. */
export function timeAxis(title: string, max: number, most = 5): Axis {
  const end = max > 0 ? max : MINUTE;
  const step = timeStep(end, most);
  const ticks: Tick[] = [];
  for (let place = 0; place * step <= end * (1 + 1e-9); place++) {
    ticks.push({ value: place * step, label: place === 0 ? '0' : spanText(place * step) });
  }
  return { title, min: 0, max: end, ticks, time: true };
}

/** Ticks at round instants between two, about `most` of them. */
export function timeTicks(from: number, to: number, most = 5): Tick[] {
  const step = timeStep(to - from, most);
  // Far from the beginning a span is long: what tells ticks apart is written to the last digit.
  const form = { hours: to >= HOUR, decimals: decimalsFor(step) };
  const ticks: Tick[] = [];
  for (let place = Math.ceil(from / step - 1e-9); place * step <= to + step * 1e-9; place++) {
    ticks.push({ value: place * step, label: place === 0 ? '0' : instantText(place * step, form) });
  }
  return ticks;
}

/** An axis from 0 to a maximum, which is a tick of its own. */
export function amountAxis(title: string, max: number, text: (value: number) => string = numberText): Axis {
  // There is no half of a thing that is counted.
  const middle = text === numberText && max > 1 && max % 2 === 1 ? (max - 1) / 2 : max / 2;
  const ticks = [0, middle, max].map((value) => ({ value, label: text(value) }));
  return { title, min: 0, max, ticks };
}

/** A window that is round, of which about `most` fit into `span` seconds; a second at least. */
export function roundWindow(span: number, most: number): number {
  return Math.max(1, timeStep(span, most));
}

/** Windows of a figure over a long run, about, and over one that is shorter than a few minutes. */
const WINDOWS = 150;
const FEW_WINDOWS = 10;

/** How far a figure about what happened lately looks back: a minute, more in a run of hours, less in one of seconds. */
export function lately(span: number): number {
  return Math.max(roundWindow(span, WINDOWS), Math.min(MINUTE, roundWindow(span, FEW_WINDOWS)));
}
