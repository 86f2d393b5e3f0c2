import { expect, test } from 'vitest';
import { TextRuns } from '../../renderer/picture/text-runs.ts';

/** A 1 is 4 wide, every other digit 6, letters 5 each. What has been measured is noted. */
function measuring() {
  const measured: string[] = [];
  const runs = new TextRuns((font, text) => {
    measured.push(`${font} ${text}`);
    return /^\d$/.test(text) ? (text === '1' ? 4 : 6) : 5 * text.length;
  });
  return { runs, measured };
}

test('digits stand in cells as wide as the widest of them, letters side by side', () => {
  const { runs } = measuring();
  expect(runs.run('a', 'ab 12')).toEqual({
    width: 27,
    parts: [
      { text: 'ab ', x: 0 },
      { text: '1', x: 16 },
      { text: '2', x: 21 },
    ],
  });
  expect(runs.run('a', '').width).toBe(0);
});

test('a text is measured once in each font, however often it is asked for', () => {
  const { runs, measured } = measuring();
  const first = runs.run('a', 'move 7');
  const once = [...measured];
  expect(runs.run('a', 'move 7')).toBe(first);
  expect(measured).toEqual(once);
  runs.run('b', 'move 7');
  expect(measured.slice(once.length).every((each) => each.startsWith('b '))).toBe(true);
});

test('many texts are not kept for ever, and come out the same again', () => {
  const { runs } = measuring();
  const first = runs.run('a', 'text 1');
  for (let text = 0; text < 10_000; text++) runs.run('a', `text ${text}`);
  expect(runs.run('a', 'text 1')).not.toBe(first);
  expect(runs.run('a', 'text 1')).toEqual(first);
});
