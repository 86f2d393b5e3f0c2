import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { assignment, numberOrText, valueOf } from './values.ts';

/** The parameter that a sweep varies, and its values. */
export interface Over {
  readonly path: string;
  readonly values: readonly unknown[];
}

const OPTION = '--over';
const VALUES_MAX = 10_000;
const FORM = 'path=from..to, path=from..to:step or path=a,b,c';

/**
 * Reads `boards=1..48`, `opponent=10..100:10` or `policy=fifo,lifo`.
 *
 * @throws InputError when it is none of these, or leads to nothing or to too much.
 */
export function readOver(given: readonly string[]): Over {
  const [text, again] = given;
  if (text === undefined) throw new InputError([problem(OPTION, undefined, FORM)]);
  if (again !== undefined) throw new InputError([problem(OPTION, again, 'given once: a sweep varies one parameter')]);
  const [path, range] = assignment(OPTION, text, FORM);
  const limits = /^([^,:{[]+?)\.\.([^,:{[]+?)(?::([^,:{[]+))?$/.exec(range);
  const values = limits === null ? list(range) : steps(range, limits[1]!, limits[2]!, limits[3]);
  const unfinished = (value: unknown) => typeof value === 'string' && /^$|\.\./.test(value);
  if (values.length === 0 || values.some(unfinished)) throw new InputError([problem(OPTION, text, FORM)]);
  return { path, values };
}

function list(text: string): unknown[] {
  try {
    // Values that are objects have commas of their own.
    return JSON.parse(`[${text}]`) as unknown[];
  } catch {
    return text.split(',').map((item) => valueOf(item.trim()));
  }
}

function steps(range: string, first: string, last: string, stride: string | undefined): number[] {
  const [from, to] = [numberOrText(first.trim()), numberOrText(last.trim())];
  const step = stride === undefined ? (to < from ? -1 : 1) : numberOrText(stride.trim());
  const refuse = (limit: string) => new InputError([problem(OPTION, range, limit)]);
  if (![from, to, step].every(Number.isFinite)) throw refuse('from..to:step in numbers');
  const [low, high, by] = [from, to, step] as number[] as [number, number, number];
  const count = Math.floor((high - low) / by + 1e-9) + 1;
  if (by === 0 || !(count >= 1)) throw refuse('a range whose step leads from its first value to its last');
  if (count > VALUES_MAX) throw refuse(`at most ${VALUES_MAX} values`);
  // Tenths add up to what they are called, not to what doubles make of them.
  return Array.from({ length: count }, (_, i) => Number((low + i * by).toPrecision(12)));
}
