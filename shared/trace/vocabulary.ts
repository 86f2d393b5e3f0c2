/**
 * The words in which a workload tells what happens, beyond what the kernel writes: note number n of its vocabulary
 * is kind NOTE + n in the trace.
 */
export interface Note {
  /** Name of the event in a log. */
  readonly event: string;
  /** Names of its fields, in the order in which the trace holds them. */
  readonly fields: readonly NoteField[];
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
export type NoteField = string | { readonly name: string; readonly as: 'pair' | 'name' };

/** A field that is more than a number, as text. */
export function fieldText({ as }: Exclude<NoteField, string>, value: number, resources: readonly string[]): string {
  return as === 'pair' ? pairText(value) : (resources[value] ?? String(value));
}

export type Vocabulary = readonly Note[];

const PAIR = 2 ** 26;

/** Packs two whole numbers, 0 <= second < 2^26, into one field. */
export function packPair(first: number, second: number): number {
  return first * PAIR + second;
}

/** The two numbers of a packed pair, as text. */
export function pairText(packed: number): string {
  return `${Math.floor(packed / PAIR)}.${packed % PAIR}`;
}
