import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { piece } from '../../electron/session/shares.ts';
import { trueInstant } from '../../electron/session/true-instant.ts';
import { workloads } from '../../electron/workloads/registry.ts';
import { BoardsFold } from '../../shared/fold/board.ts';
import { Occupancy } from '../../shared/fold/occupancy.ts';
import { ProgressFold } from '../../shared/fold/progress.ts';
import { QueuesFold } from '../../shared/fold/queues.ts';
import { QueueStageFold } from '../../shared/fold/queue-stage.ts';
import { ResourcesFold } from '../../shared/fold/resources.ts';
import { State } from '../../shared/fold/marks.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { TracksFold } from '../../shared/fold/tracks.ts';
import { WaitsFold } from '../../shared/fold/waits.ts';
import { WorkFold } from '../../shared/fold/work.ts';
import { readScenario, type Scenario } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { SampledTrace } from '../../shared/trace/sampled-trace.ts';
import { EVENT_BYTES, Trace, type EventSink } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';

/** Room for the events that are held back in a gap before they are thinned. */
const HELD_BYTES = 180_000 * EVENT_BYTES;

/** Runs a scenario twice: with every event kept, and with gaps from event `whole` on. */
function both(input: object, whole: number, stretch = 16): { all: Trace; sampled: SampledTrace; scenario: Scenario } {
  const workload = workloads.find(({ id }) => id === (input as Scenario).workload)!;
  const scenario = readScenario(input as never, workload) as Scenario;
  const [all, sampled] = [new Trace(), new SampledTrace({ whole, stretch })];
  for (const trace of [all, sampled]) {
    const run = new Run(scenario, workload, trace);
    while (!run.over) run.advance(Infinity, 1000);
  }
  sampled.finish();
  return { all, sampled, scenario };
}

function fed<F extends EventSink>(fold: F, trace: Trace, count = trace.length): F {
  trace.feed(fold, 0, count);
  return fold;
}

/**
 * The places of the sampled trace at which nothing is left out between it and the last gap, and how many events had
 * happened there.
 */
function* truePlaces(sampled: SampledTrace, all: Trace): Generator<[number, number]> {
  let left = 0;
  for (const { from, to } of sampled.gaps) {
    yield [from, from + left];
    left += sampled.at(to - 1).value - 2 + countOf(sampled, from, to);
    yield [to, to + left];
  }
  yield [sampled.length, all.length];
}

/** Minus the entries of a summary that stand for no event of their own. */
function countOf(trace: Trace, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) {
    if ([Kind.LOST, Kind.SKIP].includes(trace.at(index).kind as never)) count--;
  }
  return count;
}

const times = fc.constantFrom<unknown>(1, 3, { kind: 'uniform', low: 1, high: 9 }, { kind: 'exponential', mean: 4 });
const models = fc.constantFrom('synchronous', 'asynchronous', 'threads', 'processes');
const limits = fc.record({ whole: fc.integer({ min: 20, max: 400 }), stretch: fc.integer({ min: 1, max: 40 }) });

const exhibitions = fc.record({
  boards: fc.integer({ min: 1, max: 6 }),
  pairMoves: fc.integer({ min: 10, max: 60 }),
  master: times,
  opponent: times,
  walk: fc.constantFrom(0, 1),
  policy: fc.constantFrom('round-robin', 'fifo', 'random', 'most-left'),
});
const queues = fc.record({
  producers: fc.integer({ min: 1, max: 4 }),
  consumers: fc.integer({ min: 1, max: 4 }),
  capacity: fc.constantFrom(null, 1, 3),
  items: fc.integer({ min: 10, max: 60 }),
  making: times,
  taking: times,
});
const dinners = fc.record({
  philosophers: fc.integer({ min: 2, max: 5 }),
  meals: fc.integer({ min: 10, max: 40 }),
  think: times,
  eat: times,
});
const programs = fc.oneof(
  exhibitions.map((params) => ({ workload: 'exhibition', params })),
  queues.map((params) => ({ workload: 'queue', params })),
  dinners.map((params) => ({ workload: 'philosophers', params })),
);
const asked = fc
  .record({ program: programs, model: models, workers: fc.integer({ min: 1, max: 3 }), seed: fc.nat(99), limits })
  .map(({ program, model, workers, seed, limits }) => ({ ...program, model, workers, seed, limits }));

/** What the folds say of a trace after so many events; all of it has to be true in a sampled trace, too. */
function stateOf(trace: Trace, count: number, { workload, model, params }: Scenario) {
  const states = fed(new StateFold(), trace, count);
  const resources = fed(new ResourcesFold(), trace, count);
  const occupancy = fed(new Occupancy(), trace, count);
  const queues = fed(new QueuesFold(), trace, count);
  const at = count === 0 ? 0 : trace.at(count - 1).at;
  const tasks = Array.from({ length: states.size }, (_, task) => states.task(task));
  const holders = resources.used.map((each) => {
    const { holders, items, waiters } = resources.resource(each)!;
    return [each, holders, items, [...waiters]] as const;
  });
  const seen: unknown[] = [
    tasks,
    holders,
    occupancy.busyUntil(at).toFixed(6),
    fed(new WorkFold(), trace, count).digest,
    queues.queues.map(({ resource, put, taken }) => [resource, put, taken]),
    Array.from({ length: 8 }, (_, kind) => fed(new ProgressFold([Kind.OWN + kind]), trace, count).units),
  ];
  if (workload === 'exhibition') {
    const boards = fed(new BoardsFold(model), trace, count);
    seen.push(Array.from({ length: boards.size }, (_, board) => boards.board(board + 1)));
    seen.push(Array.from({ length: boards.masters }, (_, master) => boards.masterAt(master, at)));
  }
  if (workload === 'queue') {
    const { producers } = params as { producers: number };
    const stage = fed(new QueueStageFold(producers), trace, count);
    seen.push([stage.made, stage.taken, stage.heldBack]);
    // When an item was made is told by the wait for room, which may have begun in a gap.
    seen.push(Array.from({ length: stage.queued }, (_, index) => ({ ...stage.item(index), madeAt: 0 })));
    seen.push(tasks.map((_, task) => [stage.count(task), stage.hand(task)?.number ?? null, stage.doing(task)]));
  }
  return seen;
}

describe('a sampled trace', () => {
  test('holds every event of a run that stays below its limit', () => {
    const { all, sampled } = both({ workload: 'exhibition', params: { boards: 3 } }, 1e6);
    expect([sampled.length, sampled.seen, sampled.gaps]).toEqual([all.length, all.length, []]);
  });

  test('is in a true state before and behind every gap: tasks, locks, queues, boards, progress and work', () => {
    let gaps = 0;
    fc.assert(
      fc.property(asked, ({ limits: { whole, stretch }, ...input }) => {
        const { all, sampled, scenario } = both(input, whole, stretch);
        expect(sampled.seen).toBe(all.length);
        for (const [place, happened] of truePlaces(sampled, all)) {
          expect(stateOf(sampled, place, scenario)).toEqual(stateOf(all, happened, scenario));
          gaps++;
        }
      }),
      runs(60),
    );
    expect(gaps).toBeGreaterThan(100);
  });
});

test('waits that reach into a gap are not counted, so that none is longer than a real one', () => {
  const input = { workload: 'exhibition', params: { boards: 5, pairMoves: 60 }, model: 'asynchronous' };
  const { all, sampled } = both(input, 100);
  const [real, told] = [all, sampled].map((trace) => fed(new WaitsFold(), trace).over);
  expect(sampled.gaps.length).toBeGreaterThan(1);
  expect(told!.count).toBeLessThan(real!.count);
  expect(told!.max).toBeLessThanOrEqual(real!.max);
});

test('within a gap the track of a task that did something is empty, and no span is shown that was not', () => {
  const input = { workload: 'exhibition', params: { boards: 5, pairMoves: 60 }, model: 'asynchronous' };
  const { all, sampled } = both(input, 100);
  const [real, told] = [all, sampled].map((trace) => fed(new TracksFold(), trace));
  for (let task = 0; task < 6; task++) {
    for (const { from, to, state } of told!.spans(task, 0, all.endsAt)) {
      if (state === State.ABSENT) continue;
      expect(real!.spans(task, from, to).map((span) => span.state)).toEqual([state]);
    }
  }
});

test('the trace grows with the logarithm of the run, and each doubling has gaps twice as long', () => {
  const trace = new SampledTrace({ whole: 10_000, stretch: 40 });
  const lengths: number[] = [];
  for (let event = 0; event < 10_000 * 2 ** 6; event++) {
    trace.event(event, event % 2 === 0 ? Kind.RUN : Kind.SLEEP, 0, 1, 0);
    if (event + 1 >= 10_000 && Number.isInteger(Math.log2((event + 1) / 10_000))) lengths.push(trace.length);
  }
  const grown = lengths.slice(1).map((length, place) => length - lengths[place]!);
  expect(Math.max(...grown)).toBeLessThan(2.5 * Math.min(...grown));
  expect(trace.seen).toBe(640_000);
  expect(trace.length).toBeLessThan(20_000);
});

describe('an instant within a gap', () => {
  const input = { workload: 'exhibition', params: { boards: 5, pairMoves: 60 }, model: 'asynchronous' };
  const { sampled } = both(input, 100);
  const { from, to } = sampled.gaps[1]!;
  const [begins, ends] = [sampled.at(from).at, sampled.at(to - 1).at];
  const middle = (begins + ends) / 2;

  test('shows the state before it', () => {
    expect([sampled.countUntil(middle), sampled.countBefore(ends)]).toEqual([from, from]);
    expect(sampled.countUntil(ends)).toBeGreaterThanOrEqual(to);
  });

  test('is left for the nearer end when somebody goes there', () => {
    expect(trueInstant([{ trace: sampled }], begins + (ends - begins) / 4)).toBe(begins);
    expect(trueInstant([{ trace: sampled }], ends - (ends - begins) / 4)).toBe(ends);
    expect(trueInstant([{ trace: sampled }, { trace: new Trace() }], 1)).toBe(1);
  });

  test('is the same to a page, which gets the events packet by packet', () => {
    const page = new Trace();
    for (let index = 0; index < sampled.length; index += 7)
      page.append(piece(sampled, index, Math.min(index + 7, sampled.length)));
    expect(page.gaps).toEqual(sampled.gaps);
    expect([page.countUntil(middle), page.lostAt(middle)]).toEqual([from, { from: begins, to: ends }]);
    page.truncate(from);
    expect(page.gaps).toEqual(sampled.gaps.slice(0, 1));
  });
});

test('who is told every event hears each of them once, in order, however many are left out', () => {
  for (const whole of [1, 100, 2500, 9000, 1_000_000]) {
    const workload = workloads.find(({ id }) => id === 'exhibition')!;
    const scenario = readScenario({ workload: 'exhibition', params: { boards: 24, pairMoves: 40 } }, workload);
    const [all, heard] = [new Trace(), new Trace()];
    const told: EventSink = { event: (at, kind, task, value, line) => heard.event(at, kind, task, value, line) };
    const sampled = new SampledTrace({ whole, stretch: 16, told });
    for (const trace of [all, sampled]) {
      const run = new Run(scenario, workload as never, trace);
      while (!run.over) run.advance(Infinity, 1000);
    }
    sampled.finish();
    const columns = ({ length }: Trace, trace: Trace) => trace.columns(0, length);
    const level = sampled.gaps.length > 0;
    expect(level, `${whole}`).toBe(whole < 9000);
    if (level) expect(columns(heard, heard), `${whole}`).toEqual(columns(all, all));
  }
});

// Fifty million events of ten thousand boards, at one fortieth: the trace may hold 125,000 as they are, of 1,260,000.
test('ten times as many events as are kept as a whole take less than half as much room again, of few tasks and of many', () => {
  const whole = 125_000;
  const workload = workloads.find(({ id }) => id === 'exhibition')!;
  for (const boards of [20, 250]) {
    const params = { boards, pairMoves: 180_000 / boards };
    const scenario = readScenario({ workload: 'exhibition', model: 'asynchronous', params }, workload);
    const sampled = new SampledTrace({ whole, stretch: 102 });
    const run = new Run(scenario, workload as never, sampled);
    let most = 0;
    while (!run.over) {
      run.advance(Infinity, 5000);
      // What is held back is some hundred thousand events at any scale.
      most = Math.max(most, sampled.bytes - HELD_BYTES);
    }
    sampled.finish();
    expect(sampled.seen).toBeGreaterThan(10 * whole);
    expect(sampled.length, `${boards} boards`).toBeLessThan(1.45 * whole);
    expect(most, `${boards} boards`).toBeLessThan(1.5 * whole * EVENT_BYTES);
  }
});
