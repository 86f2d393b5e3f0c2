import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Kernel, Lock, model, Semaphore, type Coroutine } from '../../electron/kernel/index.ts';
import { Run } from '../../electron/session/run.ts';
import { queue } from '../../electron/workloads/queue.ts';
import { requests } from '../../electron/workloads/requests.ts';
import { ChildrenFold } from '../../shared/fold/children.ts';
import { circleOf } from '../../shared/fold/circle.ts';
import { stateAfter, UNCHANGED } from '../../shared/fold/marks.ts';
import { NOTHING, ResourcesFold, TASKS } from '../../shared/fold/resources.ts';
import { Snapshots } from '../../shared/fold/snapshots.ts';
import { readScenario, type ScenarioInput } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace, type TraceEvent } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { anyRun } from './traces.ts';

/** What a fold says of every resource and of what every task waits for. */
function picture(fold: ResourcesFold): unknown {
  const resources = fold.used.map((resource) => {
    const { holders, waiters, items, deepest } = fold.resource(resource)!;
    return {
      resource,
      holders: holders.map(({ task, since }) => [task, since]),
      waiters: [...waiters],
      items,
      deepest,
    };
  });
  return { resources, on: Array.from({ length: 40 }, (_, task) => fold.on(task)) };
}

/** The same from the list of events, looked through anew for each answer. */
function bruteForce(events: readonly TraceEvent[]): unknown {
  const { ACQUIRE, PARK, PUT, RELEASE, TAKE } = Kind;
  const shared = events.filter(({ kind, value }) => (kind >= PUT && kind <= RELEASE) || (kind === PARK && value >= 0));
  const last = (task: number) =>
    events.findLast((event) => event.task === task && stateAfter[event.kind] !== UNCHANGED) ?? null;
  const numbers = [...new Set(shared.map(({ value }) => value))].sort((a, b) => a - b);
  const resources = numbers.map((resource) => {
    const own = shared.filter(({ value }) => value === resource);
    const depths = own.map((_, place) => {
      const before = own.slice(0, place + 1);
      return before.filter(({ kind }) => kind === PUT).length - before.filter(({ kind }) => kind === TAKE).length;
    });
    const held: TraceEvent[] = [];
    for (const event of own) {
      if (event.kind === ACQUIRE) held.push(event);
      // What a task gives back that it does not hold, whoever has held it longest loses; with nobody, nothing happens.
      else if (event.kind === RELEASE)
        held.splice(
          Math.max(
            0,
            held.findIndex(({ task }) => task === event.task),
          ),
          1,
        );
    }
    const waiters = own.filter((event) => event.kind === PARK && last(event.task) === event);
    return {
      resource,
      holders: held.map(({ task, at }) => [task, at]),
      waiters: waiters.map(({ task, at }) => [task, at]),
      items: depths.at(-1) ?? 0,
      deepest: Math.max(0, ...depths),
    };
  });
  const on = Array.from({ length: 40 }, (_, task) => {
    const event = last(task);
    return event?.kind === PARK ? event.value : NOTHING;
  });
  return { resources, on };
}

function traceOf(input: ScenarioInput): Trace {
  const workload = input.workload === 'queue' ? queue : requests;
  const run = new Run(readScenario(input, workload as typeof queue), workload as typeof queue);
  run.advance();
  return run.trace;
}

/** A fold of events given as [kind, task, value], one a second. */
function foldOf(events: readonly (readonly [number, number, number])[]): ResourcesFold {
  const fold = new ResourcesFold();
  events.forEach(([kind, task, value], at) => fold.event(at, kind, task, value));
  return fold;
}

/** A fold of tasks on a kernel, run until nothing happens any more. */
function foldOfTasks(begin: (kernel: Kernel) => Iterable<() => Coroutine>): ResourcesFold {
  const trace = new Trace();
  const kernel = new Kernel({ model: model('asynchronous'), observer: trace });
  kernel.spawn(
    (function* main(): Coroutine {
      yield* kernel.gather([...begin(kernel)].map((task) => kernel.spawn(task())));
    })(),
  );
  kernel.advance();
  const fold = new ResourcesFold();
  trace.feed(fold);
  return fold;
}

/** As many philosophers as forks; each takes its left fork first, where `ordered` the one with the lower number. */
function philosophers(count: number, ordered: boolean): ResourcesFold {
  return foldOfTasks((kernel) => {
    const forks = Array.from({ length: count }, (_, fork) => new Lock(kernel, `fork-${fork}`));
    return forks.map((_, place) => {
      const pair = [place, (place + 1) % count];
      const [first, second] = (ordered ? pair.sort((a, b) => a - b) : pair).map((fork) => forks[fork]!);
      return function* eat(): Coroutine {
        yield* first!.acquire();
        yield kernel.sleep(1);
        yield* second!.acquire();
        second!.release();
        first!.release();
      };
    });
  });
}

describe('what tasks share', () => {
  test('a slot that is given back by a task without one is no longer held by the first holder, and not by the next', () => {
    const { ACQUIRE, RELEASE } = Kind;
    const fold = foldOf([
      [RELEASE, 1, 0],
      [ACQUIRE, 2, 0],
      [ACQUIRE, 3, 0],
      [RELEASE, 1, 0],
    ]);
    expect(fold.resource(0)).toMatchObject({ kind: 'semaphore', holders: [{ task: 3, since: 2 }], signals: true });
  });

  test('is a lock with its holder and those who wait in the order of arrival', () => {
    const { ACQUIRE, PARK, READY, RELEASE, SPAWN } = Kind;
    const fold = foldOf([
      [SPAWN, 1, 0],
      [SPAWN, 2, 0],
      [SPAWN, 3, 0],
      [SPAWN, 4, 0],
      [ACQUIRE, 1, 7],
      [PARK, 3, 7],
      [PARK, 2, 7],
      [PARK, 4, 7],
      [READY, 2, 0],
      [PARK, 2, 7],
    ]);
    expect(fold.resource(7)).toMatchObject({ kind: 'lock', holders: [{ task: 1, since: 4 }] });
    expect([...fold.resource(7)!.waiters.keys()]).toEqual([3, 4, 2]);
    fold.event(20, RELEASE, 1, 7);
    expect(fold.resource(7)).toMatchObject({ kind: 'lock', holders: [], signals: false });
  });

  test('turns out to be a semaphore, a queue, or something that is only awaited', () => {
    const { ACQUIRE, PARK, PUT, RELEASE } = Kind;
    const fold = foldOf([
      [ACQUIRE, 1, 0],
      [ACQUIRE, 2, 0],
      [PUT, 1, 1],
      [PARK, 3, 2],
      [RELEASE, 1, 3],
      [PARK, 4, -1],
    ]);
    const kinds = [0, 1, 2, 3].map((resource) => fold.resource(resource)?.kind);
    expect(kinds).toEqual(['semaphore', 'queue', 'awaited', 'semaphore']);
    expect([fold.resource(3)?.signals, fold.on(3), fold.on(4), fold.on(5)]).toEqual([true, 2, TASKS, NOTHING]);
    expect([fold.puts(1), fold.takes(1), fold.puts(3), fold.resource(9)]).toEqual([true, false, false, undefined]);
  });

  test('is what the list of events says, in any program', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(), ({ trace, events }, n) => {
        const until = n % (events.length + 1);
        const fold = new ResourcesFold();
        trace.feed(fold, 0, until);
        expect(picture(fold)).toEqual(bruteForce(events.slice(0, until)));
      }),
      runs(150),
    );
  });

  test.each<ScenarioInput>([
    { workload: 'queue' },
    { workload: 'queue', params: { producers: 8, consumers: 2, capacity: 3 } },
    { workload: 'queue', model: 'threads', workers: 16 },
    { workload: 'requests' },
    { workload: 'requests', variant: 'lock-across-await' },
    { workload: 'requests', variant: 'locked' },
  ])('is what the list of events says, in $workload $variant $params', (input) => {
    const trace = traceOf(input);
    const events = [...trace];
    const snapshots = new Snapshots(trace, () => new ResourcesFold(), { every: 16 });
    for (const index of [events.length, 40, 41, 200, 12, Math.floor(events.length / 2)]) {
      const until = Math.min(index, events.length);
      expect(picture(snapshots.atIndex(until))).toEqual(bruteForce(events.slice(0, until)));
    }
  });
});

describe('a circle of waits', () => {
  test('is found among philosophers who each hold one fork, from the smallest task on', () => {
    expect(circleOf(philosophers(5, false))).toEqual({ tasks: [1, 2, 3, 4, 5], resources: [1, 2, 3, 4, 0] });
    expect(circleOf(philosophers(2, false))).toEqual({ tasks: [1, 2], resources: [1, 0] });
  });

  test('is not there where forks are taken in one order', () => {
    expect(circleOf(philosophers(5, true))).toBeNull();
  });

  test('is one task that waits for the lock that it holds', () => {
    const fold = foldOfTasks((kernel) => {
      const lock = new Lock(kernel);
      return [
        function* twice() {
          yield* lock.acquire();
          yield* lock.acquire();
        },
      ];
    });
    expect(circleOf(fold)).toEqual({ tasks: [1], resources: [0] });
  });

  test('does not go through a semaphore that somebody else can give back', () => {
    const { ACQUIRE, PARK } = Kind;
    const fold = foldOf([
      [ACQUIRE, 1, 0],
      [ACQUIRE, 3, 0],
      [ACQUIRE, 2, 1],
      [PARK, 2, 0],
      [PARK, 1, 1],
    ]);
    expect(circleOf(fold)).toBeNull();
    fold.event(9, PARK, 3, 1);
    expect(circleOf(fold)).toEqual({ tasks: [1, 2], resources: [1, 0] });
  });

  test('does not go through a semaphore that is a signal, now or as is known from later', () => {
    const fold = foldOfTasks((kernel) => {
      const signal = new Semaphore(kernel, 1);
      return [
        function* wait() {
          yield* signal.acquire();
          yield* signal.acquire();
        },
      ];
    });
    expect(circleOf(fold)).not.toBeNull();
    expect(circleOf(fold, (resource) => resource === 0)).toBeNull();
    fold.event(9, Kind.RELEASE, 2, 0);
    fold.event(9, Kind.RELEASE, 2, 0);
    expect(circleOf(fold)).toBeNull();
  });

  test('is one in fact: each waits for what the next one holds', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(), ({ trace, events }, n) => {
        const fold = new ResourcesFold();
        trace.feed(fold, 0, n % (events.length + 1));
        const circle = circleOf(fold);
        circle?.tasks.forEach((task, place) => {
          const next = circle.tasks[(place + 1) % circle.tasks.length];
          expect(fold.on(task)).toBe(circle.resources[place]);
          expect(fold.resource(fold.on(task))!.holders.map(({ task }) => task)).toContain(next);
        });
      }),
      runs(100),
    );
  });
});

test('children and those of them that have ended are counted for the task that created them', () => {
  fc.assert(
    fc.property(anyRun, ({ trace, events }) => {
      const snapshots = new Snapshots(trace, () => new ChildrenFold(), { every: 8 });
      for (const until of [events.length, Math.floor(events.length / 3), Math.floor(events.length / 2)]) {
        const fold = snapshots.atIndex(until);
        const seen = events.slice(0, until);
        const born = seen.filter(({ kind }) => kind === Kind.SPAWN);
        const over = new Set(seen.filter(({ kind }) => kind >= Kind.DONE && kind <= Kind.CANCELLED).map((e) => e.task));
        for (const { task, value } of born) {
          const children = born.filter((child) => child.value === task);
          expect(fold.parentOf(task)).toBe(value);
          expect(fold.childrenOf(task)).toBe(children.length);
          expect(fold.endedOf(task)).toBe(children.filter((child) => over.has(child.task)).length);
        }
      }
    }),
    runs(60),
  );
});
