import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import type { NumberRange } from './fields.ts';

/** What somebody has typed: a value, or what may stand there instead. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly limit: string };

/** What may stand in a field of numbers, in the words of the host. */
export function limitOf({ min, max, whole }: NumberRange): string {
  return fill(whole ? en.params.wholeNumber : en.params.anyNumber, { min: String(min), max: String(max) });
}

/** Reads a number as it was typed. Half of one ("-", "1e", "5.") is none. */
export function readNumber(typed: string, range: NumberRange): Reading<number> {
  const text = typed.trim().replace('−', '-');
  const value = /^[+-]?(\d+|\d*\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  const fits = value >= range.min && value <= range.max && (!range.whole || Number.isInteger(value));
  return fits ? { ok: true, value } : { ok: false, limit: limitOf(range) };
}

/** Reads any value as JSON. */
export function readJson(typed: string): Reading<unknown> {
  try {
    return { ok: true, value: JSON.parse(typed) };
  } catch {
    return { ok: false, limit: en.params.json };
  }
}

/** Reads a seed: any integer, as its digits. */
export function readSeed(typed: string): Reading<string> {
  const text = typed.trim();
  return /^[+-]?\d{1,4300}$/.test(text) ? { ok: true, value: text } : { ok: false, limit: en.params.wholeSeed };
}
