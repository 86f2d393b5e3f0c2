import { describe, expect, test } from 'vitest';
import { bar } from '../../electron/cli/output/bar.ts';
import { clock, figure, inSeconds, percent, span, times } from '../../electron/cli/output/clock.ts';
import { csvLine } from '../../shared/csv.ts';
import { inLook, lookOf, type Look } from '../../electron/cli/output/look.ts';
import { Progress } from '../../electron/cli/output/progress.ts';
import { table, wrapped } from '../../electron/cli/output/table.ts';

const look: Look = { width: 80, unicode: true, color: false };
const ascii: Look = { ...look, unicode: false };

describe('figures', () => {
  test.each([
    [0, '0 s', '0:00:00'],
    [0.004, '0.004 s', '0:00:00'],
    [0.0425, '0.0425 s', '0:00:00'],
    [0.00001234, '0.0000123 s', '0:00:00'],
    [1e-9, '1e-9 s', '0:00:00'],
    [0.125, '0.13 s', '0:00:00.1'],
    [5.5, '5.5 s', '0:00:05.5'],
    [59.994, '59.99 s', '0:01:00'],
    [59.996, '0:01:00', '0:01:00'],
    [60, '0:01:00', '0:01:00'],
    [3655, '1:00:55', '1:00:55'],
    [3599.6, '0:59:59.6', '0:59:59.6'],
    [43200, '12:00:00', '12:00:00'],
    [360_000, '100:00:00', '100:00:00'],
    [-5, '-5 s', '-0:00:05'],
  ])('%d s is %s, on a clock %s', (seconds, asSpan, onClock) => {
    expect([span(seconds), clock(seconds)]).toEqual([asSpan, onClock]);
  });

  test('are set as people read them', () => {
    expect([inSeconds(60), figure(1440), figure(1234567), figure(999)]).toEqual(['60 s', '1,440', '1,234,567', '999']);
    expect([percent(0.98495), times(11.8194), times(123.4), times(Infinity)]).toEqual(['98.5%', '11.8×', '123×', '∞']);
  });
});

describe('bars', () => {
  test('are as long as their share, to an eighth', () => {
    const shares = [0, 0.001, 0.05, 0.5, 0.99, 1, 2, -1];
    expect(shares.map((share) => bar(look, share, 10))).toEqual([
      '', '▏', '▌', '█████', '█████████▉', '██████████', '██████████', '',
    ]); // prettier-ignore
    expect(shares.map((share) => bar(ascii, share, 10).length)).toEqual([0, 1, 1, 5, 10, 10, 10, 0]);
  });
});

describe('looks', () => {
  test.each([
    [{}, {}, { width: 80, unicode: process.platform === 'darwin', color: false }],
    [{ columns: 132, isTTY: true }, { LANG: 'en_US.UTF-8' }, { width: 132, unicode: true, color: true }],
    [
      { columns: 40, isTTY: true },
      { LANG: 'de_DE.utf8', NO_COLOR: '1' },
      { width: 80, unicode: true, color: false },
    ],
    [{ isTTY: true }, { LANG: 'C.UTF-8', LC_ALL: 'C', TERM: 'dumb' }, { width: 80, unicode: false, color: false }],
    [{}, { COLUMNS: '100', LC_CTYPE: 'UTF-8' }, { width: 100, unicode: true, color: false }],
    [{}, { COLUMNS: 'wide', LANG: 'C' }, { width: 80, unicode: false, color: false }],
    [
      { isTTY: true, columns: 0 },
      { LANG: 'C', NO_COLOR: '' },
      { width: 80, unicode: false, color: true },
    ],
  ])('%j with %j', (stream, env, wanted) => {
    expect(lookOf(stream, env)).toEqual(wanted);
  });

  test('a terminal that knows ASCII only gets ASCII only', () => {
    expect(inLook(ascii, 'Judit Polgár – 11.8× ∞ …\u001b[1m▏')).toBe('Judit Polgar - 11.8x inf ...\u001b[1m?');
  });
});

describe('tables', () => {
  const columns = [{ head: 'name', left: true }, { head: 'of\nthem' }];
  const rows = [
    { cells: ['one', '1'], share: 1 },
    { cells: ['twelve', '12'], share: 0.5 },
  ];

  test('lean figures to the right and draw bars where there is room', () => {
    expect(table({ ...look, width: 34 }, columns, rows)).toEqual([
      '          of',
      'name    them',
      'one        1  ████████████████████',
      'twelve    12  ██████████',
    ]);
  });

  test('draw bars below where there is none', () => {
    expect(table({ ...look, width: 20 }, columns, rows)).toEqual([
      '          of',
      'name    them',
      'one        1',
      '████████████████████',
      'twelve    12',
      '██████████',
    ]);
  });

  test('sentences are broken between words', () => {
    expect(wrapped('one two three'.split(' '), 7)).toEqual(['one two', 'three']);
    expect(wrapped(['incomprehensible'], 7)).toEqual(['incomprehensible']);
  });
});

test('CSV puts in quotes what has to be', () => {
  expect(csvLine([1, 'a,b', 'say "x"', 'two\nlines', null, undefined, { a: 1 }, ''])).toBe(
    '1,"a,b","say ""x""","two\nlines",,,"{""a"":1}",\r\n',
  );
});

describe('a progress bar', () => {
  /** What a bar draws at these moments, of a run that is half done. */
  const drawn = (isTTY: boolean, momentsMs: number[], env: NodeJS.ProcessEnv = { LANG: 'C', NO_COLOR: '1' }) => {
    let now = 0;
    const written: string[] = [];
    const screen = { isTTY, columns: 60, write: (text: string) => written.push(text) };
    const progress = new Progress(screen, () => now, env);
    for (const moment of momentsMs) {
      now = moment;
      progress.show(0.5, 'half way, or so one thinks');
    }
    progress.end();
    return written;
  };
  const half = `\r\u001b[2K${'#'.repeat(15)}${' '.repeat(15)}  50%  half way, or so one th`;

  test('appears after a second, moves at most ten times a second, and goes away', () => {
    expect(drawn(true, [0, 999, 1000, 1050, 1100])).toEqual([half, half, '\r\u001b[2K']);
  });

  test('does not appear for a short run, away from a terminal, or on a dumb one', () => {
    expect(drawn(true, [0, 999])).toEqual([]);
    expect(drawn(false, [0, 5000])).toEqual([]);
    expect(drawn(true, [0, 5000], { TERM: 'dumb' })).toEqual([]);
  });
});
