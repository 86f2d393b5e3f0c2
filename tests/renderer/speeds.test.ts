import { expect, test } from 'vitest';
import { paceBeside, paceDetail, paceText, speedBeside, speeds, speedText } from '../../renderer/views/speeds.ts';

test('speeds go by 1, 2, 5 from 0.1 to 100,000', () => {
  expect(speeds).toEqual([
    0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000,
  ]);
});

test('a step goes to the next offered speed, from between two as well, and stops at the ends', () => {
  expect([60, 50, 0.1, 100_000, 0.05].map((speed) => [speedBeside(speed, -1), speedBeside(speed, 1)])).toEqual([
    [50, 100],
    [20, 100],
    [0.1, 0.2],
    [50_000, 100_000],
    [0.1, 0.1],
  ]);
});

test('slower than as fast as possible is slower than what that comes to', () => {
  expect(paceBeside({ speed: null, achieved: 31_000 }, -1)).toEqual({ kind: 'speed', speed: 20_000 });
  expect(paceBeside({ speed: null, achieved: null }, -1)).toEqual({ kind: 'speed', speed: 50_000 });
  expect(paceBeside({ speed: 720, achieved: 700 }, 1)).toEqual({ kind: 'speed', speed: 1000 });
});

test('paces are told in a word', () => {
  expect([speedText(1), speedText(2.5), speedText(100_000)]).toEqual(['1×', '2.5×', '100,000×']);
  expect(paceText({ kind: 'fastest' })).toBe('fastest');
  expect(paceText({ kind: 'whole', seconds: 60 })).toBe('in 1 min');
});

test('the achieved speed is told where it is not the one that was asked for', () => {
  const clock = { pace: { kind: 'speed', speed: 120 }, speed: 120, endsAt: 43_200 } as const;
  expect(paceDetail({ ...clock, achieved: null })).toBe('12 h in 6 min');
  expect(paceDetail({ ...clock, achieved: 118 })).toBe('12 h in 6 min');
  expect(paceDetail({ ...clock, achieved: 40 })).toBe('now 40×');
  expect(paceDetail({ pace: { kind: 'fastest' }, speed: null, achieved: 31_000, endsAt: null })).toBe('now 31,000×');
  expect(paceDetail({ pace: { kind: 'whole', seconds: 60 }, speed: 720, achieved: null, endsAt: 43_200 })).toBe('720×');
});
