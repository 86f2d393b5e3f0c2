/** A distribution while it is being written: its numbers are texts, and may be half of one. */
import { mean, type Distribution } from '../../shared/theory/distribution.ts';
import { en } from '../words/en.ts';
import type { DistributionKind } from './fields.ts';
import { readNumber } from './read.ts';

/** A kind of distribution, and what stands in the field of each of its numbers. */
export interface Draft {
  readonly kind: string;
  readonly numbers: Readonly<Record<string, string>>;
}

/** A draft as it reads: a distribution, or what is wrong, by the name of the number; '' is the kind itself. */
export type DraftReading =
  | { readonly ok: true; readonly value: Distribution }
  | { readonly ok: false; readonly limits: Readonly<Record<string, string>> };

/** The draft of a value; a plain number stands for one that is always the same. */
export function draftOf(value: unknown): Draft {
  if (typeof value === 'number') return { kind: 'constant', numbers: { value: String(value) } };
  const { kind, ...numbers } = (value ?? {}) as Record<string, unknown>;
  const texts = Object.entries(numbers).map(([name, number]) => [name, String(number)]);
  return { kind: String(kind), numbers: Object.fromEntries(texts) as Record<string, string> };
}

/** Reads a draft against the kinds that there may be. */
export function readDraft({ kind, numbers }: Draft, kinds: readonly DistributionKind[]): DraftReading {
  const shape = kinds.find((each) => each.kind === kind);
  if (shape === undefined) return { ok: false, limits: { '': kinds.map((each) => each.kind).join(', ') } };
  const value: Record<string, number> = {};
  const limits: Record<string, string> = {};
  for (const field of shape.numbers) {
    const reading = readNumber(numbers[field.name] ?? '', field);
    if (reading.ok) value[field.name] = reading.value;
    else limits[field.name] = reading.limit;
  }
  const { low, high, mode } = value;
  if (low !== undefined && high !== undefined) {
    if (low > high) limits['high'] = en.params.atLeastLow;
    else if (mode !== undefined && (mode < low || mode > high)) limits['mode'] = en.params.betweenLowAndHigh;
  }
  if (Object.keys(limits).length > 0) return { ok: false, limits };
  return { ok: true, value: { kind, ...value } as Distribution };
}

/** Whether a draft reads as this value. */
export function readsAs(draft: Draft, value: unknown, kinds: readonly DistributionKind[]): boolean {
  const [reading, wanted] = [readDraft(draft, kinds), readDraft(draftOf(value), kinds)];
  return reading.ok && wanted.ok && JSON.stringify(reading.value) === JSON.stringify(wanted.value);
}

/** The draft of another kind with about the same mean, so that a change of kind changes as little else as it can. */
export function withKind(draft: Draft, kind: string, kinds: readonly DistributionKind[]): Draft {
  const before = readDraft(draft, kinds);
  const shape = kinds.find((each) => each.kind === kind);
  if (shape === undefined) return draft;
  const m = before.ok ? mean(before.value) : 0;
  const numbers = shape.numbers.map((field) => {
    const { min, max, whole } = field;
    const wanted = Math.min(max, Math.max(min, numberFor(field.name, m)));
    return [field.name, String(whole ? Math.round(wanted) : Number(wanted.toPrecision(4)))];
  });
  return { kind, numbers: Object.fromEntries(numbers) as Record<string, string> };
}

/** Number `name` of a distribution that has about mean `m` and is neither narrow nor wide. */
function numberFor(name: string, m: number): number {
  switch (name) {
    case 'low':
      return m * 0.5;
    case 'high':
      return m * 1.5;
    case 'sd':
      return m * 0.25;
    case 'mu':
      return m > 0 ? Math.log(m) - 0.125 : 0;
    case 'sigma':
      return 0.5;
    default:
      return m;
  }
}
