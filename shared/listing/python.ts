/** Values as Python writes them, and distributions as calls of its `random`, which draw what the kernel draws. */
import type { Distribution } from '../theory/distribution.ts';

/** Entries of a list that are shown on screen. */
const ENTRIES_SHOWN = 5;

/**
 * What stands in a gap. `form` asks for a number of things, where a distribution may give fractions: `int` cuts them
 * off, `some` also makes it at least one. On screen long lists are cut short.
 */
export function gapOf(value: unknown, form: string | null, length: 'shown' | 'whole'): string {
  if (isDistribution(value)) return form === null ? drawOf(value) : countOf(value, form);
  if (value === null || value === undefined) return '';
  return literal(value, length);
}

/** A value as a literal; objects, as the rockets are, become tuples of their values. */
function literal(value: unknown, length: 'shown' | 'whole'): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) {
    const cut = length === 'shown' && value.length > ENTRIES_SHOWN;
    const entries = (cut ? value.slice(0, ENTRIES_SHOWN - 1) : value).map((each) => literal(each, length));
    return `[${[...entries, ...(cut ? ['...'] : [])].join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const values = Object.values(value).map((each) => literal(each, length));
    return `(${values.join(', ')}${values.length === 1 ? ',' : ''})`;
  }
  return JSON.stringify(value) ?? 'None';
}

/** The call that draws one value; a constant is just the number. */
function drawOf(distribution: Distribution): string {
  switch (distribution.kind) {
    case 'constant':
      return String(distribution.value);
    case 'uniform':
      return `random.uniform(${distribution.low}, ${distribution.high})`;
    case 'exponential':
      return `random.expovariate(1 / ${distribution.mean})`;
    case 'integer':
      return `random.randint(${distribution.low}, ${distribution.high})`;
    case 'normal':
      return `max(0, random.normalvariate(${distribution.mean}, ${distribution.sd}))`;
    case 'lognormal':
      return `random.lognormvariate(${distribution.mu}, ${distribution.sigma})`;
    case 'triangular':
      return `random.triangular(${distribution.low}, ${distribution.high}, ${distribution.mode})`;
  }
}

function countOf(distribution: Distribution, form: string): string {
  const least = form === 'some' ? 1 : -Infinity;
  if (distribution.kind === 'constant') return String(Math.max(least, Math.trunc(distribution.value)));
  const whole = distribution.kind === 'integer' ? drawOf(distribution) : `int(${drawOf(distribution)})`;
  return least === 1 && !(distribution.kind === 'integer' && distribution.low >= 1) ? `max(1, ${whole})` : whole;
}

function isDistribution(value: unknown): value is Distribution {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
