/** Reads parameters, one at a time: a schema is asked about as much as was given or changed, and no more. */
import { z } from 'zod';
import { ofPlainNumber } from './fields.ts';
import { InputError, problem, Problems } from './problem.ts';
import type { Edit, WorkloadShape } from './scenario.ts';

/** Longest path of a parameter, in characters, and how many names it may have. */
export const PATH_LENGTH_MAX = 200;
export const PATH_NAMES_MAX = 8;

type Values = Readonly<Record<string, unknown>>;

/** Parameters, checked and with defaults filled in; null when there are problems, which are added to the list. */
export function readParams<P>(given: unknown, shape: WorkloadShape<P>, problems: Problems): P | null {
  const input: unknown =
    given === undefined ? shape.defaults : isRecord(given) ? { ...shape.defaults, ...given } : given;
  const fields = fieldsOf(shape.schema);
  if (fields === null || !isRecord(input)) {
    const result = shape.schema.safeParse(input);
    if (result.success) return result.data;
    problems.addFrom(result.error, input, 'params');
    return null;
  }
  const before = problems.count;
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    values[name] = readParameter(field, input[name], `params.${name}`, problems);
  }
  const strange = Object.keys(input).filter((name) => !Object.hasOwn(fields, name));
  if (strange.length > 0) {
    const limit = limitOfNames(shape.schema, strange[0]!);
    for (const name of strange) problems.add(`params.${name}`, input[name], limit);
  }
  return problems.count > before ? null : (values as P);
}

/** Parameters to which edits are made one after the other. Only what an edit changes is checked, and copied once. */
export class EditedParams<P> {
  readonly #shape: WorkloadShape<P>;
  readonly #fields: Readonly<Record<string, z.ZodType>> | null;
  #params: P;
  // Whether #params is this object's own, and the lists in it that are, so that many edits need not copy each time.
  #isOwn = false;
  readonly #ownLists = new Set<string>();
  // The names of the paths that were edited: thousands of edits are often of a few parameters.
  readonly #names = new Map<string, readonly string[]>();

  /** @param params parameters that have been checked; they stay as they are. */
  constructor(params: P, shape: WorkloadShape<P>) {
    this.#params = params;
    this.#shape = shape;
    this.#fields = fieldsOf(shape.schema);
  }

  /** The parameters as they stand now; later edits leave what is handed out alone. */
  get params(): P {
    this.#isOwn = false;
    this.#ownLists.clear();
    return this.#params;
  }

  /** @throws InputError when there is no such parameter or the value cannot stand there; nothing has changed then. */
  edit({ path, value }: Pick<Edit, 'path' | 'value'>): void {
    const names = this.#namesOf(path);
    const name = names[0]!;
    const problems = new Problems();
    const field = this.#fields !== null && Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
    if (field === undefined) {
      const params = readParams(placed(this.#params, names, value), this.#shape, problems);
      if (params === null) throw new InputError(problems);
      this.#params = params;
      return;
    }
    const current = (this.#params as Values)[name];
    if (names.length > 1 && field instanceof z.ZodArray && Array.isArray(current) && isPlaceIn(current, names[1]!)) {
      const index = Number(names[1]);
      const entry: unknown = placed(current[index], names, value, 2);
      const data = readParameter(field.element as z.ZodType, entry, `params.${name}.${index}`, problems);
      if (problems.count > 0) throw new InputError(problems);
      this.#listOf(name, current)[index] = data;
      return;
    }
    const data = readParameter(field, placed(current, names, value, 1), `params.${name}`, problems);
    if (problems.count > 0) throw new InputError(problems);
    this.#put(name, data);
    this.#ownLists.delete(name);
  }

  #namesOf(path: string): readonly string[] {
    let names = this.#names.get(path);
    if (names === undefined) this.#names.set(path, (names = namesOf(path)));
    return names;
  }

  #listOf(name: string, current: unknown[]): unknown[] {
    if (this.#ownLists.has(name)) return current;
    const list = [...current];
    this.#put(name, list);
    this.#ownLists.add(name);
    return list;
  }

  #put(name: string, value: unknown): void {
    if (!this.#isOwn) this.#params = { ...this.#params };
    this.#isOwn = true;
    (this.#params as Record<string, unknown>)[name] = value;
  }
}

/**
 * The parameters after an edit, checked.
 *
 * @throws InputError when there is no such parameter or the value cannot stand there.
 */
export function withEdit<P>(params: P, edit: Pick<Edit, 'path' | 'value'>, shape: WorkloadShape<P>): P {
  const edited = new EditedParams(params, shape);
  edited.edit(edit);
  return edited.params;
}

/**
 * A copy of `object` in which `value` stands at the dotted path. Parts that are missing, or are no objects, are made.
 *
 * @throws InputError when the path is empty, too long, or leads through the inherited parts of an object.
 */
export function withValue(object: unknown, path: string, value: unknown): unknown {
  return placed(object, namesOf(path), value);
}

/** The names of a dotted path. @throws InputError when it is none. */
function namesOf(path: string): string[] {
  if (path.length > PATH_LENGTH_MAX) {
    throw new InputError([problem('path', path, `at most ${PATH_LENGTH_MAX} characters long`)]);
  }
  const names = path.split('.');
  if (names.length > PATH_NAMES_MAX) {
    throw new InputError([problem('path', path, `at most ${PATH_NAMES_MAX} names with dots between them`)]);
  }
  const forbidden = names.some(
    (name) => name === '' || name === '__proto__' || name === 'constructor' || name === 'prototype',
  );
  if (forbidden) throw new InputError([problem('path', path, 'names of parameters with dots between them')]);
  return names;
}

/** A copy of `holder` in which `value` stands where the names from number `depth` on lead. */
function placed(holder: unknown, names: readonly string[], value: unknown, depth = 0): unknown {
  const name = names[depth];
  if (name === undefined) return value;
  if (Array.isArray(holder) && /^\d+$/.test(name) && Number(name) <= holder.length) {
    return Object.assign([...(holder as unknown[])], { [name]: placed(holder[Number(name)], names, value, depth + 1) });
  }
  const parts = typeof holder === 'object' && holder !== null ? (holder as Values) : {};
  return { ...parts, [name]: placed(parts[name], names, value, depth + 1) };
}

/** One parameter, checked. Entries of a list are looked at one by one: the problems of the first few are enough. */
function readParameter(field: z.ZodType, value: unknown, path: string, problems: Problems): unknown {
  if (field instanceof z.ZodArray && Array.isArray(value)) return readList(field, value, path, problems);
  const plain = ofPlainNumber(field, value);
  if (plain !== undefined) return plain;
  const result = field.safeParse(value);
  if (result.success) return result.data;
  problems.addFrom(result.error, value, path);
  return undefined;
}

function readList(field: z.ZodArray, value: readonly unknown[], path: string, problems: Problems): unknown[] {
  const { min = 0, max = Infinity } = (field.meta() ?? {}) as { min?: number; max?: number };
  if (value.length < min || value.length > max) {
    problems.add(path, value, limitOf(field));
    return [];
  }
  const element = field.element as z.ZodType;
  const entries: unknown[] = [];
  for (const [index, entry] of value.entries()) {
    if (problems.isEnough) break;
    if (problems.isFull) problems.skip(countProblems(element, entry));
    else entries.push(readParameter(element, entry, `${path}.${index}`, problems));
  }
  return entries;
}

/** How many problems a value has. Zod's core is asked, which finds them without putting each into words. */
function countProblems(field: z.ZodType, value: unknown): number {
  const payload = field._zod.run({ value, issues: [] }, { async: false });
  if (payload instanceof Promise) throw new TypeError('parameters are checked at once, not later');
  return payload.issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

/** What may stand in a field, in words: the message for a value that fits nowhere. */
export function limitOf(field: z.ZodType): string {
  return field.safeParse(Symbol('nothing')).error?.issues[0]?.message ?? 'anything';
}

/** The fields of a schema that is nothing but its fields; null for any other. */
function fieldsOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | null {
  if (!(schema instanceof z.ZodObject) || (schema.def.checks?.length ?? 0) > 0) return null;
  return schema.shape;
}

/** What a schema says of a name that it does not know. */
function limitOfNames(schema: z.ZodType, name: string): string {
  const issues = schema.safeParse({ [name]: null }).error?.issues ?? [];
  return issues.find(({ code }) => code === 'unrecognized_keys')?.message ?? 'a parameter';
}

function isPlaceIn(list: readonly unknown[], name: string): boolean {
  return /^\d{1,9}$/.test(name) && Number(name) < list.length;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
