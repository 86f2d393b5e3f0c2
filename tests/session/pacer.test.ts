import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pacer as BarePacer, TICK_MAX_MS, type Horizon } from '../../electron/session/pacer.ts';
import type { Pace } from '../../shared/protocol/calls.ts';
import { runs } from '../support/runs.ts';

/** A pacer in a host that is never held up: however long a stretch is, it is ticked through. */
class Pacer extends BarePacer {
  #lastMs = 0;

  override tick(nowMs: number, horizon: Horizon): void {
    for (let ms = this.#lastMs + TICK_MAX_MS; ms < nowMs; ms += TICK_MAX_MS) super.tick(ms, horizon);
    super.tick(nowMs, horizon);
    this.#lastMs = nowMs;
  }

  override play(nowMs: number): void {
    super.play(nowMs);
    this.#lastMs = nowMs;
  }

  override setPace(pace: Pace, nowMs: number): void {
    super.setPace(pace, nowMs);
    this.#lastMs = nowMs;
  }

  override moveTo(at: number, nowMs: number): void {
    super.moveTo(at, nowMs);
    this.#lastMs = nowMs;
  }
}

const done = { reached: Infinity, endsAt: 1e9 };
const speed = (value: number): Pace => ({ kind: 'speed', speed: value });
const speeds = fc.integer({ min: 1, max: 100_000 });
const gaps = fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 30 });

describe('the clock', () => {
  test('is where the pace and the wall time put it, however often it is asked', () => {
    fc.assert(
      fc.property(speeds, gaps, (value, list) => {
        const pacer = new Pacer();
        pacer.setPace(speed(value), 0);
        pacer.play(0);
        let now = 0;
        for (const gap of list) pacer.tick((now += gap), done);
        expect(pacer.at).toBeCloseTo((value * now) / 1000, 6);
      }),
      runs(200),
    );
  });

  test('does not jump when the pace changes: each stretch counts at the pace that was in force', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(speeds, fc.nat(1000)), { minLength: 1, maxLength: 20 }), (stretches) => {
        const pacer = new Pacer();
        pacer.play(0);
        let [now, expected] = [0, 0];
        for (const [value, gap] of stretches) {
          pacer.tick(now, done);
          const { at } = pacer;
          pacer.setPace(speed(value), now);
          pacer.tick(now, done);
          expect(pacer.at).toBe(at);
          now += gap;
          expected += (value * gap) / 1000;
        }
        pacer.tick(now, done);
        expect(pacer.at).toBeCloseTo(expected, 5);
      }),
      runs(200),
    );
  });

  test('stands while it is paused', () => {
    const pacer = new Pacer();
    pacer.play(0);
    pacer.tick(1000, done);
    pacer.pause();
    pacer.tick(50_000, done);
    expect(pacer.at).toBe(60);
    pacer.play(60_000);
    pacer.tick(61_000, done);
    expect(pacer.at).toBe(120);
  });

  test('never goes back, and never beyond what has been computed', () => {
    const horizons = fc.array(fc.tuple(fc.nat(1000), fc.nat(200)), { maxLength: 30 });
    fc.assert(
      fc.property(speeds, horizons, (value, list) => {
        const pacer = new Pacer();
        pacer.setPace(speed(value), 0);
        pacer.play(0);
        let [now, reached] = [0, 0];
        for (const [gap, more] of list) {
          const before = pacer.at;
          pacer.tick((now += gap), { reached: (reached += more), endsAt: null });
          expect(pacer.at).toBeGreaterThanOrEqual(before);
          expect(pacer.at).toBeLessThanOrEqual(reached);
        }
        expect(pacer.playing).toBe(true);
      }),
      runs(200),
    );
  });

  test('does not make up for the time it was held up', () => {
    const pacer = new Pacer();
    pacer.play(0);
    pacer.tick(10_000, { reached: 30, endsAt: null });
    expect(pacer.at).toBe(30);
    pacer.tick(11_000, done);
    expect(pacer.at).toBe(90);
  });

  test('stops at the end', () => {
    const pacer = new Pacer();
    pacer.play(0);
    pacer.tick(10_000, { reached: Infinity, endsAt: 100 });
    expect([pacer.at, pacer.playing]).toEqual([100, false]);
  });

  test('goes on from where it was moved to', () => {
    const pacer = new Pacer();
    pacer.play(0);
    pacer.tick(500, done);
    pacer.moveTo(1000, 700);
    pacer.tick(1700, done);
    expect(pacer.at).toBe(1060);
  });

  test('stays where it was put, until computing has come there', () => {
    const pacer = new Pacer();
    pacer.play(0);
    pacer.moveTo(500, 0);
    pacer.tick(1000, { reached: 30, endsAt: null });
    expect(pacer.at).toBe(500);
    pacer.tick(2000, done);
    expect(pacer.at).toBe(560);
  });

  test('is not disturbed by a wall clock that goes back', () => {
    const pacer = new Pacer();
    pacer.play(1000);
    pacer.tick(2000, done);
    pacer.tick(500, done);
    pacer.tick(1500, done);
    expect(pacer.at).toBe(120);
  });
});

test('wall time during which nobody ticked is no playing: no tick counts for more than a quarter of a second', () => {
  const pacer = new BarePacer();
  pacer.play(0);
  const seen = [16, 10_016, 10_032, 3_610_032].map((ms) => (pacer.tick(ms, done), pacer.at));
  expect(seen.map((at) => Math.round(at * 100) / 100)).toEqual([0.96, 15.96, 16.92, 31.92]);
  expect(pacer.playing).toBe(true);
});

describe('the pace', () => {
  test('"fastest" is wherever the computing has come to', () => {
    const pacer = new Pacer();
    pacer.setPace({ kind: 'fastest' }, 0);
    pacer.play(0);
    pacer.tick(1, { reached: 777, endsAt: null });
    expect([pacer.at, pacer.playing, pacer.speed({ endsAt: null })]).toEqual([777, true, null]);
    pacer.tick(2, { reached: Infinity, endsAt: 5000 });
    expect([pacer.at, pacer.playing]).toEqual([5000, false]);
  });

  test('"the whole in N seconds" takes N seconds, and waits until it is known what the whole is', () => {
    const spans = fc.tuple(fc.integer({ min: 1, max: 600 }), fc.double({ min: 1, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 50 }), ([seconds, endsAt], ticks) => {
        const pacer = new Pacer();
        pacer.setPace({ kind: 'whole', seconds }, 0);
        pacer.play(0);
        pacer.tick(5000, { reached: 10, endsAt: null });
        expect(pacer.at).toBe(0);
        for (let tick = 1; tick <= ticks; tick++) {
          expect(pacer.playing).toBe(true);
          pacer.tick(5000 + ((seconds * 1000 * tick) / ticks) * (1 - 1e-9), { reached: Infinity, endsAt });
        }
        expect(pacer.at / endsAt).toBeCloseTo(1, 6);
        pacer.tick(5001 + seconds * 1000, { reached: Infinity, endsAt });
        expect([pacer.at, pacer.playing]).toEqual([endsAt, false]);
      }),
      runs(100),
    );
  });

  test('achieved is what the last half second has come to', () => {
    const pacer = new Pacer();
    pacer.setPace(speed(100), 0);
    pacer.play(0);
    expect(pacer.achieved).toBeNull();
    for (let now = 16; now <= 2000; now += 16) pacer.tick(now, done);
    expect(pacer.achieved).toBeCloseTo(100, 6);
    // Computing keeps up with half of it only.
    for (let now = 2016; now <= 3000; now += 16) {
      pacer.tick(now, { reached: pacer.at + 0.8, endsAt: null });
    }
    expect(pacer.achieved).toBeCloseTo(50, 6);
    pacer.pause();
    expect(pacer.achieved).toBeNull();
  });
});
