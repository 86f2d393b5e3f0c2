/**
 * The parameters of a workload as a form knows them, read from the JSON schema of the catalogue: its metadata says
 * which control a parameter gets. What has no control of its own is written as JSON.
 */

/** The numbers that may stand somewhere. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

/** One number of a distribution. */
export interface NumberField extends NumberRange {
  readonly name: string;
}

/** A kind of distribution and its numbers, in their order. */
export interface DistributionKind {
  readonly kind: string;
  readonly numbers: readonly NumberField[];
}

/** One value of a list's entry. In a list of plain values it has no name, and is the entry. */
export type ListPart = { readonly name: string; readonly title: string } & (
  | { readonly type: 'number'; readonly range: NumberRange }
  | { readonly type: 'text'; readonly shortest: number; readonly longest: number }
);

interface FieldBase {
  /** Its place in the parameters, which is what an edit names. */
  readonly path: string;
  readonly title: string;
  readonly help: string | null;
  readonly unit: string | null;
  /** Whether a change starts the run afresh. */
  readonly structural: boolean;
}

/** A parameter as a form shows it. */
export type ParameterField = FieldBase &
  (
    | { readonly control: 'number'; readonly range: NumberRange }
    | { readonly control: 'distribution'; readonly kinds: readonly DistributionKind[]; readonly range: NumberRange }
    /** A count, or nothing, which has a word: "unbounded". */
    | { readonly control: 'optional'; readonly range: NumberRange; readonly none: string }
    | { readonly control: 'flag' }
    | { readonly control: 'choice'; readonly words: readonly string[] }
    /** Entries of one kind: values, or objects of a few values. */
    | { readonly control: 'list'; readonly parts: readonly ListPart[]; readonly least: number; readonly most: number }
    | { readonly control: 'json' }
  );

export type FieldOf<C extends ParameterField['control']> = Extract<ParameterField, { control: C }>;

type Schema = Readonly<Record<string, unknown>>;

/** The fields of a schema of parameters, in its order. A schema of another shape has none. */
export function fieldsOf(schema: Schema): ParameterField[] {
  const properties = asSchema(schema['properties']);
  return Object.entries(properties).map(([name, part]) => fieldOf(name, asSchema(part)));
}

function fieldOf(name: string, schema: Schema): ParameterField {
  const base: FieldBase = {
    path: name,
    title: text(schema['title']) ?? name,
    help: text(schema['help']),
    unit: text(schema['unit']),
    structural: schema['structural'] === true,
  };
  const words = schema['enum'];
  if (Array.isArray(words)) return { ...base, control: 'choice', words: words.map(String) };
  const kinds = kindsOf(schema);
  const range = rangeOf(schema);
  if (schema['kind'] === 'distribution' && kinds.length > 0) return { ...base, control: 'distribution', kinds, range };
  if (schema['kind'] === 'flag') return { ...base, control: 'flag' };
  if (schema['kind'] === 'number') return { ...base, control: 'number', range };
  if (schema['kind'] === 'optional') {
    return { ...base, control: 'optional', range: { ...range, whole: true }, none: text(schema['none']) ?? '' };
  }
  const parts = schema['type'] === 'array' ? partsOf(asSchema(schema['items'])) : null;
  if (parts === null) return { ...base, control: 'json' };
  const { least, most } = { least: number(schema['minItems']) ?? 0, most: number(schema['maxItems']) ?? Infinity };
  return { ...base, control: 'list', parts, least, most };
}

/** What an entry of a list is made of; null where it is neither a value nor an object of values. */
function partsOf(items: Schema): ListPart[] | null {
  if (items['type'] !== 'object') {
    const part = partOf('', items);
    return part === null ? null : [part];
  }
  const parts = Object.entries(asSchema(items['properties'])).map(([name, part]) => partOf(name, asSchema(part)));
  return parts.length > 0 && parts.every((part) => part !== null) ? parts : null;
}

function partOf(name: string, schema: Schema): ListPart | null {
  const base = { name, title: text(schema['title']) ?? name };
  switch (schema['type']) {
    case 'integer':
    case 'number':
      return { ...base, type: 'number', range: rangeOf(schema) };
    case 'string':
      if (schema['enum'] !== undefined || schema['pattern'] !== undefined) return null;
      return {
        ...base,
        type: 'text',
        shortest: number(schema['minLength']) ?? 0,
        longest: number(schema['maxLength']) ?? Infinity,
      };
    default:
      return null;
  }
}

function kindsOf(schema: Schema): DistributionKind[] {
  const options = schema['oneOf'] ?? schema['anyOf'];
  if (!Array.isArray(options)) return [];
  return options.flatMap((option) => {
    const { kind, ...numbers } = asSchema(asSchema(option)['properties']);
    const name = text(asSchema(kind)['const']);
    if (name === null) return [];
    const fields = Object.entries(numbers).map(([number, part]) => ({ name: number, ...rangeOf(asSchema(part)) }));
    return [{ kind: name, numbers: fields }];
  });
}

function rangeOf(schema: Schema): NumberRange {
  const bound = (...names: string[]) => names.map((name) => schema[name]).find((value) => typeof value === 'number');
  return {
    min: bound('minimum', 'min') ?? -Infinity,
    max: bound('maximum', 'max') ?? Infinity,
    whole: schema['type'] === 'integer',
  };
}

function asSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {};
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
