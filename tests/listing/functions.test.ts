import { describe, expect, test } from 'vitest';
import { Functions } from '../../shared/listing/functions.ts';

const lines = `
def numbers(n):
    for k in range(n):

        yield k

def plain(n):
    return n

def outer(n):
    total = yield from numbers(n)
    return total

async def main():
    values = outer(3)
    first = plain(2)
    while True:
        value = next(values)
        values.send(value)
    for value in numbers(3):
        print(value)

main()
`
  .split('\n')
  .slice(1);
const functions = new Functions(lines);
const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;

describe('the functions of a listing', () => {
  test('a function lasts as long as the lines behind its head are indented more', () => {
    const owners = lines.map((_, index) => functions.owner(index + 1));
    expect(owners).toEqual([
      ...Array<string>(4).fill('numbers'),
      null,
      ...['plain', 'plain'],
      null,
      ...['outer', 'outer', 'outer'],
      null,
      ...Array<string>(8).fill('main'),
      ...[null, null, null],
    ]);
    expect([functions.owner(0), functions.owner(99)]).toEqual([null, null]);
  });

  test('one that yields is a generator', () => {
    expect(['numbers', 'plain', 'outer', 'main', 'nobody'].map((name) => functions.isGenerator(name))).toEqual([
      true, false, true, false, false,
    ]); // prettier-ignore
  });

  test('a line is told without the spaces before it', () => {
    expect(functions.text(4)).toBe('yield k');
    expect([functions.text(0), functions.text(99), functions.head('outer'), functions.head('nobody')]).toEqual([
      '', '', 9, 0,
    ]); // prettier-ignore
    expect(functions.longest).toBe('total = yield from numbers(n)'.length);
  });

  test('a caller stands at the next() that enters a generator, at the loop over it, or where a function is called', () => {
    const waits = (callee: string, text: string) => functions.waitsAt('main', callee, lineOf(text));
    expect(waits('outer', 'values = outer')).toBe(lineOf('next(values)'));
    expect(waits('outer', 'values.send')).toBe(lineOf('values.send'));
    expect(waits('numbers', 'for value in')).toBe(lineOf('for value in'));
    expect(waits('plain', 'plain(2)')).toBe(lineOf('plain(2)'));
  });

  test('where that is not known it is the line with the call', () => {
    expect(functions.waitsAt('outer', 'numbers', 0)).toBe(lineOf('yield from'));
    expect(functions.waitsAt('plain', 'numbers', 0)).toBe(0);
  });
});
