import { describe, expect, test } from 'vitest';
import { labelledTicks, placeFlags, ticks, tickText, type Finish } from '../../renderer/views/flags.ts';

const words = {
  alone: (title: string, at: number) => `${title} ends ${at}`,
  among: (titles: string, at: number) => `${titles} ${at}`,
};

function check(finishes: Record<string, number>, end: number, width = 600): string[] {
  const given: Finish[] = Object.entries(finishes).map(([title, at]) => ({ title, at }));
  const rail = {
    x: (at: number) => (at / end) * width,
    width: (text: string) => text.length * 6,
    limits: [0, width] as const,
  };
  return placeFlags(given, rail, words).map(({ at, side, row, text }) => `${at} ${side} ${row} ${text ?? '-'}`);
}

describe('flags on the rail', () => {
  test('are labelled inwards', () => {
    expect(check({ sync: 43_200, async: 3655 }, 43_200)).toEqual([
      '3655 right 0 async ends 3655',
      '43200 left 0 sync ends 43200',
    ]);
  });

  test('are shared by lanes that end together', () => {
    expect(check({ sync: 1800, async: 1800 }, 1800)).toEqual(['1800 left 0 sync, async 1800']);
  });

  test('share a label where they stand side by side', () => {
    expect(check({ sync: 43_200, async: 3655, threads: 3655, processes: 3600 }, 43_200)).toEqual([
      '3600 right 0 -',
      '3655 right 0 processes 3600 · async, threads 3655',
      '43200 left 0 sync ends 43200',
    ]);
  });

  test('go on another line where labels would meet', () => {
    expect(check({ one: 150, two: 400, three: 1000 }, 1000, 240).map((flag) => flag.split(' ')[2])).toEqual([
      '0',
      '0',
      '1',
    ]);
  });

  test('may be something else than an end, which they say where they stand alone', () => {
    const rail = { x: (at: number) => at, width: () => 30, limits: [0, 200] as const };
    const words = {
      alone: (title: string) => `${title} ends`,
      among: (titles: string, at: number) => `${titles} ${at}`,
    };
    const parting = { title: 'parting', at: 20, alone: 'here they part' };
    const texts = (at: number) => placeFlags([{ title: 'a', at }, parting], rail, words).map(({ text }) => text);
    expect([texts(120), texts(20)]).toEqual([['here they part', 'a ends'], ['a, parting 20']]);
  });

  test('stay without a label where there is no room', () => {
    expect(check({ a: 50, b: 100 }, 100, 60)).toEqual(['50 right 0 -', '100 left 0 -']);
  });
});

describe('marks on the rail', () => {
  test('are at round instants, twelve at most', () => {
    const lines = [43_200, 3655, 625, 100, 432_000].map((end) => {
      const marks = ticks(end);
      return [marks.length, ...marks.filter(({ long }) => long).map(({ at }) => tickText(at, end))].join(' ');
    });
    expect(lines).toEqual([
      '13 0 h 3 h 6 h 9 h 12 h',
      '7 0 min 20 min 40 min 60 min',
      '11 0 min 3 min 6 min 9 min',
      '11 0 s 30 s 60 s 90 s',
      '11 0 h 36 h 72 h 108 h',
    ]);
  });

  test('are labelled as far as the labels do not meet', () => {
    const labels = (length: number) => {
      const rail = { x: (at: number) => (at / 43_200) * length, width: (text: string) => 6 * text.length };
      return ticks(43_200).flatMap(({ at }) => (labelledTicks(43_200, rail).has(at) ? tickText(at, 43_200) : []));
    };
    expect([400, 120, 60, 20].map((length) => labels(length).join(' '))).toEqual([
      '0 h 3 h 6 h 9 h 12 h',
      '0 h 6 h 12 h',
      '0 h 12 h',
      '0 h',
    ]);
  });

  test('are none on a rail without length', () => {
    expect(ticks(0)).toEqual([]);
  });
});
