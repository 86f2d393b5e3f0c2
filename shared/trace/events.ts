/** The events of a workload: what it writes into the trace beyond what the kernel does, and how each is said. */
import { Kind, OWN_MAX } from './kinds.ts';

/** One of a workload's events, in words. */
export interface WorkloadEvent {
  /** Its name in a log. */
  readonly event: string;
  /** Its fields, in the order in which the trace holds them. */
  readonly fields: readonly EventField[];
  /**
   * What it says, in a sentence. Gaps: {who} the task, and each field by its name; a field called seconds, waited, took
   * or late is a span of time.
   */
  readonly says: string;
  /** A further event at the same instant, without fields, that follows it in a log. */
  readonly then?: string;
}

/**
 * A field is a number; a `pair` packs two whole numbers, read as "first.second", and a `name` is the number of a
 * resource, read as what that is called.
 */
export type EventField = string | { readonly name: string; readonly as: 'pair' | 'name' };

/** The events of a workload by number: number n is kind OWN + n in the trace. A page is sent them in this form. */
export type Vocabulary = readonly WorkloadEvent[];

/** An event as it is declared. Its name in a log is that of its declaration and it has no fields, unless it says so. */
export type EventDeclaration = Pick<WorkloadEvent, 'says' | 'then'> & Partial<Pick<WorkloadEvent, 'event' | 'fields'>>;

/** The declared events of a workload. */
export interface WorkloadEvents<Name extends string> {
  /** The kind of each event in the trace: what a workload emits and a fold compares with. */
  readonly kind: Readonly<Record<Name, number>>;
  readonly vocabulary: Vocabulary;
}

/**
 * Declares the events of a workload. Names, fields, sentences and numbers all come from this one declaration; the
 * numbers follow its order, so a saved trace stays readable as long as new events are added at its end.
 */
export function defineEvents<Name extends string>(
  declarations: Readonly<Record<Name, EventDeclaration>>,
): WorkloadEvents<Name> {
  const entries = Object.entries(declarations) as [Name, EventDeclaration][];
  if (entries.length > OWN_MAX) throw new RangeError(`${entries.length} events; a workload has at most ${OWN_MAX}`);
  const kinds = entries.map(([name], number) => [name, Kind.OWN + number] as const);
  return {
    kind: Object.fromEntries(kinds) as Record<Name, number>,
    vocabulary: entries.map(([name, declared]) => ({ event: name, fields: [], ...declared })),
  };
}

/** A field that is more than a number, as text. */
export function fieldText({ as }: Exclude<EventField, string>, value: number, resources: readonly string[]): string {
  return as === 'pair' ? pairText(value) : (resources[value] ?? String(value));
}

const PAIR = 2 ** 26;

/** Packs two whole numbers, 0 <= second < 2^26, into one field. */
export function packPair(first: number, second: number): number {
  return first * PAIR + second;
}

/** The two numbers of a packed pair, as text. */
export function pairText(packed: number): string {
  return pairOf(packed).join('.');
}

/** The two numbers of a packed pair. */
export function pairOf(packed: number): [first: number, second: number] {
  return [Math.floor(packed / PAIR), packed % PAIR];
}
