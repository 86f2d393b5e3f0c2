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

export function problem(path: string, value: unknown, limit: string): Problem {
  return { path, value, limit, message: `${path}: ${shown(value)} was given; it must be ${limit}` };
}

/** The problems that zod found, the value looked up in what was given. The schema's messages are the limits. */
export function problemsOf(error: z.ZodError, input: unknown, root = ''): Problem[] {
  const named = (path: readonly PropertyKey[]) => [...(root === '' ? [] : [root]), ...path.map(String)].join('.');
  return error.issues.flatMap((issue) => {
    const { path, value } = reach(input, issue.path);
    if (issue.code !== 'unrecognized_keys') return [problem(named(path) || 'input', value, issue.message)];
    const holder = value as Record<string, unknown>;
    return issue.keys.map((key) => problem(named([...path, key]), holder[key], issue.message));
  });
}

/** Bad input. Carries its problems; the message is the first of them. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems[0]?.message ?? 'bad input');
    this.problems = problems;
  }
}

/** A value as a message shows it: one line, cut where it is long. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
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
