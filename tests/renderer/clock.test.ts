import { describe, expect, test } from 'vitest';
import { ClockStore } from '../../renderer/stores/clock.svelte.ts';
import type { ClockState } from '../../shared/protocol/pushes.ts';

const paused: ClockState = {
  at: 0,
  within: null,
  playing: false,
  pace: { kind: 'speed', speed: 60 },
  speed: 60,
  achieved: null,
  endsAt: 3600,
};
const playing: ClockState = { ...paused, playing: true };

describe('the clock of the page', () => {
  test('goes on by itself between two words of the host, for a quarter of a second', () => {
    const clock = new ClockStore();
    clock.set({ ...playing, at: 100 }, 1000);
    const seen = [1000, 1010, 1200, 1250, 9000].map((ms) => (clock.tick(ms, Infinity), clock.at));
    expect(seen).toEqual([100, 100.6, 112, 115, 115]);
  });

  test('stands still when paused', () => {
    const clock = new ClockStore();
    clock.set({ ...paused, at: 100 }, 0);
    clock.tick(5000, Infinity);
    expect(clock.at).toBe(100);
  });

  test('does not go beyond what the lanes have reached, or the end', () => {
    const clock = new ClockStore();
    clock.set({ ...playing, at: 3590 }, 0);
    clock.tick(200, 3595);
    expect(clock.at).toBe(3595);
    clock.tick(250, Infinity);
    expect(clock.at).toBe(3600);
  });

  test('knows where it is going before the lanes have come so far', () => {
    const clock = new ClockStore();
    clock.set(paused, 0);
    clock.moveTo(1800, 0);
    clock.tick(10, 700);
    expect([clock.at, clock.goal(10)]).toEqual([700, 1800]);
    // The host's word says the same, also long after.
    clock.set({ ...paused, at: 1800 }, 900);
    clock.tick(2000, 900);
    expect([clock.at, clock.goal(2000)]).toEqual([900, 1800]);
    clock.moveTo(9000, 2000);
    expect(clock.goal(2000)).toBe(3600);
  });

  test('does not go back for a few milliseconds while it plays', () => {
    const clock = new ClockStore();
    clock.set({ ...playing, at: 0 }, 0);
    clock.tick(200, Infinity);
    clock.set({ ...playing, at: 11 }, 200);
    clock.tick(200, Infinity);
    expect(clock.at).toBe(12);
    clock.tick(300, Infinity);
    expect(clock.at).toBeGreaterThan(12);
  });

  test('draws nearer to the host with every word', () => {
    const clock = new ClockStore();
    clock.set({ ...playing, at: 0 }, 0);
    for (let ms = 16; ms < 1600; ms += 16) {
      clock.set({ ...playing, at: (ms / 1000) * 60 + 3 }, ms);
      clock.tick(ms, Infinity);
    }
    expect(clock.at).toBeCloseTo(1.584 * 60 + 3, 1);
  });

  test('follows a pace whose speed changes with every word without a jump', () => {
    const clock = new ClockStore();
    const pace = { kind: 'whole', seconds: 60, eased: true } as const;
    let before = 0;
    for (let ms = 0; ms < 3000; ms += 40) {
      const s = ms / 1000;
      clock.set({ ...playing, pace, at: 10 * s ** 2, speed: 20 * s + 0.1 }, ms);
      for (const later of [0, 16, 32]) {
        clock.tick(ms + later, Infinity);
        expect(clock.at).toBeGreaterThanOrEqual(before);
        expect(clock.at - before).toBeLessThan(2);
        before = clock.at;
      }
      expect(Math.abs(clock.at - 10 * (s + 0.032) ** 2)).toBeLessThan(1);
    }
  });

  test('goes at once where it is put', () => {
    const clock = new ClockStore();
    clock.set({ ...playing, at: 0 }, 0);
    clock.tick(16, Infinity);
    clock.set({ ...playing, at: 2000 }, 16);
    clock.tick(16, Infinity);
    expect(clock.at).toBe(2000);
    clock.set({ ...paused, at: 10 }, 32);
    clock.tick(32, Infinity);
    expect(clock.at).toBe(10);
  });

  test('stands where it is when the host is lost', () => {
    const clock = new ClockStore();
    clock.set({ ...playing, at: 100 }, 0);
    clock.tick(100, Infinity);
    clock.hold();
    clock.tick(9000, Infinity);
    expect([clock.at, clock.playing]).toEqual([106, false]);
  });
});
