import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Session } from '../../electron/session/session.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { count, list, ofPlainNumber, parameters } from '../../shared/scenario/fields.ts';
import { InputError, PROBLEMS_MAX } from '../../shared/scenario/problem.ts';
import { EDITS_MAX, readScenario, type ScenarioInput, type WorkloadShape } from '../../shared/scenario/scenario.ts';
import { exhibition } from '../support/sessions.ts';

/** A workload whose schema counts how often each of its parameters is looked at. */
function counted() {
  const looks = { edited: 0, other: 0, entry: 0 };
  const counter = (name: keyof typeof looks, good: (value: unknown) => boolean) =>
    z.custom<unknown>((value) => (looks[name]++, good(value)), { error: `a good ${name}` });
  const schema = parameters({
    edited: counter('edited', (value) => typeof value === 'number'),
    other: counter('other', () => true),
    entries: list(
      { title: 'Entries' },
      counter('entry', (value) => value !== 'bad'),
      { min: 0, max: 20_000, what: 'entries' },
    ),
  });
  const shape: WorkloadShape<unknown> = {
    ...exhibition,
    schema,
    defaults: { edited: 1, other: 1, entries: ['a', 'b', 'c'] },
  };
  return { looks, shape };
}

const refusal = (input: ScenarioInput, shape: WorkloadShape<unknown>): InputError => {
  try {
    readScenario(input, shape);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('it was read');
};

test('a thousand edits look at what they edit a thousand times, and once at everything else', () => {
  const { looks, shape } = counted();
  const edits = Array.from({ length: 1000 }, (_, at) => ({ at, path: 'edited', value: at }));
  readScenario({ workload: 'exhibition', edits }, shape);
  expect(looks).toEqual({ edited: 1001, other: 1, entry: 3 });
});

test('an edit inside a list looks at that entry alone', () => {
  const { looks, shape } = counted();
  const edits = Array.from({ length: 100 }, (_, at) => ({ at, path: 'entries.1', value: at }));
  readScenario({ workload: 'exhibition', edits }, shape);
  expect(looks).toEqual({ edited: 1, other: 1, entry: 103 });
});

test('one more edit of a session with many looks at that edit alone, as does its undoing', () => {
  let looks = 0;
  const schema = exhibition.schema as unknown as z.ZodObject;
  const watched: Workload<unknown> = {
    ...exhibition,
    schema: new z.ZodObject({
      ...schema.def,
      shape: {
        ...schema.shape,
        master: z.preprocess((value) => (looks++, value), schema.shape['master'] as z.ZodType),
      },
    }),
  };
  const edits = Array.from({ length: 500 }, () => ({ at: 0, path: 'master', value: 3 }));
  const session = new Session([watched], {
    scenario: { workload: 'exhibition', params: { boards: 2 }, edits },
    lanes: [{ model: 'asynchronous' }, { model: 'threads' }],
  });
  expect(looks).toBe(501);
  session.edit('master', 4, 0);
  session.edit('opponent', 4, 0);
  expect(session.info.params).toMatchObject({ master: { value: 4 }, opponent: { value: 4 } });
  session.undo(0);
  expect([looks, session.info.edits.length]).toEqual([502, 500]);
});

test('of many problems the first twenty are listed and the rest counted', () => {
  const { looks, shape } = counted();
  const entries = Array.from({ length: 9000 }, () => 'bad');
  const error = refusal({ workload: 'exhibition', params: { entries } }, shape);
  expect([error.problems.length, error.more, looks.entry]).toEqual([PROBLEMS_MAX, 9000 - PROBLEMS_MAX, 9000]);
  expect(error.problems[19]).toMatchObject({ path: 'params.entries.19', value: 'bad', limit: 'a good entry' });
});

test('a list that is too long is not looked into', () => {
  const { looks, shape } = counted();
  const entries = Array.from({ length: 20_001 }, () => 'bad');
  const error = refusal({ workload: 'exhibition', params: { entries } }, shape);
  expect([error.problems.map(({ path, limit }) => [path, limit]), looks.entry]).toEqual([
    [['params.entries', 'a list of 0 to 20000 entries']],
    0,
  ]);
});

test.each<[name: string, input: object, first: string, more: number]>([
  [
    '130,000 edits',
    { edits: Array(130_000).fill(7) },
    `edits: "130000 edits" was given; it must be at most ${EDITS_MAX} edits`,
    0,
  ],
  [
    '25,000 bad edits',
    { edits: Array(25_000).fill(7) },
    'edits.0: 7 was given; it must be an edit: at, path, value',
    24_980,
  ],
  [
    'an edit with a path of 5,000 parts',
    { edits: [{ at: 0, path: Array(5000).fill('a').join('.'), value: 1 }] },
    'path: "a.a.',
    0,
  ],
  [
    'an edit with a path of 9 parts',
    { edits: [{ at: 0, path: 'a.b.c.d.e.f.g.h.i', value: 1 }] },
    'path: "a.b.c.d.e.f.g.h.i" was given; it must be at most 8 names',
    0,
  ],
  [
    'unknown parameters',
    { params: Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`p${n}`, n])) },
    'params.p0: 0 was given; it must be one of',
    80,
  ],
])('%s are refused in one line', (_, input, first, more) => {
  const error = refusal({ workload: 'exhibition', ...input }, exhibition);
  expect(error.message.startsWith(first)).toBe(true);
  expect([error.message.length < 300, error.more]).toEqual([true, more]);
});

test('a number that needs no schema is what the schema makes of it', () => {
  const fields = workloads.flatMap(
    ({ schema }) => Object.values((schema as unknown as z.ZodObject).shape) as z.ZodType[],
  );
  const numbers = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, 0, 1, 10_000, 1e6, 1e6 + 1));
  fc.assert(
    fc.property(fc.constantFrom(...fields, count({ title: 'n' }, { min: 0, max: 9 })), numbers, (field, value) => {
      const plain = ofPlainNumber(field, value);
      if (plain !== undefined) expect(plain).toEqual(field.parse(value));
    }),
    { numRuns: 500 },
  );
});
