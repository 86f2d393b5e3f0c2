/** A list while it is being written: for each entry the texts of its parts, which may be half of something. */
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import type { ControlReading } from './control.ts';
import type { FieldOf, ListPart } from './fields.ts';
import { readNumber, type Reading } from './read.ts';

/** The texts of an entry, in the order of its parts. */
export type EntryDraft = readonly string[];
export type ListDraft = readonly EntryDraft[];

type Shape = Pick<FieldOf<'list'>, 'parts'>;

/** The draft of a list's value. */
export function listDraftOf(value: unknown, { parts }: Shape): ListDraft {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  return entries.map((entry) => parts.map(({ name }) => asText(name === '' ? entry : partOf(entry, name))));
}

/** Reads a draft: the list, or what may stand in its wrong parts, each by its path: "3", "3.label". */
export function readList(draft: ListDraft, { parts }: Shape): ControlReading {
  const limits: Record<string, string> = {};
  const value = draft.map((texts, place): unknown => {
    const values = parts.map((part, column): [string, unknown] => {
      const reading = readPart(texts[column] ?? '', part);
      if (reading.ok) return [part.name, reading.value];
      limits[pathOf(place, part)] = reading.limit;
      return [part.name, null];
    });
    return parts[0]?.name === '' ? values[0]![1] : Object.fromEntries(values);
  });
  return Object.keys(limits).length > 0 ? { ok: false, limits } : { ok: true, value };
}

/** The path of a part within its list. */
export function pathOf(place: number, { name }: ListPart): string {
  return name === '' ? String(place) : `${place}.${name}`;
}

/** The first entry that one of these limits is about; -1 where none is. */
export function firstWrong(limits: Readonly<Record<string, string>>): number {
  const places = Object.keys(limits).flatMap((path) => (/^\d/.test(path) ? [parseInt(path, 10)] : []));
  return places.length === 0 ? -1 : Math.min(...places);
}

/** The list with one entry more at its end: like the last one, so that it can stand there at once. */
export function withEntry(draft: ListDraft, { parts }: Shape): ListDraft {
  return [...draft, draft.at(-1) ?? parts.map(leastText)];
}

export function withoutEntry(draft: ListDraft, place: number): ListDraft {
  return draft.filter((_, each) => each !== place);
}

/** The list with an entry at another place; a place beyond its ends is the end. */
export function withMoved(draft: ListDraft, from: number, to: number): ListDraft {
  const rest = [...withoutEntry(draft, from)];
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, draft[from]!);
  return rest;
}

function readPart(typed: string, part: ListPart): Reading<number | string> {
  if (part.type === 'number') return readNumber(typed, part.range);
  const { shortest: min, longest: max } = part;
  if (typed.length >= min && typed.length <= max) return { ok: true, value: typed };
  return { ok: false, limit: fill(en.params.text, { min, max }) };
}

function leastText(part: ListPart): string {
  if (part.type === 'text') return '–'.repeat(part.shortest);
  return String(Math.min(part.range.max, Math.max(part.range.min, 0)));
}

function partOf(entry: unknown, name: string): unknown {
  return typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[name] : undefined;
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
