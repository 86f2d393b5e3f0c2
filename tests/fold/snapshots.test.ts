import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Follower } from '../../shared/fold/follower.ts';
import { ProgressFold } from '../../shared/fold/progress.ts';
import { Snapshots } from '../../shared/fold/snapshots.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace, type EventSink } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { anyExhibition, anyRun, exhibitionSample, type Sample } from './traces.ts';

const everyone = (fold: StateFold) => Array.from({ length: fold.size }, (_, task) => fold.task(task));

function direct(trace: Trace, index: number) {
  const fold = new StateFold();
  trace.feed(fold, 0, index);
  return everyone(fold);
}

const options = fc.record({ every: fc.integer({ min: 1, max: 7 }), most: fc.integer({ min: 1, max: 5 }) });

/** Counts what it is fed, and how much that was altogether for all of its kind. */
class Meter implements EventSink {
  static fed = 0;
  #events = 0;

  event(): void {
    this.#events++;
    Meter.fed++;
  }

  get count(): number {
    return this.#events;
  }

  copy(): Meter {
    const copy = new Meter();
    copy.#events = this.#events;
    return copy;
  }
}

function longTrace(length: number): Trace {
  const trace = new Trace();
  for (let index = 0; index < length; index++) trace.event(index / 2, Kind.OWN, 0, 0, 0);
  return trace;
}

describe('snapshots', () => {
  test('give the fold of the first events, at every index, in any order of asking', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyRun, anyExhibition),
        options,
        fc.array(fc.nat(), { maxLength: 20 }),
        (sample, how, asked) => {
          const { trace } = sample;
          const snapshots = new Snapshots(trace, () => new StateFold(), how);
          for (const n of asked) {
            const index = n % (trace.length + 1);
            expect(everyone(snapshots.atIndex(index))).toEqual(direct(trace, index));
          }
          for (let index = trace.length; index >= 0; index--) {
            expect(everyone(snapshots.atIndex(index))).toEqual(direct(trace, index));
          }
          expect(snapshots.kept).toBeLessThanOrEqual(how.most);
        },
      ),
      runs(30),
    );
  });

  test('give everything up to and including an instant', () => {
    const { trace } = exhibitionSample({ model: 'asynchronous', params: { boards: 3, pairMoves: 2 } });
    const snapshots = new Snapshots(trace, () => new StateFold(), { every: 3 });
    for (const t of [0, 4.9, 5, 65, 17.5, 1e9, -1]) {
      expect(everyone(snapshots.at(t))).toEqual(direct(trace, trace.countUntil(t)));
    }
  });

  test('follow a trace that grows, is cut and grows otherwise', () => {
    const portions = fc.array(fc.record({ cut: fc.nat(), grow: fc.nat(40), ask: fc.nat(), say: fc.boolean() }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.tuple(anyRun, anyRun), portions, options, (samples, portions, how) => {
        const trace = new Trace();
        const snapshots = new Snapshots(trace, () => new StateFold(), how);
        for (const [turn, { cut, grow, ask, say }] of portions.entries()) {
          const length = cut % (trace.length + 1);
          trace.truncate(length);
          // It shows by itself as long as the trace is asked about before it has grown again.
          if (say) snapshots.truncate(length);
          else snapshots.atIndex(0);
          append(trace, samples[turn % 2]!, grow);
          const index = ask % (trace.length + 1);
          expect(everyone(snapshots.atIndex(index))).toEqual(direct(trace, index));
        }
      }),
      runs(200),
    );
  });

  test('read an event once when time goes forwards, and little when it goes anywhere', () => {
    const trace = longTrace(100_000);
    const snapshots = new Snapshots(trace, () => new Meter(), { every: 100, most: 64 });
    Meter.fed = 0;
    for (let index = 0; index <= 100_000; index += 50) expect(snapshots.atIndex(index).count).toBe(index);
    expect(Meter.fed).toBe(100_000);
    expect(snapshots.kept).toBeLessThanOrEqual(64);
    expect(snapshots.kept).toBeGreaterThanOrEqual(32);
    Meter.fed = 0;
    for (const index of [99_999, 4, 77_777, 50_001]) expect(snapshots.atIndex(index).count).toBe(index);
    expect(Meter.fed).toBeLessThanOrEqual(4 * 3200);
  });

  test('go ahead without moving what has been handed out, so that each event is read once for each of the two', () => {
    const trace = longTrace(100_000);
    const snapshots = new Snapshots(trace, () => new Meter(), { every: 1000 });
    Meter.fed = 0;
    for (let index = 0; index < 10_000; index += 10) {
      expect(snapshots.atIndex(index).count).toBe(index);
      expect(snapshots.advance(90)).toBe(index < 100_000);
    }
    expect(Meter.fed).toBeLessThanOrEqual(10_000 + 1000 * 90);
    Meter.fed = 0;
    // What lies ahead is reached from a copy.
    expect(snapshots.atIndex(80_500).count).toBe(80_500);
    expect(Meter.fed).toBeLessThanOrEqual(1000);
  });

  test('run ahead again after a cut, over what the trace holds then', () => {
    const trace = longTrace(500);
    const snapshots = new Snapshots(trace, () => new Meter(), { every: 100 });
    snapshots.advance(450);
    trace.truncate(250);
    snapshots.truncate(250);
    for (let index = 250; index < 400; index++) trace.event(index, Kind.OWN, 0, 0, 0);
    while (snapshots.advance(70));
    for (const index of [399, 310, 250, 100, 0]) expect(snapshots.atIndex(index).count).toBe(index);
  });

  test('are far apart where a copy is large', () => {
    const trace = longTrace(10_000);
    const heavy = () => Object.assign(new Meter(), { size: 1000 });
    const kept = (make: () => Meter) => {
      const snapshots = new Snapshots(trace, make, { every: 10 });
      snapshots.atIndex(10_000);
      return snapshots.kept;
    };
    expect(kept(() => new Meter())).toBeGreaterThan(100);
    const copies = (): Meter => Object.assign(heavy(), { copy: () => copies() });
    expect(kept(copies)).toBe(5);
  });

  test('refuse what the trace does not have', () => {
    const snapshots = new Snapshots(longTrace(3), () => new Meter());
    expect(() => snapshots.atIndex(4)).toThrow(new RangeError('the first 4 events of a trace that has 3'));
    expect(() => snapshots.atIndex(-1)).toThrow(RangeError);
    expect(() => snapshots.atIndex(NaN)).toThrow(RangeError);
    expect(snapshots.atIndex(3).count).toBe(3);
  });
});

describe('a follower', () => {
  test('has always read the whole trace, once, and begins anew when it was cut', () => {
    const trace = longTrace(4);
    const follower = new Follower(trace, () => new ProgressFold([Kind.OWN]));
    const first = follower.fold;
    expect([first.units, follower.fold.units]).toEqual([4, 4]);
    trace.event(9, Kind.OWN, 0, 0, 0);
    expect([follower.fold.units, follower.fold === first]).toEqual([5, true]);
    trace.truncate(2);
    expect(follower.fold.units).toBe(2);
    trace.truncate(1);
    follower.truncate(1);
    trace.event(9, Kind.OWN, 0, 0, 0);
    expect([follower.fold.units, follower.fold.done.valueAt(8)]).toEqual([2, 1]);
  });
});

/** Adds the events of a run to a trace, later than what is there. */
function append(trace: Trace, { events }: Sample, most: number): void {
  const { endsAt } = trace;
  for (const { at, kind, task, value, line } of events.slice(0, most)) {
    trace.event(endsAt + at, kind, task, value, line);
  }
}
