import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { generators } from '../../electron/workloads/generators.ts';
import { stackFrameEvents, StackFramesFold, GOT_KEPT, MAIN } from '../../shared/fold/stack-frames.ts';
import { Snapshots } from '../../shared/fold/snapshots.ts';
import { Functions } from '../../shared/listing/functions.ts';
import { flagsOf } from '../../shared/listing/listing.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import type { Trace } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';

interface Sample {
  readonly trace: Trace;
  readonly functions: Functions;
  readonly make: () => StackFramesFold;
}

function sampleOf(program: string, steps: number, variant: string | null = null): Sample {
  const run = new Run(
    readScenario({ workload: 'generators', variant, params: { program, steps } }, generators),
    generators,
  );
  run.advance();
  const { params } = run.scenario;
  const functions = new Functions(
    generators.texts
      .listing('asynchronous')
      .lines(flagsOf(variant, params), params)
      .map(({ text }) => text),
  );
  const { trace } = run;
  const nameOf = (frame: number) => (frame === MAIN ? 'main' : trace.names.resources[frame]);
  return {
    trace,
    functions,
    make: () => new StackFramesFold((frame, line) => functions.owner(line) === nameOf(frame)),
  };
}

const nameIn = (trace: Trace, frame: number) => (frame === MAIN ? 'main' : trace.names.resources[frame]!);

/** All that a fold says, in a line: the stack with the line of each frame, what is on its way, what there is. */
function told({ trace, functions }: Sample, fold: StackFramesFold): string {
  const stack = fold.frames.map(({ frame, state, line }) => {
    const text = functions.text(line);
    return `${nameIn(trace, frame)} ${state}${text === '' ? '' : ` at ${text}`}`;
  });
  const { message } = fold;
  const way =
    message === null
      ? ''
      : `${nameIn(trace, message.from)} ${message.kind} ${nameIn(trace, message.to)} ${message.value}`;
  const got = `got ${fold.values.join(' ')}`.trim();
  return [stack.join(', '), way.replace(' NaN', ''), got, `kept ${fold.kept}`].join(' | ');
}

/** What is told after each step, by its instant. */
function course(program: string, steps: number): string[] {
  const sample = sampleOf(program, steps);
  const { trace, make } = sample;
  const fold = make();
  const instants = [...new Set([...trace].map(({ at }) => at))];
  let index = 0;
  return instants.map((at) => {
    const end = trace.countUntil(at);
    trace.feed(fold, index, end);
    index = end;
    return `${at} ${told(sample, fold)}`;
  });
}

describe('the stack after each step', () => {
  test('of a lazy range: it is parked while its value is used', () => {
    expect(course('lazy', 2)).toEqual([
      '0 main runs at for value in numbers(2):, numbers made | main called numbers | got | kept 1',
      '1 main waits at for value in numbers(2):, numbers runs at yield k | numbers yielded main 0 | got | kept 1',
      '2 main runs at total += value, numbers parked at yield k | main got main 0 | got 0 | kept 1',
      '3 main waits at total += value, numbers runs at yield k | numbers yielded main 1 | got 0 | kept 1',
      '4 main runs at total += value, numbers parked at yield k | main got main 1 | got 0 1 | kept 1',
      '5 main waits at total += value, numbers runs at for k in range(n): | numbers ended main | got 0 1 | kept 1',
      '6 main gone at total += value, numbers gone at for k in range(n): |  | got 0 1 | kept 1',
    ]);
  });

  test('of a list: the function is gone before the first value is used, and all of them are kept', () => {
    expect(course('eager', 2)).toEqual([
      '0 main runs at for value in numbers(2):, numbers made | main called numbers | got | kept 0',
      '1 main waits at for value in numbers(2):, numbers runs at values.append(k) |  | got | kept 1',
      '2 main waits at for value in numbers(2):, numbers runs at values.append(k) |  | got | kept 2',
      '3 main waits at for value in numbers(2):, numbers runs at return values | numbers returned main 2 | got | kept 2',
      '4 main runs at total += value, numbers gone at return values | main got main 0 | got 0 | kept 2',
      '5 main runs at total += value, numbers gone at return values | main got main 1 | got 0 1 | kept 2',
      '6 main gone at total += value, numbers gone at return values |  | got 0 1 | kept 2',
    ]);
  });

  test('of a range that jumps: a value comes up, the answer goes down', () => {
    const send = 'value = values.send(max(1, value // 2))';
    expect(course('jumping', 2)).toEqual([
      '0 main runs at values = jumping(2), jumping made | main called jumping | got | kept 1',
      '1 main waits at values = jumping(2), jumping runs at k += yield k | jumping yielded main 0 | got | kept 1',
      '2 main runs at print(value), jumping parked at k += yield k | main got main 0 | got 0 | kept 1',
      `3 main runs at ${send}, jumping parked at k += yield k | main sent jumping 1 | got 0 | kept 1`,
      `4 main waits at ${send}, jumping runs at k += yield k | jumping yielded main 1 | got 0 | kept 1`,
      '5 main runs at print(value), jumping parked at k += yield k | main got main 1 | got 0 1 | kept 1',
      `6 main runs at ${send}, jumping parked at k += yield k | main sent jumping 1 | got 0 1 | kept 1`,
      `7 main waits at ${send}, jumping runs at while k < n: | jumping ended main | got 0 1 | kept 1`,
      '8 main runs at print(end.value), jumping gone at while k < n: | main got main 0 | got 0 1 0 | kept 1',
      '9 main gone at print(end.value), jumping gone at while k < n: |  | got 0 1 0 | kept 1',
    ]);
  });

  test('of three levels of yield from: a value passes every frame on its way up, and its answer on its way down', () => {
    const frames = ['main', 'top', 'middle', 'bottom', 'source'];
    const states = course('delegating', 1).map((line) => {
      const [at] = line.split(' ', 1);
      const [stack, way, got] = line.slice(at!.length + 1).split(' | ');
      const letters = stack!.split(', ').map((each, place) => {
        expect(each.split(' ')[0]).toBe(frames[place]);
        return each.split(' ')[1];
      });
      return [at, letters.join(' '), way, got].join(' | ');
    });
    // Who hands on what comes from outside is entered with it, as the listing's cursor has it.
    expect(states.filter((line) => !/(called|sent) (middle|bottom|source)/.test(line))).toEqual([
      '0 | runs made | main called top | got',
      '4 | waits waits waits waits runs | source yielded bottom 0 | got',
      '5 | waits waits waits runs parked | bottom yielded middle 0 | got',
      '6 | waits waits runs parked parked | middle yielded top 0 | got',
      '7 | waits runs parked parked parked | top yielded main 0 | got',
      '8 | runs parked parked parked parked | main got main 0 | got 0',
      '9 | runs parked parked parked parked | main sent top 0 | got 0',
      '13 | waits waits waits waits runs | source returned bottom 0 | got 0',
      '14 | waits waits waits runs gone | bottom returned middle 0 | got 0',
      '15 | waits waits runs gone gone | middle returned top 0 | got 0',
      '16 | waits runs gone gone gone | top returned main 0 | got 0',
      '17 | runs gone gone gone gone | main got main 0 | got 0 0',
      '18 | gone gone gone gone gone |  | got 0 0',
    ]);
    const ways = states.map((line) => line.split(' | ')[2]).filter((way) => /called|sent/.test(way!));
    expect(ways).toEqual([
      ...['main called top', 'top called middle', 'middle called bottom', 'bottom called source'],
      ...['main sent top 0', 'top sent middle 0', 'middle sent bottom 0', 'bottom sent source 0'],
    ]);
  });
});

/** A fold of events by hand, in which lines 1 to 9 are the outermost frame's, 10 to 19 those of frame 0, and so on. */
function byHand(
  events: readonly (readonly [kind: number, value: number, line: number, field?: number])[],
): StackFramesFold {
  const fold = new StackFramesFold((frame, line) => Math.floor(line / 10) === frame + 1);
  fold.event(0, Kind.RUN, 0, 0, 0);
  events.forEach(([kind, value, line, field], at) => {
    fold.event(at, kind, 0, value, line);
    if (field !== undefined) fold.event(at, Kind.FIELD, 0, field, line);
    fold.event(at, Kind.WORK, 0, 1, line);
  });
  return fold;
}

const statesOf = (fold: StackFramesFold) => fold.frames.map(({ state }) => state).join(' ');

describe('frames', () => {
  test('a step runs in the frame whose line it stands on, whoever enters whom', () => {
    const made = [stackFrameEvents.kind.called, 0, 1] as const;
    expect(statesOf(byHand([made, [stackFrameEvents.kind.called, 1, 11]]))).toBe('waits runs made');
    expect(statesOf(byHand([made, [stackFrameEvents.kind.called, 1, 21]]))).toBe('waits waits runs');
    expect(statesOf(byHand([made, [stackFrameEvents.kind.called, 1, 0]]))).toBe('waits runs made');
  });

  test('who is called again after its end begins anew', () => {
    const fold = byHand([
      [stackFrameEvents.kind.called, 0, 1],
      [stackFrameEvents.kind.returned, 0, 11, 7],
      [stackFrameEvents.kind.got, 7, 2],
      [stackFrameEvents.kind.called, 0, 3],
    ]);
    expect(statesOf(fold)).toBe('runs made');
    expect(fold.frames[1]).toMatchObject({ line: 0, from: 3, returned: NaN });
  });

  test('what is on its way knows when its step is over', () => {
    const fold = byHand([
      [stackFrameEvents.kind.called, 0, 1],
      [stackFrameEvents.kind.yielded, 0, 11, 5],
    ]);
    expect(fold.message).toEqual({ kind: 'yielded', from: 0, to: MAIN, value: 5, at: 1, until: 2 });
  });

  test('of many values only the last are known, and how many there were', () => {
    const fold = byHand(
      Array.from({ length: GOT_KEPT + 5 }, (_, value) => [stackFrameEvents.kind.got, value, 1] as const),
    );
    expect([fold.got, fold.values.length, fold.values[0], fold.values.at(-1)]).toEqual([
      GOT_KEPT + 5, GOT_KEPT, 5, GOT_KEPT + 4,
    ]); // prettier-ignore
  });

  test('the most values that were ever in memory are told', () => {
    const fold = byHand([
      [stackFrameEvents.kind.kept, 8, 1],
      [stackFrameEvents.kind.kept, 3, 1],
    ]);
    expect([fold.kept, fold.most]).toEqual([3, 8]);
  });
});

describe('any instant', () => {
  const anySample = fc
    .record({
      program: fc.constantFrom('lazy', 'eager', 'jumping', 'delegating'),
      steps: fc.integer({ min: 1, max: 9 }),
      variant: fc.constantFrom(null, 'eager'),
    })
    .map(({ program, steps, variant }) => ({
      ...sampleOf(program, steps, program === 'lazy' ? variant : null),
      program,
    }));

  test('is the same when one goes back, and a copy goes its own way', () => {
    fc.assert(
      fc.property(anySample, fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (sample, places) => {
        const { trace, make } = sample;
        const snapshots = new Snapshots(trace, make, { every: 8 });
        for (const index of places.map((n) => n % (trace.length + 1))) {
          const fold = make();
          trace.feed(fold, 0, index);
          expect(told(sample, snapshots.atIndex(index))).toBe(told(sample, fold));
          const copy = fold.copy();
          const before = told(sample, copy);
          trace.feed(fold, index);
          expect(told(sample, copy)).toBe(before);
        }
      }),
      runs(80),
    );
  });

  test('one frame runs from the beginning to the end, those round it wait for it, those in it do not', () => {
    fc.assert(
      fc.property(anySample, fc.nat(), ({ trace, make }, n) => {
        const fold = make();
        trace.feed(fold, 0, 2 + (n % (trace.length - 2)));
        const states = statesOf(fold);
        if (fold.over) expect(states).toMatch(/^gone( gone)*$/);
        else expect(states).toMatch(/^(waits )*runs( parked| made| gone)*$/);
      }),
      runs(80),
    );
  });
});
