// Folds take columns of events as well as single events: each with a loop of its own, and so with faults of its own.
import { describe, expect, test } from 'vitest';
import { BoardsStageFold } from '../../renderer/stage/boards/fold.ts';
import { TaskFold } from '../../renderer/stage/kit/task-fold.ts';
import { TasksFold } from '../../renderer/stage/tasks/fold.ts';
import { ChildrenFold } from '../../shared/fold/children.ts';
import { TaskSet } from '../../shared/fold/task-set.ts';
import { feedColumns, Trace, type EventColumns, type EventSink } from '../../shared/trace/trace.ts';
import { exhibitionSample } from '../fold/traces.ts';

type Loop = Required<Pick<EventSink, 'events'>>;

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../shared/fold/*.ts', '../../renderer/log/log-fold.ts', '../../renderer/stage/*/{fold,moments}.ts'],
  { eager: true },
);

/** Those of which `events` only calls the fold's own `event`; the others hand the columns on. */
const COMPOSED: readonly unknown[] = [BoardsStageFold, TaskFold, TasksFold];
const folds = Object.values(modules)
  .flatMap((module) => Object.entries(module))
  .flatMap(([name, made]): [string, Loop][] => {
    if (typeof made !== 'function' || COMPOSED.includes(made)) return [];
    const { prototype } = made as { readonly prototype?: Partial<Loop> };
    return prototype?.events === undefined ? [] : [[name, prototype as Loop]];
  });

describe('columns of events', () => {
  test.each(folds)('go to %s event by event, each value in its place', (_, prototype) => {
    const told: number[][] = [];
    const fold = Object.create(prototype, { event: { value: (...values: number[]) => told.push(values) } }) as Loop;
    fold.events(columnsOf(5), 1, 4);
    expect(told).toHaveLength(3);
    told.forEach((values, place) => {
      // A fold takes as many values as it looks at; NaN stands for an instant that it does not.
      const all = Array.from({ length: 5 }, (_, column) => 10 * column + place + 1);
      values.forEach((value, column) => {
        if (!(column === 0 && Number.isNaN(value))) expect(value).toBe(all[column]);
      });
    });
  });

  test('are what most folds take', () => {
    expect(folds.length).toBeGreaterThan(25);
  });

  test('come to the same picture of an exhibition as its events one by one', () => {
    const { trace } = exhibitionSample({ model: 'asynchronous', params: { boards: 5, pairMoves: 4 } });
    const [whole, single] = [new BoardsStageFold('asynchronous'), new BoardsStageFold('asynchronous')];
    trace.feed(whole);
    for (const { at, kind, task, value, line } of trace) single.event(at, kind, task, value, line);
    const seen = (fold: BoardsStageFold) => ({
      pairs: fold.pairs,
      boards: Array.from({ length: fold.size }, (_, board) => fold.boards.board(board + 1)),
      occupied: fold.occupancy.occupiedUntil(trace.endsAt),
    });
    expect(seen(whole)).toEqual(seen(single));
    expect(whole.pairs).toBe(20);
  });

  test('reach every part of a fold that is made of several', () => {
    const { trace } = exhibitionSample({ model: 'synchronous', params: { boards: 3, pairMoves: 2 } });
    const tasks = new TasksFold();
    trace.feed(tasks);
    const both = new TaskFold(new ChildrenFold());
    trace.feed(both);
    expect(tasks.states.size).toBe(4);
    expect(tasks.children.parentOf(3)).toBe(0);
    expect(tasks.resources.size).toBe(4);
    expect(both.states.size).toBe(4);
    expect(both.own.parentOf(3)).toBe(0);
  });

  test('go to a sink without a loop one by one', () => {
    const told: unknown[] = [];
    feedColumns({ event: (...values) => told.push(values) }, columnsOf(3), 1, 3);
    expect(told).toEqual([
      [1, 11, 21, 31, 41],
      [2, 12, 22, 32, 42],
    ]);
  });

  test('are cut where a chunk of the trace ends', () => {
    const trace = new Trace();
    for (let index = 0; index < 40_000; index++) trace.event(index, 1, 0, index, 0);
    const stretches: number[][] = [];
    const fold: EventSink = {
      event: () => expect.unreachable(),
      events: ({ value }, from, to) => stretches.push([value[from]!, value[to - 1]!]),
    };
    trace.feed(fold, 10_000, 35_000);
    expect(stretches).toEqual([
      [10_000, 16_383],
      [16_384, 32_767],
      [32_768, 34_999],
    ]);
  });
});

describe('a set of tasks', () => {
  test('counts each of its tasks once', () => {
    const set = new TaskSet();
    for (const task of [3, 900, 3]) set.add(task);
    expect(set.size).toBe(2);
    for (const task of [3, 3, 5, 5000]) set.delete(task);
    expect(set.size).toBe(1);
    set.add(3);
    expect(set.size).toBe(2);
  });
});

/** Columns in which value n of column c is 10 c + n. */
function columnsOf(length: number): EventColumns {
  const column = (place: number) => Array.from({ length }, (_, index) => 10 * place + index);
  return {
    at: Float64Array.from(column(0)),
    kind: Uint8Array.from(column(1)),
    task: Int32Array.from(column(2)),
    value: Float64Array.from(column(3)),
    line: Uint16Array.from(column(4)),
  };
}
