import { describe, expect, test } from 'vitest';
import { foldOf, keepUp, type FoldedLane } from '../../renderer/stores/folds.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace, type EventSink } from '../../shared/trace/trace.ts';

class Counter implements EventSink {
  count = 0;

  event(): void {
    this.count++;
  }
}

function laneOf(trace: Trace): FoldedLane & { rewrites: number; rewrittenFrom: number } {
  return { trace, rewrites: 0, rewrittenFrom: Infinity };
}

const grow = (trace: Trace) => trace.event(trace.length, Kind.OWN, 0, 0, 0);

describe('the folds of a lane', () => {
  test('take in what has come each frame, whether or not anybody asks in that frame', () => {
    const trace = new Trace();
    const lane = laneOf(trace);
    const fold = foldOf(lane, 'counter', () => new Counter());
    for (let frame = 1; frame <= 10; frame++) {
      grow(trace);
      keepUp(lane);
      expect(fold.count).toBe(frame);
    }
  });

  test('are left where they are when nobody has asked for a while, and go on when somebody does', () => {
    const trace = new Trace();
    const lane = laneOf(trace);
    const fold = foldOf(lane, 'counter', () => new Counter());
    for (let frame = 0; frame < 100; frame++) {
      grow(trace);
      keepUp(lane);
    }
    expect(fold.count).toBe(60);
    expect(foldOf(lane, 'counter', () => new Counter())).toBe(fold);
    expect(fold.count).toBe(100);
    grow(trace);
    keepUp(lane);
    expect(fold.count).toBe(101);
  });

  test('wait for the next who asks where events were replaced', () => {
    const trace = new Trace();
    const lane = laneOf(trace);
    grow(trace);
    grow(trace);
    const fold = foldOf(lane, 'counter', () => new Counter());
    trace.truncate(1);
    Object.assign(lane, { rewrites: 1, rewrittenFrom: 1 });
    grow(trace);
    grow(trace);
    keepUp(lane);
    expect(fold.count).toBe(2);
    expect(foldOf(lane, 'counter', () => new Counter()).count).toBe(3);
  });
});
