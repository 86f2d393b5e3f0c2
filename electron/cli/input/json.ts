import { InputError, shown } from '../../../shared/scenario/problem.ts';
import { DEPTH_MAX, findFault } from './fault.ts';

/**
 * What a JSON text says; `named` says where the text comes from, for the message. The engine's parser decides what is
 * JSON; another one says where it is not.
 *
 * @throws InputError that names line, column and position of the first thing that is wrong.
 */
export function parseJson(text: string, named: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (!isDeeper(value, DEPTH_MAX)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const { position, limit } = findFault(text) ?? { position: 0, limit: 'JSON' };
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  const rest = text.slice(position, position + 20);
  const found = rest === '' ? 'the end of the text' : shown(rest);
  const message = `${named}: malformed JSON at line ${line}, column ${column} (position ${position}): ${found} was given; it must be ${limit}`;
  throw new InputError([{ path: named, value: rest, limit, message }]);
}

/** Whether lists and objects lie in each other more than `most` deep. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (most === 0) return true;
  for (const part of Object.values(value)) if (isDeeper(part, most - 1)) return true;
  return false;
}
