import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFault } from '../../electron/cli/input/fault.ts';
import { parseJson } from '../../electron/cli/input/json.ts';
import { readAxes } from '../../electron/cli/input/over.ts';
import { nearest } from '../../electron/cli/input/suggest.ts';
import { instant, numberOrText, valueOf } from '../../electron/cli/input/values.ts';
import { axisLength, axisValue } from '../../shared/experiment/axis-values.ts';
import { InputError } from '../../shared/scenario/problem.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the first fault of a JSON text', () => {
  const json = fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify(value, null, 1));
  const damaged = fc.tuple(
    json,
    fc.nat(),
    fc.nat(3),
    fc.constantFrom('', ',', '"', '}', ']', '\\', '0', 'e', '\n', '\u0000'),
  );

  test('is found just where the engine finds one, too', () => {
    fc.assert(fc.property(json, (text) => findFault(text) === null));
    const property = fc.property(damaged, ([text, at, cut, put]) => {
      const place = at % (text.length + 1);
      const broken = text.slice(0, place) + put + text.slice(place + cut);
      const fault = findFault(broken);
      expect(fault === null).toBe(parses(broken));
      // What stands before the fault can be gone on with.
      if (fault !== null) expect(fault.position).toBeLessThanOrEqual(broken.length);
    });
    fc.assert(property, { numRuns: 2000 });
    fc.assert(fc.property(fc.string(), (text) => (findFault(text) === null) === parses(text)));
  });

  test.each([
    ['', 0, 'a value'],
    ['{"a" 1}', 5, 'a colon'],
    ["{'a': 1}", 1, 'a name in double quotes'],
    ['{"a": 1,}', 8, 'a name in double quotes'],
    ['[1, 2', 5, 'a comma or ]'],
    ['[1 2]', 3, 'a comma or ]'],
    ['{"a": tru}', 6, 'a value'],
    ['{"a": 01}', 7, 'a comma or }'],
    ['"a', 0, 'a string that ends at its quote, line ends written \\n'],
    ['["\\x"]', 1, 'a string whose escapes are among \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX'],
    ['[1, 2] // two', 7, 'JSON, which has no comments'],
    ['[1, 2,]', 6, 'a value'],
    ['[.5]', 1, 'a value'],
    ['1 1', 2, 'the end of the text'],
    ['['.repeat(65), 64, 'nested at most 64 deep'],
  ])('%s', (text, position, limit) => {
    expect(findFault(text)).toEqual({ position, limit });
  });

  test('is told by line and column', () => {
    expect(() => parseJson('{\r\n "a": 1\r\n "b": 2}', 'x.json')).toThrow(
      'x.json: malformed JSON at line 3, column 2 (position 13): "\\"b\\": 2}" was given; it must be a comma or }',
    );
  });
});

describe('what is typed', () => {
  test.each([
    ['24', 24],
    ['-1.5e3', -1500],
    ['007', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['0x10', '0x10'],
    ['NaN', 'NaN'],
    ['Infinity', 'Infinity'],
    ['', ''],
    [' 5', ' 5'],
  ])('%j is %j', (text, value) => {
    expect(numberOrText(text)).toBe(value);
  });

  test('is JSON where it is JSON', () => {
    const typed = ['{"kind":"constant","value":1}', '[1,2]', 'true', '"5"', 'fifo', '5'];
    expect(typed.map(valueOf)).toEqual([{ kind: 'constant', value: 1 }, [1, 2], true, '5', 'fifo', 5]);
  });

  test.each([
    ['90', 90],
    ['1.5', 1.5],
    ['1:00:55', 3655],
    ['0:00:00.25', 0.25],
    ['100:00:00', 360_000],
    ['1:60:00', null],
    ['1:00', null],
    ['-1', null],
    ['1e999', null],
  ])('%s as an instant is %j s', (text, seconds) => {
    const read = () => instant('--until', text);
    if (seconds === null) expect(read).toThrow(InputError);
    else expect(read()).toBe(seconds);
  });
});

describe('what a sweep goes over', () => {
  test.each([
    ['boards=1..4', 'boards', [1, 2, 3, 4]],
    ['boards=4..1', 'boards', [4, 3, 2, 1]],
    ['boards=1..10:4', 'boards', [1, 5, 9]],
    ['master=0..0.5:0.1', 'master', [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
    ['x=-1..1', 'x', [-1, 0, 1]],
    ['x=3..3', 'x', [3]],
    ['params.opponent.mean=10,20.5', 'opponent.mean', [10, 20.5]],
    ['policy=fifo, lifo', 'policy', ['fifo', 'lifo']],
    ['x=1..1000:log4', 'x', [1, 10, 100, 1000]],
    ['x=0..1:lin5', 'x', [0, 0.25, 0.5, 0.75, 1]],
    ['x={"kind":"uniform","low":1,"high":2},55', 'x', [{ kind: 'uniform', low: 1, high: 2 }, 55]],
  ])('%s', (text, path, values) => {
    const [axis] = readAxes([text]);
    expect(axis!.path).toBe(path);
    expect(Array.from({ length: axisLength(axis!) }, (_, i) => axisValue(axis!, i))).toEqual(values);
  });

  test.each([
    'x',
    '=1',
    'x=',
    'x=1,,2',
    'x=1..',
    'x=1..2:0',
    'x=1..2:-1',
    'x=a..b',
    'x=0..1e6',
    'x=0..9:log3',
    'x=1..9:log0',
  ])('%s is refused', (text) => {
    expect(() => readAxes([text])).toThrow(/^--over: /);
  });
});

describe('did you mean', () => {
  const words = ['round-robin', 'fifo', 'lifo', 'random', 'fewest-left', 'most-left'];
  test.each([
    ['fifi', 'fifo'],
    ['FIFO', 'fifo'],
    ['roundrobin', 'round-robin'],
    ['rnadom', 'random'],
    ['most_left', 'most-left'],
    ['shortest', null],
    ['', null],
    ['x'.repeat(1e6), null],
  ])('%s', (word, meant) => {
    expect(nearest(word, words)).toBe(meant);
  });
});
