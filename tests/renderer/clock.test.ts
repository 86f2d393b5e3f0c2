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
  test('goes on by itself between two words of the host', () => {
    const clock = new ClockStore();
    clock.set({ ...playing, at: 100 }, 1000);
    const seen = [1000, 1010, 1500].map((ms) => (clock.tick(ms, Infinity), clock.at));
    expect(seen).toEqual([100, 100.6, 130]);
  });

  test('stands still when paused', () => {
    const clock = new ClockStore();
    clock.set({ ...paused, at: 100 }, 0);
    clock.tick(5000, Infinity);
    expect(clock.at).toBe(100);
  });

  test('does not go beyond what the lanes have reached, or the end', () => {
    const clock = new ClockStore();
    clock.set(playing, 0);
    clock.tick(10_000, 250);
    expect(clock.at).toBe(250);
    clock.tick(100_000, Infinity);
    expect(clock.at).toBe(3600);
  });

  test('does not go back for a few milliseconds while it plays', () => {
    const clock = new ClockStore();
    clock.set({ ...playing, at: 0 }, 0);
    clock.tick(1000, Infinity);
    clock.set({ ...playing, at: 59 }, 1000);
    clock.tick(1000, Infinity);
    expect(clock.at).toBe(60);
    clock.tick(1100, Infinity);
    expect(clock.at).toBeGreaterThan(60);
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
