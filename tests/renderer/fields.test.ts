import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from '../../renderer/params/fields.ts';
import { choice, count, distribution, flag, list, optional, parameters } from '../../shared/scenario/fields.ts';

const json = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any' }) as Record<string, unknown>;

describe('a form from a JSON schema', () => {
  test('has a control for each parameter, chosen by its metadata', () => {
    const schema = parameters({
      boards: count({ title: 'Boards', unit: 'boards', structural: true }, { min: 1, max: 10_000 }),
      reply: distribution({ title: 'Time for a reply', unit: 's', help: 'Each.' }, { min: 0, max: 60 }),
      policy: choice({ title: 'Whom next' }, ['fifo', 'lifo']),
      capacity: optional({ title: 'Capacity' }, { min: 1, max: 9 }, 'unbounded'),
      ordered: flag({ title: 'Ordered' }),
      thresholds: z.array(z.int()).meta({ title: 'Thresholds', kind: 'list' }),
      pairs: z.array(z.tuple([z.int(), z.int()])).meta({ title: 'Pairs' }),
    });
    expect(
      fieldsOf(json(schema)).map(({ path, control, title, unit, structural, help }) => [
        path,
        control,
        title,
        unit,
        structural,
        help,
      ]),
    ).toEqual([
      ['boards', 'number', 'Boards', 'boards', true, null],
      ['reply', 'distribution', 'Time for a reply', 's', false, 'Each.'],
      ['policy', 'choice', 'Whom next', null, false, null],
      ['capacity', 'optional', 'Capacity', null, false, null],
      ['ordered', 'flag', 'Ordered', null, false, null],
      ['thresholds', 'list', 'Thresholds', null, false, null],
      ['pairs', 'json', 'Pairs', null, false, null],
    ]);
  });

  test('knows the range of a count', () => {
    const [field] = fieldsOf(json(parameters({ n: count({ title: 'N' }, { min: 2, max: 9 }) })));
    expect(field).toMatchObject({ control: 'number', range: { min: 2, max: 9, whole: true } });
  });

  test('knows every kind of a distribution with its numbers and their ranges', () => {
    const [field] = fieldsOf(json(parameters({ d: distribution({ title: 'D' }, { min: 1, max: 60 }) })));
    if (field?.control !== 'distribution') throw new Error('no distribution');
    expect(field.kinds.map(({ kind, numbers }) => `${kind}: ${numbers.map(({ name }) => name).join(' ')}`)).toEqual([
      'constant: value',
      'uniform: low high',
      'exponential: mean',
      'integer: low high',
      'normal: mean sd',
      'lognormal: mu sigma',
      'triangular: low mode high',
    ]);
    expect(field.kinds[3]!.numbers[0]).toEqual({ name: 'low', min: 1, max: 60, whole: true });
    expect(field.kinds[5]!.numbers[1]).toEqual({ name: 'sigma', min: 0, max: 5, whole: false });
  });

  test('knows what the entries of a list are made of, and how many there may be', () => {
    const rocket = z.strictObject({
      label: z.string().min(1).max(24),
      length: z.int().min(0).max(9),
      delay: z.number(),
    });
    const schema = parameters({
      thresholds: list({ title: 'Thresholds' }, z.int().min(-5).max(5), { min: 1, max: 1000, what: 'thresholds' }),
      rockets: list({ title: 'Rockets' }, rocket, { min: 2, max: 10, what: 'rockets' }),
      nested: list({ title: 'Nested' }, z.array(z.int()), { min: 0, max: 1, what: 'lists' }),
    });
    const [thresholds, rockets, nested] = fieldsOf(json(schema));
    const number = { name: '', title: '', type: 'number', range: { min: -5, max: 5, whole: true } };
    expect(thresholds).toMatchObject({ control: 'list', least: 1, most: 1000, parts: [number] });
    expect(rockets).toMatchObject({
      control: 'list',
      parts: [
        { name: 'label', type: 'text', shortest: 1, longest: 24 },
        { name: 'length', type: 'number', range: { min: 0, max: 9, whole: true } },
        { name: 'delay', type: 'number', range: { whole: false } },
      ],
    });
    expect(nested?.control).toBe('json');
  });

  test('has no fields for a schema that is no object', () => {
    expect(fieldsOf({ type: 'string' })).toEqual([]);
  });
});
