import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countdown } from '../../electron/workloads/countdown.ts';
import { makerandom } from '../../electron/workloads/makerandom.ts';
import { fieldsOf, type FieldOf } from '../../renderer/params/fields.ts';
import {
  firstWrong,
  listDraftOf,
  readList,
  withEntry,
  withMoved,
  withoutEntry,
} from '../../renderer/params/list-draft.ts';
import { PAGE, pageOf } from '../../renderer/params/pages.ts';
import { valueText } from '../../renderer/params/value-text.ts';
import { entries } from './lanes.ts';

function listOf(workload: string): FieldOf<'list'> {
  const [field] = fieldsOf(entries.find(({ id }) => id === workload)!.schema);
  if (field?.control !== 'list') throw new Error(`${workload} has no list`);
  return field;
}
const [thresholds, rockets] = [listOf('makerandom'), listOf('countdown')];
const three = countdown.defaults.rockets;

describe('a list that is being written', () => {
  test('reads as the value it was made from', () => {
    expect(readList(listDraftOf([9, 8, 7], thresholds), thresholds)).toEqual({ ok: true, value: [9, 8, 7] });
    expect(readList(listDraftOf(three, rockets), rockets)).toEqual({ ok: true, value: three });
  });

  test('says at which entry, and at which part of it, something cannot stand, and what can', () => {
    expect(readList([['9'], ['x'], ['1001']], thresholds)).toEqual({
      ok: false,
      limits: { 1: 'a whole number from -1000 to 1000', 2: 'a whole number from -1000 to 1000' },
    });
    const wrong = readList(
      [
        ['A', '5', '0'],
        ['', '-1', '2'],
      ],
      rockets,
    );
    expect(wrong).toEqual({
      ok: false,
      limits: { '1.label': 'a text of 1 to 24 characters', '1.length': 'a whole number from 0 to 100000' },
    });
    expect(wrong.ok ? -1 : firstWrong(wrong.limits)).toBe(1);
    expect(firstWrong({ '': 'a list of 1 to 3 rockets' })).toBe(-1);
  });

  test('refuses what the host refuses, and nothing else', () => {
    const typed = fc.oneof(fc.integer({ min: -1100, max: 1100 }).map(String), fc.constantFrom('', '-', '1.5', 'x'));
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 5 }), (texts) => {
        const reading = readList(
          texts.map((text) => [text]),
          thresholds,
        );
        const numbers = texts.map((text) => (text === '' ? NaN : Number(text)));
        expect(reading.ok).toBe(makerandom.schema.safeParse({ thresholds: numbers }).success);
      }),
    );
  });

  test('grows by an entry like its last one, which can stand there at once', () => {
    expect(withEntry(listDraftOf([9, 8], thresholds), thresholds)).toEqual([['9'], ['8'], ['8']]);
    const first = readList(withEntry([], rockets), rockets);
    expect(first.ok && countdown.schema.safeParse({ rockets: first.value }).success).toBe(true);
  });

  test('loses an entry, and moves one anywhere, but not beyond its ends', () => {
    const draft = [['a'], ['b'], ['c']];
    expect(withoutEntry(draft, 1)).toEqual([['a'], ['c']]);
    expect(withMoved(draft, 0, 2)).toEqual([['b'], ['c'], ['a']]);
    expect(withMoved(draft, 2, 1)).toEqual([['a'], ['c'], ['b']]);
    expect(withMoved(draft, 0, 9)).toEqual([['b'], ['c'], ['a']]);
  });

  test('is shown a page at a time', () => {
    expect([0, PAGE - 1, PAGE, 999, -1].map(pageOf)).toEqual([0, 0, PAGE, Math.floor(999 / PAGE) * PAGE, 0]);
  });
});

test('a list is told in a line, a long one by its beginning', () => {
  expect(valueText([9, 8, 7], thresholds)).toBe('9, 8, 7');
  expect(valueText(three, rockets)).toBe('A 5 0, B 3 2, C 4 1');
  expect(valueText([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], thresholds)).toBe('1, 2, 3, 4, 5, 6, 7, 8 and 2 more');
});
