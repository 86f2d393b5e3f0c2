import { expect, test } from 'vitest';
import { window as words } from '../../renderer/words/en/window.ts';
import { commandOf, type Command, type Focus } from '../../renderer/views/keys.ts';

const nowhere: Focus = { typing: false, pressing: false, inside: false };

function check(keys: string, focus: Partial<Focus> = {}): Command | null {
  const parts = keys.split('-');
  const key = parts.at(-1) === '' ? '-' : parts.at(-1)!;
  const held = (name: string) => parts.slice(0, -1).includes(name);
  const press = { key, ctrlKey: held('ctrl'), metaKey: held('meta'), altKey: held('alt'), shiftKey: held('shift') };
  return commandOf(press, { ...nowhere, ...focus });
}

test('each key has its command', () => {
  const keys = [
    ' ',
    'ArrowRight',
    'ArrowLeft',
    '+',
    '=',
    '-',
    'r',
    'R',
    'o',
    'p',
    'c',
    'l',
    '?',
    'Escape',
    'ctrl-z',
    'meta-z',
    'ctrl-shift-z',
    'ctrl-y',
    's',
    'n',
    't',
    'm',
    'f',
    'x',
  ];
  expect(keys.map((key) => check(key))).toEqual([
    'play', 'step', 'step-back', 'faster', 'faster', 'slower', 'restart', 'restart', 'programs', 'parameters', 'charts', 'listing', 'help',
    'close', 'undo', 'undo', 'redo', 'redo', 'speed', 'lanes', 'theme', 'timeline', 'full-screen', null,
  ]); // prettier-ignore
});

test('keys of the browser are left to it', () => {
  expect(['ctrl-r', 'meta-c', 'ctrl-p', 'alt-ArrowLeft', 'ctrl-shift-y', 'ctrl-f'].map((key) => check(key))).toEqual(
    Array(6).fill(null),
  );
});

test('every letter that is a command stands in the list of keys', () => {
  const listed = words.keys.flatMap(([key]) => key!.split(' ')).map((key) => key.toLowerCase());
  const letters = [...'abcdefghijklmnopqrstuvwxyz?'].filter((letter) => check(letter) !== null);
  expect(letters.filter((letter) => !listed.includes(letter))).toEqual([]);
  expect(letters.length).toBeGreaterThan(10);
});

test("what is typed into a field is nobody else's", () => {
  expect([' ', 'r', '-', 'ArrowLeft', 'ctrl-z'].map((key) => check(key, { typing: true }))).toEqual(
    Array(5).fill(null),
  );
});

test('Space presses the control that the keyboard is on', () => {
  expect(check(' ', { pressing: true })).toBe(null);
  expect(check('r', { pressing: true })).toBe('restart');
});

test('what is open in front keeps its keys, but for Space', () => {
  expect(['ArrowLeft', 'Escape', 'p', ' '].map((key) => check(key, { inside: true }))).toEqual([
    null,
    null,
    null,
    'play',
  ]);
});
