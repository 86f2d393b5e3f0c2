import { expect, test } from 'vitest';
import { choicesOf, draftOf, withLane } from '../../renderer/views/lane-draft.ts';
import { expectedEnd } from '../../renderer/stores/run-length.ts';
import { meaningOf, type LaneEnd } from '../../renderer/views/finish.ts';
import type { LaneInfo } from '../../shared/protocol/pushes.ts';
import { theoryOf } from '../../shared/theory/theory.ts';
import type { ModelId } from '../../shared/scenario/scenario.ts';

const constant = (value: number) => ({ kind: 'constant', value });
const classic = { boards: 24, pairMoves: constant(30), master: constant(5), opponent: constant(55), walk: constant(0) };
const lane = (model: ModelId, params: object = classic, workers = 1): LaneInfo => ({
  model,
  scenario: {
    version: 1,
    workload: 'exhibition',
    variant: null,
    model,
    workers,
    seed: '0',
    draws: 'keyed',
    params,
    edits: [],
  },
});

test('the end is expected where theory is certain of it', () => {
  const theory = (opponent: unknown) => {
    const { scenario } = lane('asynchronous', { ...classic, policy: 'fifo', opponent });
    return { theory: theoryOf('exhibition', scenario) };
  };
  expect([expectedEnd(theory(constant(55))), expectedEnd(theory({ kind: 'exponential', mean: 55 }))]).toEqual([
    3655,
    null,
  ]);
});

test('an end says how much faster, or what she waited, or nothing', () => {
  const slow: LaneEnd = { synchronous: true, makespan: 43_200, idle: 39_600, deadlock: false };
  const fast: LaneEnd = { synchronous: false, makespan: 3655, idle: 55, deadlock: false };
  expect(meaningOf(slow, [slow, fast], true)).toEqual({ kind: 'waited', seconds: 39_600 });
  expect(meaningOf(fast, [slow, fast], true)).toEqual({ kind: 'speed-up', factor: 43_200 / 3655 });
  expect(meaningOf(fast, [fast], true)).toEqual({ kind: 'waited', seconds: 55 });
  // One table: nothing is faster.
  expect(meaningOf({ ...fast, makespan: 43_200, idle: 39_600 }, [slow], true)).toEqual({
    kind: 'waited',
    seconds: 39_600,
  });
  expect(meaningOf({ ...fast, idle: null }, [fast], true)).toEqual({ kind: 'ended' });
});

test('lanes are chosen from what is there, up to four', () => {
  const models: ModelId[] = ['synchronous', 'asynchronous', 'threads', 'processes'];
  let draft = draftOf([lane('synchronous'), lane('threads', classic, 4)]);
  for (let more = 0; more < 4; more++) draft = withLane(draft, models);
  expect(choicesOf(draft)).toEqual([
    { model: 'synchronous' }, { model: 'threads', workers: 4 }, { model: 'asynchronous' },
    { model: 'processes', workers: 12 },
  ]); // prettier-ignore
});
