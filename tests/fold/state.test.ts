import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marks, markOf, stateIds, type State } from '../../shared/fold/marks.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import { Trace } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { countIn, taskAfter, tasksOf, until, type Events } from './brute.ts';
import { anyExhibition, anyRun, exhibitionSample, foldAll, foldInTwo, foldUntil, withInstant } from './traces.ts';

const numbers = (fold: StateFold) => Array.from({ length: fold.size }, (_, task) => task);
const everyone = (fold: StateFold) =>
  numbers(fold).map((task) => ({ ...fold.task(task), state: stateIds[fold.stateOf(task)] }));

function agrees(fold: StateFold, events: Events): void {
  expect(everyone(fold)).toEqual(tasksOf(events).map((task) => taskAfter(events, task)));
  const counts = stateIds.map((state) => [state, countIn(events, [state])]);
  expect(stateIds.map((state, number) => [state, fold.count(number as State)])).toEqual(counts);
  const sitting = numbers(fold).filter((task) => fold.task(task).worker >= 0);
  expect(sitting.map((task) => fold.taskOn(fold.task(task).worker))).toEqual(sitting);
}

describe('the state of every task', () => {
  test('is that of its last event, at every instant of random programs', () => {
    fc.assert(
      fc.property(withInstant(anyRun), ({ sample, t }) => {
        agrees(foldUntil(sample, t, new StateFold()), until(sample.events, t));
      }),
      runs(300),
    );
  });

  test('is that of its last event, at every instant of random exhibitions', () => {
    fc.assert(
      fc.property(withInstant(anyExhibition), ({ sample, t }) => {
        agrees(foldUntil(sample, t, new StateFold()), until(sample.events, t));
      }),
      runs(100),
    );
  });

  test('comes out the same whether the events are fed at once or in portions', () => {
    fc.assert(
      fc.property(anyRun, fc.double({ min: 0, max: 1, noNaN: true }), (sample, share) => {
        expect(everyone(foldInTwo(sample, share, new StateFold()))).toEqual(everyone(foldAll(sample, new StateFold())));
      }),
      runs(200),
    );
  });

  test('of a copy stays when the original goes on, and the other way round', () => {
    const { trace } = exhibitionSample({ model: 'threads', workers: 3, params: { boards: 5, pairMoves: 2 } });
    const [original, whole] = [new StateFold(), new StateFold()];
    trace.feed(whole);
    trace.feed(original, 0, 20);
    const copy = original.copy();
    const workers = (fold: StateFold) => [0, 1, 2].map((worker) => fold.taskOn(worker));
    const then = [everyone(original), workers(original)];
    expect(workers(copy)).toEqual([1, 2, 3]);
    trace.feed(original, 20);
    expect([everyone(copy), workers(copy)]).toEqual(then);
    expect([everyone(original), workers(original)]).toEqual([everyone(whole), [-1, -1, -1]]);
    trace.feed(copy, 20);
    expect([everyone(copy), copy.live, copy.taskOn(0)]).toEqual([everyone(whole), 0, -1]);
  });

  test('tells who runs: nobody while the loop waits, the first worker where there are several', () => {
    const running = (model: 'asynchronous' | 'processes', t: number) =>
      foldUntil(exhibitionSample({ model, workers: 2, params: { boards: 2 } }), t, new StateFold()).running;
    expect([running('asynchronous', 2), running('asynchronous', 7), running('asynchronous', 20)]).toEqual([1, 2, -1]);
    expect([running('processes', 2), running('processes', 20)]).toEqual([1, -1]);
  });

  test('keeps the line where a task queued for the processor, and forgets one that the next wait does not tell', () => {
    const trace = new Trace();
    const line = () => foldAll({ trace }, new StateFold()).lineOf(0);
    const lines: number[] = [];
    const step = (kind: number, at: number) => {
      trace.event(0, kind, 0, 1, at);
      lines.push(line());
    };
    step(Kind.SPAWN, 0);
    step(Kind.RUN, 0);
    step(Kind.CONTEND, 7);
    step(Kind.WORK, 0);
    step(Kind.RUN, 0);
    step(Kind.OWN, 8);
    step(Kind.OWN, 0);
    step(Kind.WORK, 0);
    expect(lines).toEqual([0, 0, 7, 7, 7, 8, 8, 0]);
  });
});

describe('the marks', () => {
  test('are four, and differ in name, word and pattern', () => {
    for (const key of ['id', 'label', 'pattern'] as const) expect(new Set(marks.map((mark) => mark[key])).size).toBe(4);
    expect(marks.map(({ id }) => id)).toEqual(['running', 'ready', 'waiting', 'holding']);
  });

  test('stand for every living state and for no other', () => {
    expect(stateIds.map((id, state) => [id, markOf(state)?.id ?? null])).toEqual([
      ['absent', null],
      ['new', 'ready'],
      ['ready', 'ready'],
      ['running', 'running'],
      ['waiting', 'waiting'],
      ['holding', 'holding'],
      ['contending', 'ready'],
      ['returned', null],
      ['failed', null],
      ['cancelled', null],
    ]);
  });
});
