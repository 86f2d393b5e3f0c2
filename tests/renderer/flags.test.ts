import { describe, expect, test } from 'vitest';
import { placeFlags, ticks, type Finish } from '../../renderer/views/flags.ts';

const words = {
  alone: (title: string, at: number) => `${title} ends ${at}`,
  among: (titles: string, at: number) => `${titles} ${at}`,
  short: (at: number) => `${at}`,
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
      short: (at: number) => `${at}`,
    };
    const parting = { title: 'parting', at: 20, alone: 'here they part' };
    const texts = (at: number) => placeFlags([{ title: 'a', at }, parting], rail, words).map(({ text }) => text);
    expect([texts(120), texts(20)]).toEqual([['here they part', 'a ends'], ['a, parting 20']]);
  });

  test('say less where there is less room, and nothing where there is none', () => {
    expect(check({ 'a long name': 50, b: 1000 }, 1000, 100)).toEqual(['50 right 0 50', '1000 left 0 b 1000']);
    expect(check({ a: 50, b: 100 }, 100, 30)).toEqual(['50 left 0 -', '100 left 0 -']);
  });

  test('never lie on each other, and labels are never cut', () => {
    const rail = { x: (at: number) => at, width: (text: string) => text.length * 6, limits: [0, 900] as const };
    for (let seed = 1; seed < 400; seed++) {
      const given = [7, 11, 13, 17, 19].map((prime, lane) => ({
        title: `lane ${lane}`,
        at: (prime * seed * seed) % 900,
      }));
      const flags = placeFlags(given, rail, words);
      const pennants = flags
        .filter(({ flies }) => flies)
        .map(({ x, side }): [number, number] => (side === 'right' ? [x, x + 11] : [x - 11, x]))
        .sort(([a], [b]) => a - b);
      pennants.forEach(([from], place) => expect(from).toBeGreaterThanOrEqual(pennants[place - 1]?.[1] ?? -11));
      const spans = flags.flatMap(({ x, side, text, row }) => {
        if (text === null) return [];
        const width = rail.width(text);
        const from = side === 'right' ? x + 17 : x - 17 - width;
        return [{ row, from, to: from + width }];
      });
      for (const one of spans) {
        expect(one.from).toBeGreaterThanOrEqual(0);
        expect(one.to).toBeLessThanOrEqual(900);
        for (const two of spans) {
          if (one !== two && one.row === two.row) expect(one.to <= two.from || two.to <= one.from).toBe(true);
        }
      }
    }
  });
});

describe('marks on the rail', () => {
  const railOf = (end: number, length: number) => ({
    x: (at: number) => 12 + (at / end) * (length - 28),
    width: (text: string) => 7 * text.length,
    limits: [0, length] as const,
  });
  const labels = (end: number, length = 600) =>
    ticks(end, railOf(end, length)).flatMap(({ text }) => (text === null ? [] : [text]));

  test('are at round instants, twelve at most, in the largest unit that fits', () => {
    const lines = [43_200, 3655, 625, 130, 100, 432_000, 1e7, 6.5, 0.4, 0.03].map((end) =>
      [ticks(end, railOf(end, 600)).length, ...labels(end)].join(' '),
    );
    expect(lines).toEqual([
      '13 0 h 2 h 4 h 6 h 8 h 10 h 12 h',
      '7 0 min 10 min 20 min 30 min 40 min 50 min 60 min',
      '11 0 min 2 min 4 min 6 min 8 min 10 min',
      '9 0 s 30 s 60 s 90 s 120 s',
      '11 0 s 30 s 60 s 90 s',
      '11 0 h 24 h 48 h 72 h 96 h 120 h',
      '6 0 h 500 h 1,000 h 1,500 h 2,000 h 2,500 h',
      '7 0 s 1 s 2 s 3 s 4 s 5 s 6 s',
      '9 0 s 0.1 s 0.2 s 0.3 s 0.4 s',
      '7 0 ms 5 ms 10 ms 15 ms 20 ms 25 ms 30 ms',
    ]);
  });

  test('are labelled as far as the labels do not meet, and none is cut', () => {
    expect([400, 240, 120, 60].map((length) => labels(43_200, length).join(' '))).toEqual([
      '0 h 2 h 4 h 6 h 8 h 10 h 12 h',
      '0 h 3 h 6 h 9 h 12 h',
      '0 h 6 h 12 h',
      '0 h',
    ]);
    for (let end = 0.001; end < 1e9; end *= 1.7) {
      for (const length of [80, 150, 300, 700, 2000]) {
        const rail = railOf(end, length);
        const spans = ticks(end, rail).flatMap(({ x, text }) => {
          if (text === null) return [];
          return [[x - rail.width(text) / 2, x + rail.width(text) / 2] as const];
        });
        spans.forEach(([from, to], place) => {
          expect(from).toBeGreaterThanOrEqual(spans[place - 1]?.[1] ?? 0);
          expect(to).toBeLessThanOrEqual(length);
        });
      }
    }
  });

  test('are none on a rail without length', () => {
    expect(ticks(0, railOf(1, 600))).toEqual([]);
  });
});
