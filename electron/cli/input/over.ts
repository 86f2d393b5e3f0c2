import { AXIS_VALUES_MAX, type Axis } from '../../../shared/experiment/axis.ts';
import { axisLength } from '../../../shared/experiment/axis-values.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { assignment, numberOrText, valueOf } from './values.ts';

const OPTION = '--over';
const AXES_MAX = 2;
const FORM = 'path=from..to, path=from..to:step or path=a,b,c';

/** The parameters that a sweep varies: one, or two. */
export function readAxes(given: readonly string[]): Axis[] {
  if (given.length === 0) throw new InputError([problem(OPTION, undefined, FORM)]);
  if (given.length > AXES_MAX) {
    throw new InputError([problem(OPTION, given[AXES_MAX], 'given at most twice: a sweep varies two parameters')]);
  }
  const axes = given.map(readAxis);
  const [first, second] = axes;
  if (first!.path === second?.path)
    throw new InputError([problem(OPTION, given[1], 'another parameter than the first')]);
  return axes;
}

/**
 * Reads `boards=1..48`, `opponent=10..100:10`, `opponent=1..1000:log7` (seven values with a constant ratio) or
 * `policy=fifo,lifo`.
 *
 * @throws InputError when it is none of these, or leads to nothing or to too much.
 */
export function readAxis(text: string): Axis {
  const [path, range] = assignment(OPTION, text, FORM);
  const limits = /^([^,:{[]+?)\.\.([^,:{[]+?)(?::([^,:{[]+))?$/.exec(range);
  if (limits !== null) return stepped(path, range, limits[1]!, limits[2]!, limits[3]?.trim());
  const values = list(range);
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

function stepped(path: string, range: string, first: string, last: string, stride: string | undefined): Axis {
  const refuse = (limit: string) => new InputError([problem(OPTION, range, limit)]);
  const [from, to] = [numberOrText(first.trim()), numberOrText(last.trim())];
  const spread = /^(log|lin)(\d+)$/.exec(stride ?? '');
  const step = stride === undefined || spread !== null ? undefined : numberOrText(stride);
  if (![from, to, step ?? 1].every(Number.isFinite)) throw refuse('from..to:step in numbers');
  const scale = spread?.[1] === 'log' ? 'log' : 'linear';
  if (scale === 'log' && !(Number(from) > 0 && Number(to) > 0))
    throw refuse('above 0 at both ends of a logarithmic range');
  const ends = { path, from: from as number, to: to as number };
  const axis =
    spread === null ? { ...ends, step: step as number | undefined } : { ...ends, count: Number(spread[2]), scale };
  const count = axisLength(axis);
  if (!(count >= 1)) throw refuse('a range whose step leads from its first value to its last');
  if (count > AXIS_VALUES_MAX) throw refuse(`at most ${AXIS_VALUES_MAX} values`);
  return axis;
}
