import { InputError, shown } from '../../../shared/scenario/problem.ts';
import { findFault } from './fault.ts';

/**
 * What a JSON text says; `named` says where the text comes from, for the message.
 *
 * @throws InputError that names line, column and position of the first thing that is wrong.
 */
export function parseJson(text: string, named: string): unknown {
  const fault = findFault(text);
  if (fault === null) return JSON.parse(text) as unknown;
  const { position, limit } = fault;
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  const column = position - before.lastIndexOf('\n');
  const rest = text.slice(position, position + 20);
  const found = rest === '' ? 'the end of the text' : shown(rest);
  const message = `${named}: malformed JSON at line ${line}, column ${column} (position ${position}): ${found} was given; it must be ${limit}`;
  throw new InputError([{ path: named, value: rest, limit, message }]);
}
