import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { draftOf, readDraft, readsAs, withKind } from '../../renderer/params/draft.ts';
import { fieldsOf, type FieldOf } from '../../renderer/params/fields.ts';
import { readNumber, readSeed } from '../../renderer/params/read.ts';
import { fromSlider, SLIDER_STEPS, sliderRange, toSlider } from '../../renderer/params/scale.ts';
import { valueText } from '../../renderer/params/value-text.ts';
import { distribution, parameters } from '../../shared/scenario/fields.ts';
import { mean } from '../../shared/theory/distribution.ts';

const schema = parameters({ d: distribution({ title: 'D', unit: 's' }, { min: 0, max: 1000 }) });
const [field] = fieldsOf(z.toJSONSchema(schema, { unrepresentable: 'any' })) as [FieldOf<'distribution'>];
const { kinds } = field;

describe('a number that is typed', () => {
  const range = { min: 0, max: 100, whole: false };

  test.each(['', '-', '5.', '1e', '5x', '--5', '101', '-1', 'Infinity', '0x10', '1 2'])('%j is none', (typed) => {
    expect(readNumber(typed, range)).toEqual({ ok: false, limit: 'a number from 0 to 100' });
  });

  test.each([
    ['5', 5],
    [' 5 ', 5],
    ['0.50', 0.5],
    ['.5', 0.5],
    ['1e1', 10],
    ['+7', 7],
  ] as const)('%j is %d', (typed, value) => {
    expect(readNumber(typed, range)).toEqual({ ok: true, value });
  });

  test('must be whole where only whole ones are allowed', () => {
    const whole = { min: 1, max: 10, whole: true };
    expect(readNumber('2.5', whole)).toEqual({ ok: false, limit: 'a whole number from 1 to 10' });
    expect(readNumber('3.0', whole)).toEqual({ ok: true, value: 3 });
  });

  test('a seed may be longer than a double', () => {
    expect(readSeed('123456789012345678901234567890')).toEqual({ ok: true, value: '123456789012345678901234567890' });
    expect(readSeed('1.5').ok).toBe(false);
  });
});

describe('a distribution that is being written', () => {
  test('says which of its numbers are wrong, in the words of the host', () => {
    const given = readDraft({ kind: 'uniform', numbers: { low: '5', high: 'x' } }, kinds);
    expect(given).toEqual({ ok: false, limits: { high: 'a number from 0 to 1000' } });
    expect(readDraft({ kind: 'uniform', numbers: { low: '5', high: '4' } }, kinds)).toEqual({
      ok: false,
      limits: { high: 'at least low' },
    });
    const outside = { kind: 'triangular', numbers: { low: '1', mode: '9', high: '4' } };
    expect(readDraft(outside, kinds)).toEqual({ ok: false, limits: { mode: 'between low and high' } });
  });

  test('refuses what the host refuses, and nothing else', () => {
    const number = fc.oneof(fc.integer({ min: -5, max: 1100 }), fc.double({ min: -1, max: 6, noNaN: true }));
    const draft = fc.constantFrom(...kinds).chain(({ kind, numbers }) =>
      fc.tuple(...numbers.map(() => number)).map((values) => ({
        kind,
        numbers: Object.fromEntries(numbers.map(({ name }, place) => [name, String(values[place])])),
      })),
    );
    fc.assert(
      fc.property(draft, (each) => {
        const values = Object.entries(each.numbers).map(([name, text]) => [name, Number(text)]);
        const wanted = schema.safeParse({ d: { kind: each.kind, ...(Object.fromEntries(values) as object) } });
        const reading = readDraft(each, kinds);
        expect(reading.ok).toBe(wanted.success);
        if (reading.ok) expect(reading.value).toEqual(wanted.data!.d);
      }),
    );
  });

  test('keeps its mean, about, when the kind changes', () => {
    for (const { kind } of kinds) {
      const reading = readDraft(withKind(draftOf({ kind: 'constant', value: 55 }), kind, kinds), kinds);
      if (!reading.ok) throw new Error(kind);
      expect(Math.abs(mean(reading.value) - 55), kind).toBeLessThan(1);
    }
  });

  test('reads as a value however that is written', () => {
    expect(readsAs({ kind: 'constant', numbers: { value: '5.0' } }, 5, kinds)).toBe(true);
    expect(readsAs({ kind: 'constant', numbers: { value: '5.' } }, 5, kinds)).toBe(false);
  });

  test('is told in a line', () => {
    expect(valueText({ kind: 'constant', value: 30 }, field)).toBe('30 s');
    expect(valueText({ kind: 'exponential', mean: 55 }, field)).toBe('exponential, mean 55 s');
  });
});

describe('a slider', () => {
  test('comes back to about the value it was put to, from end to end', () => {
    const range = { min: 1, max: 1000, whole: true };
    expect([fromSlider(0, range), fromSlider(SLIDER_STEPS, range)]).toEqual([1, 1000]);
    for (const value of [1, 2, 12, 24, 48, 240, 999]) {
      expect(Math.abs(fromSlider(toSlider(value, range), range) - value) / value, String(value)).toBeLessThan(0.02);
    }
  });

  test('goes as far as is of use, and never beyond what is allowed', () => {
    expect(sliderRange({ min: 1, max: 10_000, whole: true }, 24, 24).max).toBe(1000);
    expect(sliderRange({ min: 1, max: 10_000, whole: true }, 5000, 24).max).toBe(10_000);
    expect(sliderRange({ min: 0, max: 20, whole: false }, 5, 5).max).toBe(20);
  });
});
