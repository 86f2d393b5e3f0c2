import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangB, erlangC } from '../../shared/theory/erlang.ts';
import { arrivalsPerSecond, meanNumber, meanSojourn } from '../../shared/theory/little.ts';
import { numberProbability, singleServer } from '../../shared/theory/mm1.ts';
import { steadyState, waitsLongerThan } from '../../shared/theory/mmc.ts';
import { visits, type Visit } from './miniature.ts';

const stations = fc.record({
  servers: fc.integer({ min: 1, max: 40 }),
  share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  serviceTime: fc.double({ min: 0.01, max: 100, noNaN: true }),
});

/** The time-weighted mean of the number present between two instants of each visit, from the first arrival on an empty system. */
function meanPresent(all: Visit[], until: 'servedAt' | 'leftAt', window: number): number {
  const changes = all
    .flatMap((v) => [
      { at: v.arrivedAt, by: 1 },
      { at: v[until], by: -1 },
    ])
    .sort((a, b) => a.at - b.at || b.by - a.by);
  let area = 0;
  let present = 0;
  let before = 0;
  for (const { at, by } of changes) {
    area += present * (at - before);
    present += by;
    before = at;
  }
  return area / window;
}

function average(all: number[]): number {
  return all.reduce((a, b) => a + b, 0) / all.length;
}

describe("Erlang's formulas", () => {
  // From the printed tables: traffic at which 1 % (B) is lost, and waiting probabilities in M/M/c.
  test.each([
    [1, 0.0101, 0.01],
    [5, 1.361, 0.01],
    [10, 4.461, 0.01],
    [20, 12.03, 0.01],
    [100, 84.06, 0.01],
    [2, 1, 0.2],
    [3, 2, 4 / 19],
  ])('B: %i servers offered %f erlangs lose %f', (servers, load, lost) => {
    expect(erlangB(servers, load)).toBeCloseTo(lost, 4);
  });

  test.each([
    [1, 0.5, 0.5],
    [2, 1, 1 / 3],
    [3, 2, 4 / 9],
    [4, 2, 4 / 23],
    [5, 4, 0.5541],
    [10, 8, 0.4092],
    [11, 10, 0.6821],
  ])('C: at %i servers offered %f erlangs a share of %f waits', (servers, load, waiting) => {
    expect(erlangC(servers, load)).toBeCloseTo(waiting, 4);
  });

  test('are the sums they are defined by', () => {
    fc.assert(
      fc.property(stations, ({ servers, share }) => {
        const load = servers * share;
        let term = 1;
        let sum = 0;
        for (let k = 0; k < servers; k++) {
          sum += term;
          term *= load / (k + 1);
        }
        const delayed = term / (1 - share);
        expect(erlangB(servers, load)).toBeCloseTo(term / (sum + term), 9);
        expect(erlangC(servers, load)).toBeCloseTo(delayed / (sum + delayed), 9);
      }),
    );
  });

  test('hold at the ends of their range', () => {
    expect([erlangB(0, 3), erlangB(4, 0), erlangC(4, 0), erlangC(4, 4), erlangC(4, 9)]).toEqual([1, 0, 0, 1, 1]);
    expect(erlangB(1000, 2000)).toBeCloseTo(0.5, 2);
  });
});

describe('a station in its steady state', () => {
  test('agrees with the textbook formulas of M/M/1', () => {
    const { utilisation, waitingProbability, meanWait, meanSojourn, meanQueueDepth, meanInSystem } = singleServer(
      4,
      0.2,
    );
    expect([utilisation, waitingProbability]).toEqual([0.8, expect.closeTo(0.8, 12)]);
    expect(meanWait).toBeCloseTo(0.8, 12);
    expect(meanSojourn).toBeCloseTo(1, 12);
    expect(meanQueueDepth).toBeCloseTo(3.2, 12);
    expect(meanInSystem).toBeCloseTo(4, 12);
    const chances = Array.from({ length: 400 }, (_, n) => numberProbability(0.8, n));
    expect(chances.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(chances.reduce((sum, p, n) => sum + n * p, 0)).toBeCloseTo(4, 9);
  });

  test("keeps Little's law, and the number in service is the offered load", () => {
    fc.assert(
      fc.property(stations, ({ servers, share, serviceTime }) => {
        const rate = (servers * share) / serviceTime;
        const s = steadyState({ arrivalsPerSecond: rate, serviceTime, servers });
        expect(s.meanInSystem / (rate * s.meanSojourn)).toBeCloseTo(1, 9);
        expect((s.meanInSystem - s.meanQueueDepth) / (servers * share)).toBeCloseTo(1, 6);
        expect(s.utilisation).toBeCloseTo(share, 9);
      }),
    );
  });

  test('never settles when it is offered too much', () => {
    expect(steadyState({ arrivalsPerSecond: 3, serviceTime: 1, servers: 2 })).toEqual({
      utilisation: 1,
      waitingProbability: 1,
      meanWait: Infinity,
      meanSojourn: Infinity,
      meanQueueDepth: Infinity,
      meanInSystem: Infinity,
    });
    expect(waitsLongerThan({ arrivalsPerSecond: 3, serviceTime: 1, servers: 2 }, 1000)).toBe(1);
    expect(numberProbability(1, 0)).toBe(0);
  });

  test('has nobody waiting where nothing arrives or service takes no time', () => {
    expect(steadyState({ arrivalsPerSecond: 0, serviceTime: 1, servers: 2 }).meanWait).toBe(0);
    expect(steadyState({ arrivalsPerSecond: 5, serviceTime: 0, servers: 2 }).meanSojourn).toBe(0);
    expect(waitsLongerThan({ arrivalsPerSecond: 5, serviceTime: 0, servers: 2 }, 1)).toBe(0);
  });

  test('is what a long run of it comes to', () => {
    const station = { arrivalsPerSecond: 2, serviceTime: 1.2, servers: 3 };
    const all = visits(station.arrivalsPerSecond, station.serviceTime, station.servers, 400_000);
    const waits = all.map((v) => v.servedAt - v.arrivedAt);
    const expected = steadyState(station);
    expect(average(waits) / expected.meanWait).toBeCloseTo(1, 1.3);
    expect(average(waits.map((w) => (w > 0 ? 1 : 0)))).toBeCloseTo(expected.waitingProbability, 2);
    expect(average(waits.map((w) => (w > 2 ? 1 : 0)))).toBeCloseTo(waitsLongerThan(station, 2), 2);
  });
});

describe("Little's law", () => {
  test('is exact for a run that begins and ends empty, for the system and for the queue', () => {
    const all = visits(2, 1.2, 3, 2000);
    const window = Math.max(...all.map((v) => v.leftAt));
    const rate = all.length / window;
    const sojourn = average(all.map((v) => v.leftAt - v.arrivedAt));
    const waiting = average(all.map((v) => v.servedAt - v.arrivedAt));
    expect(meanPresent(all, 'leftAt', window)).toBeCloseTo(meanNumber(rate, sojourn), 9);
    expect(meanPresent(all, 'servedAt', window)).toBeCloseTo(meanNumber(rate, waiting), 9);
  });

  test('can be read for each of its three terms', () => {
    expect([meanNumber(2, 3), meanSojourn(6, 2), arrivalsPerSecond(6, 3)]).toEqual([6, 3, 2]);
    expect([meanSojourn(6, 0), arrivalsPerSecond(6, 0)]).toEqual([0, 0]);
  });
});
