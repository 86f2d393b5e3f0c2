// The colours of code: every piece is something, and together they are the text again.
import { expect, test } from 'vitest';
import { indentOf, tokensOf, type Language, type Token } from '../../renderer/listing/tokens.ts';
import { flagsOf } from '../../shared/listing/listing.ts';
import { Texts } from '../../shared/listing/texts.ts';
import { entries } from './lanes.ts';

/** What is no plain text, as "kind:text". */
function told(text: string, language: Language = 'python'): string[] {
  return tokensOf(text.split('\n'), language)
    .flat()
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => `${kind}:${text}`);
}

test('keywords, calls, strings, numbers and comments are told apart', () => {
  expect(told('    await asyncio.sleep(55)  # the opponent thinks')).toEqual([
    'word:await', 'call:sleep', 'number:55', 'note:# the opponent thinks',
  ]); // prettier-ignore
  expect(told('for x1 in (0.25, 1e6): print(f"{x1} # not a comment", \'it\\\'s\')')).toEqual([
    'word:for', 'word:in', 'number:0.25', 'number:1e6', 'call:print', 'string:f"{x1} # not a comment"', "string:'it\\'s'",
  ]); // prettier-ignore
  expect(told('const a = `x ${b}`; // not "a string"\nyield* go(1);', 'typescript')).toEqual([
    'word:const', 'string:`x ${b}`', 'note:// not "a string"', 'word:yield', 'call:go', 'number:1',
  ]); // prettier-ignore
});

test('a comment of several lines ends where it ends', () => {
  expect(told('/** One\n * return 2\n */ return 3;', 'typescript')).toEqual([
    'note:/** One', 'note: * return 2', 'note: */', 'word:return', 'number:3',
  ]); // prettier-ignore
  expect(told('/* all */ return 1;', 'typescript')).toEqual(['note:/* all */', 'word:return', 'number:1']);
});

test('the pieces of every program are its text again', () => {
  const joined = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join('');
  for (const { texts, defaults, source } of entries) {
    const all = new Texts(texts);
    for (const model of all.models) {
      const lines = all.listing(model).lines(flagsOf(null, defaults), { ...defaults, workers: 3 });
      const python = lines.map(({ text }) => text);
      expect(tokensOf(python, 'python').map(joined)).toEqual(python);
    }
    expect(tokensOf(source.split('\n'), 'typescript').map(joined)).toEqual(source.split('\n'));
  }
});

test('what does not fit goes in two characters further', () => {
  const indents = tokensOf(['    a = 1', 'b()', ''], 'python').map((tokens) => indentOf(tokens));
  expect(indents).toEqual([6, 2, 2]);
});
