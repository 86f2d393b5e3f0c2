import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CrowdFold } from '../../shared/fold/crowd.ts';
import { marks, markOf, State } from '../../shared/fold/marks.ts';
import { NOTHING, ResourcesFold } from '../../shared/fold/resources.ts';
import { SpanList } from '../../shared/fold/span-list.ts';
import { StintsFold } from '../../shared/fold/stints.ts';
import { TimeSplitFold } from '../../shared/fold/time-split.ts';
import { TracksFold } from '../../shared/fold/tracks.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { runs } from '../support/runs.ts';
import { tasksOf, until } from './brute.ts';
import { anyExhibition, anyRun, foldAll, foldUntil, withInstant, type Sample } from './traces.ts';

const sample = fc.oneof(anyRun, anyExhibition);
const { WAITING, RUNNING } = State;

/** Sleeps, takes a step that takes no time, waits for resource 3, and ends. */
function twoWaits<F extends { event(at: number, kind: number, task: number, value: number, line: number): void }>(
  fold: F,
): F {
  for (const [at, kind, value] of [
    [0, Kind.SPAWN, -1],
    [0, Kind.RUN, 0],
    [0, Kind.SLEEP, 5],
    [5, Kind.READY, 0],
    [5, Kind.RUN, 0],
    [5, Kind.PARK, 3],
    [9, Kind.READY, 0],
    [9, Kind.RUN, 0],
    [9, Kind.WORK, 1],
    [10, Kind.DONE, 0],
  ] as const)
    fold.event(at, kind, 0, value, 0);
  return fold;
}

describe('stints', () => {
  test('tell two waits apart that follow each other at once', () => {
    const stints = twoWaits(new StintsFold());
    expect(
      twoWaits(new TracksFold())
        .spans(0, 0, 20)
        .map(({ to }) => to),
    ).toEqual([9, 10]);
    expect([4, 5, 9.5, 10].map((at) => stints.at(0, at))).toEqual([
      { from: 0, to: 5, state: WAITING },
      { from: 5, to: 9, state: WAITING },
      { from: 9, to: 10, state: RUNNING },
      null,
    ]);
    expect([stints.before(0, 6), stints.before(0, 3), stints.before(0, 11)]).toEqual([
      { from: 0, to: 5, state: WAITING },
      null,
      { from: 9, to: 10, state: RUNNING },
    ]);
    expect(stints.ends(0)).toEqual({
      first: { from: 0, to: 5, state: WAITING },
      last: { from: 9, to: 10, state: RUNNING },
    });
    const seams: number[] = [];
    stints.seams(0, 0, 20, 1, (at) => seams.push(at));
    expect([seams, stints.at(7, 1), stints.ends(7)]).toEqual([[5], null, null]);
  });

  test('have at every instant the state of the track', () => {
    fc.assert(
      fc.property(withInstant(sample), ({ sample, t }) => {
        const stints = foldAll(sample, new StintsFold());
        const tracks = foldAll(sample, new TracksFold());
        for (const task of tasksOf(sample.events)) {
          const [span] = tracks.spans(task, t, t + 1e-7);
          const stint = stints.at(task, t);
          expect(stint?.state).toBe(span?.state);
          if (stint !== null) expect(stint.from <= t && t < stint.to).toBe(true);
        }
      }),
      runs(150),
    );
  });
});

describe('the split of a life', () => {
  test('is what the track says, and sums up to the life, at every instant', () => {
    fc.assert(
      fc.property(withInstant(sample), ({ sample, t }) => {
        const split = foldUntil(sample, t, new TimeSplitFold());
        const tracks = foldUntil(sample, t, new TracksFold());
        for (const task of tasksOf(until(sample.events, t))) {
          const found = split.split(task, t);
          if (found === null) continue;
          const seconds = Object.fromEntries(marks.map(({ id }) => [id, 0]));
          for (const { from, to, state } of tracks.spans(task, 0, t)) seconds[markOf(state)!.id]! += to - from;
          for (const { id } of marks) expect(found.seconds[id]).toBeCloseTo(seconds[id]!, 8);
          const sum = marks.reduce((sum, { id }) => sum + found.seconds[id], 0);
          expect(sum).toBeCloseTo(found.life, 8);
        }
      }),
      runs(150),
    );
  });

  test('begins with the creation and ends with the task; a copy goes on by itself', () => {
    const split = twoWaits(new TimeSplitFold());
    const seconds = { running: 1, ready: 0, waiting: 9, holding: 0 };
    expect(split.split(0, 99)).toEqual({ born: 0, ended: 10, life: 10, seconds });
    expect(split.split(1, 99)).toBeNull();
    const copy = split.copy();
    copy.event(20, Kind.SPAWN, 1);
    expect([copy.split(1, 21)?.seconds.ready, split.split(1, 21)]).toEqual([1, null]);
  });
});

test('a crowd counts at every instant what the tracks show', () => {
  fc.assert(
    fc.property(withInstant(sample), ({ sample, t }) => {
      const crowd = foldAll(sample, new CrowdFold(1));
      const tracks = foldAll(sample, new TracksFold());
      const counts = { running: 0, ready: 0, waiting: 0, holding: 0 };
      for (const task of tasksOf(sample.events)) {
        const [span] = tracks.spans(task, t, t + 1e-7);
        if (task >= 1 && span !== undefined) counts[markOf(span.state)!.id]++;
      }
      expect(Object.fromEntries(marks.map(({ id }) => [id, crowd.curves[id].valueAt(t)]))).toEqual(counts);
    }),
    runs(150),
  );
});

describe('the list of spans', () => {
  test('says what each wait is on, and ends where it is cut', () => {
    const list = twoWaits(new SpanList());
    expect(list.until(8)).toEqual([
      { task: 0, from: 0, to: 5, state: WAITING, on: NOTHING },
      { task: 0, from: 5, to: 8, state: WAITING, on: 3 },
    ]);
    expect([list.until(99).length, list.until(99, 2).length]).toEqual([3, 2]);
  });

  test('waits on what the resources say, and leaves no gap in a life', () => {
    fc.assert(
      fc.property(withInstant(sample), ({ sample, t }) => {
        const spans = foldUntil(sample, t, new SpanList()).until(t);
        // A wait that begins at t has no length yet: the last span is what went on just before.
        const resources = new ResourcesFold();
        sample.trace.feed(resources, 0, sample.events.filter(({ at }) => at < t).length);
        for (const task of tasksOf(until(sample.events, t))) {
          const own = spans.filter((span) => span.task === task);
          for (const [place, span] of own.slice(1).entries()) expect(span.from).toBe(own[place]!.to);
          expect(total(own)).toBeCloseTo(lifeOf(sample, task, t), 8);
          const last = own.at(-1);
          if (last?.to === t && last.state === WAITING) expect(last.on).toBe(resources.on(task));
        }
      }),
      runs(150),
    );
  });
});

const total = (spans: readonly { from: number; to: number }[]) =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0);
const lifeOf = (sample: Sample, task: number, t: number) =>
  total(foldUntil(sample, t, new TracksFold()).spans(task, 0, t));
