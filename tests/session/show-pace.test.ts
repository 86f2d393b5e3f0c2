import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pacer, TICK_MAX_MS } from '../../electron/session/pacer.ts';
import { Session } from '../../electron/session/session.ts';
import { ShowPace, type ShowOptions } from '../../electron/session/show-pace.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { SHOW_SECONDS } from '../../shared/protocol/limits.ts';
import { runs } from '../support/runs.ts';
import { settle } from '../support/sessions.ts';

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });
const shows = fc
  .record({
    seconds: fc.integer({ min: 1, max: 86_400 }),
    end: fc.oneof(fc.double({ min: 1e-6, max: 1e-3, noNaN: true }), fc.double({ min: 0.1, max: 1e7, noNaN: true })),
    shares,
    follow: fc.constantFrom(0.1, 0.5, 1, 2, 60, 100_000),
  })
  .map(({ shares, ...rest }): ShowOptions => ({ ...rest, finishes: shares.map((share) => share * rest.end) }));

describe('a whole run in so many seconds, eased', () => {
  test('never goes back, begins at the start and ends at the end after exactly those seconds', () => {
    fc.assert(
      fc.property(shows, (options) => {
        const show = new ShowPace(options);
        const { seconds, end } = options;
        expect([show.virtualAt(0), show.virtualAt(seconds), show.wallAt(end)]).toEqual([0, end, seconds]);
        let before = 0;
        for (let step = 0; step <= 100; step++) {
          const at = show.virtualAt((seconds * step) / 100);
          expect(at).toBeGreaterThanOrEqual(before);
          expect(at).toBeLessThanOrEqual(end);
          before = at;
        }
      }),
      runs(100),
    );
  });

  test('knows both ways the same, and its speed is the slope between them', () => {
    fc.assert(
      fc.property(shows, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (options, share) => {
        const show = new ShowPace(options);
        const wall = share * options.seconds;
        const at = show.virtualAt(wall);
        expect(show.wallAt(at)).toBeCloseTo(wall, 6 - Math.ceil(Math.log10(options.seconds)));
        const by = options.end * 1e-7;
        const slope = (2 * by) / (show.wallAt(at + by) - show.wallAt(at - by));
        if (at > by && at < options.end - by) expect(slope / show.speedAt(at)).toBeCloseTo(1, 1);
      }),
      runs(100),
    );
  });

  test('is slow at the start and around each finish, and quick between them', () => {
    const show = new ShowPace({ seconds: 60, end: 43_200, finishes: [43_200, 3655], follow: 60 });
    const [start, before, finish, middle, end] = [0, 1800, 3655, 20_000, 43_200].map((at) => show.speedAt(at)) as [
      number, number, number, number, number,
    ]; // prettier-ignore
    expect(start).toBeLessThan(60);
    expect(finish).toBeLessThan(before / 2);
    expect(middle).toBeGreaterThan(20 * start);
    expect(end).toBeLessThan(middle / 10);
  });
});

test('the pacer plays it in exactly those seconds, however it is ticked, and a stop counts at most a quarter second', () => {
  fc.assert(
    fc.property(shows, fc.array(fc.integer({ min: 1, max: TICK_MAX_MS }), { minLength: 5, maxLength: 40 }), (options, gaps) => {
      const { end, finishes, seconds, follow } = options;
      const pacer = new Pacer();
      pacer.suit(follow);
      pacer.setPace({ kind: 'whole', seconds, eased: true }, 0);
      pacer.play(0);
      const horizon = { reached: Infinity, endsAt: end, finishes };
      const show = new ShowPace(options);
      let [now, played] = [0, 0];
      for (const [place, gap] of gaps.entries()) {
        // Now and then the process stands still for an hour.
        now += gap + (place % 7 === 3 ? 3_600_000 : 0);
        played += place % 7 === 3 ? TICK_MAX_MS : gap;
        pacer.tick(now, horizon);
        expect(show.wallAt(pacer.at)).toBeCloseTo(Math.min(seconds, played / 1000), 3);
      }
    }),
    runs(60),
  );
}); // prettier-ignore

test.each(workloads.map(({ id, models }) => [id, models] as const))('%s opens at a pace of a minute', (id, models) => {
  const session = settle(new Session(workloads, { scenario: { workload: id }, lanes: [{ model: models[0]! }] }));
  expect(session.clock.pace).toEqual({ kind: 'whole', seconds: SHOW_SECONDS, eased: true });
  session.play(0);
  let now = 0;
  while (session.clock.playing && now < 100_000) session.tick((now += 100));
  expect(now / 1000).toBeCloseTo(SHOW_SECONDS, 0);
  expect(session.clock.at).toBe(session.clock.endsAt);
});

test('until the ends are known it goes as slowly as the program can be followed', () => {
  const pacer = new Pacer();
  pacer.suit(2);
  pacer.play(0);
  pacer.tick(250, { reached: 100, endsAt: null });
  expect(pacer.at).toBe(0.5);
});
