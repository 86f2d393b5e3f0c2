import { counted } from '../counted.ts';
import type { z } from 'zod';

/** What is wrong with an input, as data: where, what stands there, and what may stand there. */
export interface Problem {
  /** Where, as a dotted path: "params.boards". */
  readonly path: string;
  readonly value: unknown;
  /** What may stand there, in words: "a whole number from 1 to 10000". */
  readonly limit: string;
  readonly message: string;
}

/** Problems of one input that are listed; those beyond are counted. */
export const PROBLEMS_MAX = 20;
/** Problems that are counted; those beyond are not looked for. */
const COUNTED_MAX = 10_000;
/** Characters of a value, as JSON, that an answer carries; of a longer one it carries the beginning as text. */
const VALUE_MAX = 1000;
/** Characters of a value that a message shows. */
const SHOWN_MAX = 60;

export function problem(path: string, value: unknown, limit: string): Problem {
  return { path, value, limit, message: `${path}: ${shown(value)} was given; it must be ${limit}` };
}

/** The problems of one input as they are found: the first are listed, the others are only counted, which costs nothing. */
export class Problems {
  readonly listed: Problem[] = [];
  /** How many there are beyond those that are listed. */
  more = 0;

  get count(): number {
    return this.listed.length + this.more;
  }

  add(path: string, value: unknown, limit: string): void {
    if (this.isFull) this.skip(1);
    else this.listed.push(problem(path, value, limit));
  }

  /** Whether further problems are only counted. */
  get isFull(): boolean {
    return this.listed.length >= PROBLEMS_MAX;
  }

  /** Whether it is pointless to look for further ones. */
  get isEnough(): boolean {
    return this.count >= COUNTED_MAX;
  }

  /** Counts problems that are not listed. */
  skip(count: number): void {
    this.more += count;
  }

  /** Adds what zod found, the value looked up in what was given. The schema's messages are the limits. */
  addFrom(error: z.ZodError, input: unknown, root = ''): void {
    for (const issue of error.issues) {
      if (this.isFull) {
        this.skip(issue.code === 'unrecognized_keys' ? issue.keys.length : 1);
        continue;
      }
      const { path, value } = reach(input, issue.path);
      const named = [...(root === '' ? [] : [root]), ...path.map(String)].join('.');
      if (issue.code !== 'unrecognized_keys') {
        this.add(named || 'input', value, issue.message);
        continue;
      }
      const holder = value as Record<string, unknown>;
      for (const key of issue.keys) this.add(named === '' ? key : `${named}.${key}`, holder[key], issue.message);
    }
  }

  /** Adds the problems of another input that is part of this one. */
  addAll({ problems, more }: InputError): void {
    for (const each of problems) {
      if (this.isFull) this.skip(1);
      else this.listed.push(each);
    }
    this.skip(more);
  }
}

/** Bad input. Carries its problems, at most 20 of them; the message is the first. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];
  /** How many problems there are beyond those. */
  readonly more: number;

  constructor(found: Problems | readonly Problem[]) {
    const problems = found instanceof Problems ? found.listed : found.slice(0, PROBLEMS_MAX);
    super(problems[0]?.message ?? 'bad input');
    this.problems = problems;
    this.more = found instanceof Problems ? found.more : found.length - problems.length;
  }
}

/** Problems as an answer carries them: long values cut, and the count of those that are not listed as the last one. */
export function toldProblems({ problems, more }: InputError): Problem[] {
  const told = problems.map((each) => {
    const room = { left: VALUE_MAX };
    cut(each.value, room);
    return room.left > 0 ? each : { ...each, value: shown(each.value) };
  });
  if (more === 0) return told;
  const atLeast = more + problems.length >= COUNTED_MAX ? 'at least ' : '';
  const message = `and ${atLeast}${counted(more)} more`;
  return [...told, { path: 'input', value: more, limit: `at most ${PROBLEMS_MAX} problems listed`, message }];
}

/** A value as a message shows it: one line, cut where it is long. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  // Only as much is turned into text as is shown.
  const text = isNumber ? String(value) : JSON.stringify(cut(value, { left: SHOWN_MAX + 1 }));
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX - 3)}...` : text;
}

/** A copy of the beginning of a value: about as many characters of JSON as there is room for, which is used up. */
function cut(value: unknown, room: { left: number }): unknown {
  room.left--;
  if (typeof value === 'string') {
    const text = value.slice(0, Math.max(1, room.left));
    room.left -= value.length;
    return text;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const entries: unknown[] = [];
    for (let index = 0; index < value.length && room.left > 0; index++) entries.push(cut(value[index], room));
    return entries;
  }
  const parts: Record<string, unknown> = {};
  for (const key in value) {
    if (room.left <= 0) break;
    room.left -= key.length;
    parts[key.slice(0, VALUE_MAX)] = cut((value as Record<string, unknown>)[key], room);
  }
  return parts;
}

/** What stands at a path, or at the part of it that leads to something which has no parts. */
function reach(input: unknown, path: readonly PropertyKey[]): { path: PropertyKey[]; value: unknown } {
  let value = input;
  for (const [depth, key] of path.entries()) {
    if (value === undefined || typeof value !== 'object' || value === null)
      return { path: path.slice(0, depth), value };
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return { path: [...path], value };
}
