import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldsOf } from '../../renderer/params/fields.ts';
import { choice, count, distribution, optional, parameters } from '../../shared/scenario/fields.ts';

const json = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any' }) as Record<string, unknown>;

describe('a form from a JSON schema', () => {
  test('has a control for each parameter, chosen by its metadata', () => {
    const schema = parameters({
      boards: count({ title: 'Boards', unit: 'boards', structural: true }, { min: 1, max: 10_000 }),
      reply: distribution({ title: 'Time for a reply', unit: 's', help: 'Each.' }, { min: 0, max: 60 }),
      policy: choice({ title: 'Whom next' }, ['fifo', 'lifo']),
      capacity: optional({ title: 'Capacity' }, { min: 1, max: 9 }, 'unbounded'),
      thresholds: z.array(z.int()).meta({ title: 'Thresholds', kind: 'list' }),
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
      ['boards', 'count', 'Boards', 'boards', true, null],
      ['reply', 'distribution', 'Time for a reply', 's', false, 'Each.'],
      ['policy', 'choice', 'Whom next', null, false, null],
      ['capacity', 'optional', 'Capacity', null, false, null],
      ['thresholds', 'json', 'Thresholds', null, false, null],
    ]);
  });

  test('knows the range of a count', () => {
    const [field] = fieldsOf(json(parameters({ n: count({ title: 'N' }, { min: 2, max: 9 }) })));
    expect(field).toMatchObject({ control: 'count', range: { min: 2, max: 9, whole: true } });
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

  test('has no fields for a schema that is no object', () => {
    expect(fieldsOf({ type: 'string' })).toEqual([]);
  });
});
