import { InputError, problem } from '../../../shared/scenario/problem.ts';

/**
 * The number that a text stands for, or the text itself where it stands for none: whoever knows what belongs there
 * then says so.
 */
export function numberOrText(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

/** A value as it is typed: JSON where it is JSON, else a number or a word. */
export function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return numberOrText(text);
  }
}

/** A whole number from `min` to `max`, given after an option. */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = numberOrText(text);
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new InputError([problem(option, value, `a whole number from ${min} to ${max}`)]);
}

/** An instant of virtual time, given after an option: seconds, or h:mm:ss. */
export function instant(option: string, text: string): number {
  const clock = /^(\d+):([0-5]?\d):([0-5]?\d(?:\.\d+)?)$/.exec(text);
  const value = clock ? Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) : numberOrText(text);
  if (typeof value === 'number' && value >= 0 && value < Infinity) return value;
  throw new InputError([problem(option, value, 'a number of seconds, at least 0, or h:mm:ss')]);
}

/** One of a few words, given after an option. */
export function oneOf<const T extends string>(option: string, text: string, words: readonly T[]): T {
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new InputError([problem(option, text, `one of ${words.join(', ')}`)]);
  return word;
}

/** The two sides of `path=value`; `form` is what the option takes, for the message. */
export function assignment(option: string, text: string, form = 'path=value'): [path: string, value: string] {
  const split = text.indexOf('=');
  if (split < 1) throw new InputError([problem(option, text, form)]);
  return [parameterPath(text.slice(0, split)), text.slice(split + 1)];
}

/** Messages name parameters as params.boards; that is understood when it is typed, too. */
function parameterPath(path: string): string {
  return path.trim().replace(/^params\.(?=.)/, '');
}
