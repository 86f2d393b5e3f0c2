import { EDITS_MAX } from './scenario.ts';
import { problem, type Problem } from './problem.ts';

/** Deepest nest of objects and lists that is read. */
export const DEPTH_MAX = 32;
/** Most fields of an object, and most entries of a list: no call needs more. */
export const FIELDS_MAX = 256;
export const ENTRIES_MAX = EDITS_MAX;

/** Where something is too large, from the inside out, and what is wrong with it. */
interface Excess {
  readonly path: string[];
  readonly size: string;
  readonly limit: string;
}

/**
 * What is too deep, too long or too broad in a message, before anybody looks at what it means: null when nothing is.
 * The path leads to the first place that is.
 */
export function excessOf(message: unknown): Problem | null {
  const excess = find(message, 0);
  return excess === null ? null : problem(excess.path.reverse().join('.') || 'message', excess.size, excess.limit);
}

function find(value: unknown, depth: number): Excess | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > DEPTH_MAX) return { path: [], size: 'a deep nest', limit: `at most ${DEPTH_MAX} levels deep` };
  if (Array.isArray(value)) {
    if (value.length > ENTRIES_MAX) {
      return { path: [], size: `a list of ${value.length}`, limit: `a list of at most ${ENTRIES_MAX} entries` };
    }
    for (let index = 0; index < value.length; index++) {
      const excess = find(value[index], depth + 1);
      if (excess !== null) return within(excess, String(index), depth);
    }
    return null;
  }
  const names = Object.keys(value);
  if (names.length > FIELDS_MAX) {
    return { path: [], size: `${names.length} fields`, limit: `an object of at most ${FIELDS_MAX} fields` };
  }
  for (const name of names) {
    const excess = find((value as Record<string, unknown>)[name], depth + 1);
    if (excess !== null) return within(excess, name, depth);
  }
  return null;
}

/** Only the outer part of a path is named: a nest may be deep, and its names long. */
function within({ path, size, limit }: Excess, name: string, depth: number): Excess {
  if (depth < 4) path.push(name.slice(0, 40));
  return { path, size, limit };
}
