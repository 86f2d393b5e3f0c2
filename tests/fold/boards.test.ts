import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Run } from '../../electron/session/run.ts';
import { exhibition } from '../../electron/workloads/exhibition.ts';
import { BoardPhase, BoardsFold } from '../../shared/fold/board.ts';
import { ExhibitionFold, exhibitionEvents } from '../../shared/fold/exhibition.ts';
import { MasterPhase } from '../../shared/fold/masters.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import type { TraceEvent } from '../../shared/trace/trace.ts';
import { runs } from '../support/runs.ts';
import { tasksOf, until, type Events } from './brute.ts';
import { anyExhibition, exhibitionSample, foldAll, foldInTwo, foldUntil, withInstant, type Sample } from './traces.ts';

const HERS = exhibitionEvents.kind.masterMoved;
const REPLY = exhibitionEvents.kind.opponentMoved;
const LAST = exhibitionEvents.kind.lastReply;
const WALKS = exhibitionEvents.kind.walks;
const AHEAD = exhibitionEvents.kind.walkedAhead;

const of = (events: Events, task: number, ...kinds: number[]) =>
  events.filter((event) => event.task === task && kinds.includes(event.kind));

/** Whether she walks, rather than thinks, in a work: the note before it says so. */
const isWalk = (events: Events, work: TraceEvent) =>
  of(events.slice(0, events.indexOf(work)), work.task, WALKS, Kind.WORK).at(-1)?.kind === WALKS;

function boardAfter(events: Events, board: number) {
  const last = of(events, board, Kind.SPAWN, Kind.WORK, HERS, REPLY, LAST).at(-1)!;
  const plies = of(events, board, HERS, REPLY, LAST).length;
  const away = of(events.slice(events.indexOf(last)), board, Kind.SLEEP, Kind.BLOCK)[0];
  const { WAITS, AWAITED, MASTER, OPPONENT, OVER } = BoardPhase;
  const phase =
    last.kind === Kind.WORK
      ? isWalk(events, last)
        ? AWAITED
        : MASTER
      : last.kind === HERS
        ? OPPONENT
        : last.kind === LAST
          ? OVER
          : WAITS;
  const length = last.kind === Kind.WORK ? last.value : last.kind === HERS && away !== undefined ? away.value : NaN;
  return {
    phase,
    plies,
    pairs: of(events, board, REPLY, LAST).length,
    turn: phase === OVER ? null : phase === OPPONENT ? 'opponent' : 'master',
    waits: phase === WAITS || phase === AWAITED,
    over: phase === OVER,
    since: last.at,
    until: last.at + length,
  };
}

/** Which master is at work: with processes, that of the worker the board's task runs on. */
function masterOf(events: Events, event: TraceEvent, { model }: Sample): number {
  const before = events.slice(0, events.indexOf(event));
  return model === 'processes' ? of(before, event.task, Kind.RUN).at(-1)!.value : 0;
}

function masterAfter(sample: Sample, events: Events, master: number, t: number) {
  const works = events.filter((event) => event.kind === Kind.WORK && masterOf(events, event, sample) === master);
  const last = works.at(-1);
  if (last === undefined) return { phase: MasterPhase.ABSENT, board: 0, from: 0, since: NaN, until: NaN, progress: 1 };
  const moved = of(events.slice(events.indexOf(last)), last.task, HERS)[0];
  const from = works.findLast(({ task }) => task !== last.task)?.task ?? 0;
  const stay = { board: last.task, from };
  if (moved !== undefined) return { ...stay, phase: MasterPhase.STANDS, since: moved.at, until: NaN, progress: 1 };
  const walks = isWalk(events, last);
  const told = of(events.slice(0, events.indexOf(last)), last.task, AHEAD, Kind.WORK).at(-1);
  const walked = walks && told?.kind === AHEAD ? told.value : 0;
  const progress = walked + last.value > 0 ? Math.min(1, (walked + t - last.at) / (walked + last.value)) : 1;
  return {
    ...stay,
    phase: walks ? MasterPhase.WALKS : MasterPhase.THINKS,
    since: last.at,
    until: last.at + last.value,
    progress,
  };
}

const everything = (fold: BoardsFold, t: number) => ({
  boards: Array.from({ length: fold.size }, (_, index) => fold.board(index + 1)),
  masters: Array.from({ length: fold.masters }, (_, master) => fold.masterAt(master, t)),
});

describe('the boards', () => {
  test('and the masters are where the notes of the trace put them, at every instant', () => {
    fc.assert(
      fc.property(withInstant(anyExhibition), ({ sample, t }) => {
        const fold = foldUntil(sample, t, new BoardsFold(sample.model));
        const events = until(sample.events, t);
        const boards = tasksOf(events).filter((task) => task > 0);
        const { boards: found, masters } = everything(fold, t);
        expect(found).toEqual(boards.map((board) => boardAfter(events, board)));
        expect(boards.map((board) => [fold.phaseOf(board), fold.pliesOf(board)])).toEqual(
          found.map(({ phase, plies }) => [phase, plies]),
        );
        for (let master = 0; master < 3; master++) {
          const expected = masterAfter(sample, events, master, t);
          const found = masters[master] ?? fold.masterAt(master, t);
          expect({ ...found, progress: 0 }).toEqual({ ...expected, progress: 0 });
          expect(found.progress).toBeCloseTo(expected.progress, 9);
        }
      }),
      runs(300),
    );
  });

  test('come out the same whether the events are fed at once or in portions', () => {
    fc.assert(
      fc.property(anyExhibition, fc.double({ min: 0, max: 1, noNaN: true }), (sample, share) => {
        const end = sample.trace.endsAt;
        const whole = everything(foldAll(sample, new BoardsFold(sample.model)), end);
        expect(everything(foldInTwo(sample, share, new BoardsFold(sample.model)), end)).toEqual(whole);
      }),
      runs(100),
    );
  });

  test('of a copy stay when the original goes on, and the other way round, wherever it was taken', () => {
    fc.assert(
      fc.property(anyExhibition, (sample) => {
        const end = sample.trace.endsAt;
        const whole = everything(foldAll(sample, new BoardsFold(sample.model)), end);
        for (let cut = 0; cut <= sample.trace.length; cut++) {
          const original = new BoardsFold(sample.model);
          sample.trace.feed(original, 0, cut);
          const copy = original.copy();
          const then = everything(original, end);
          sample.trace.feed(original, cut);
          expect(everything(copy, end)).toEqual(then);
          // What she has walked ahead shows only while she walks the rest of the way, so look soon.
          const soon = Math.min(sample.trace.length, cut + 3);
          sample.trace.feed(copy, cut, soon);
          const direct = new BoardsFold(sample.model);
          sample.trace.feed(direct, 0, soon);
          const at = soon === 0 ? 0 : sample.trace.at(soon - 1).at;
          expect(everything(copy, at)).toEqual(everything(direct, at));
          sample.trace.feed(copy, soon);
          expect([everything(original, end), everything(copy, end)]).toEqual([whole, whole]);
        }
      }),
      runs(20),
    );
  });

  test('of the classic exhibition: she goes round, and every board waits for her', () => {
    const sample = exhibitionSample({ model: 'asynchronous' });
    const at = (t: number) => foldUntil(sample, t, new BoardsFold('asynchronous'));
    expect(at(12).board(3)).toEqual({
      phase: BoardPhase.MASTER, plies: 0, pairs: 0, turn: 'master', waits: false, over: false, since: 10, until: 15,
    }); // prettier-ignore
    expect(at(12).board(1)).toMatchObject({ turn: 'opponent', plies: 1, since: 5, until: 60 });
    expect(at(61).board(1)).toMatchObject({ turn: 'master', plies: 2, pairs: 1, waits: true, since: 60, until: NaN });
    expect(at(12).masterAt(0, 12)).toMatchObject({ phase: MasterPhase.THINKS, board: 3, from: 2, progress: 0.4 });
    expect(at(3655).board(24)).toMatchObject({ over: true, turn: null, plies: 60, since: 3655 });
    expect(at(3655).masterAt(0, 3655)).toMatchObject({ phase: MasterPhase.STANDS, board: 24, since: 3600 });
    expect([at(0).masters, at(0).size, at(-1).size, at(0).board(99).phase]).toEqual([1, 24, 0, BoardPhase.ABSENT]);
  });

  test('one game at a time wait for theirs to begin, while she stays where she is', () => {
    const sample = exhibitionSample({ model: 'synchronous', params: { walk: 2 } });
    const at = (t: number) => foldUntil(sample, t, new BoardsFold('synchronous'));
    expect(at(40).board(24)).toMatchObject({ phase: BoardPhase.WAITS, waits: true, since: 0 });
    expect(at(40).masterAt(0, 40)).toMatchObject({ phase: MasterPhase.STANDS, board: 1, from: 0 });
    expect(at(1800.5).masterAt(0, 1800.5)).toMatchObject({
      phase: MasterPhase.WALKS, board: 2, from: 1, since: 1800, until: 1802, progress: 0.25,
    }); // prettier-ignore
    expect(at(1800.5).board(2)).toMatchObject({ phase: BoardPhase.AWAITED, waits: true, turn: 'master' });
  });

  test('that she walks to before they have replied see her arrive the sooner', () => {
    const sample = exhibitionSample({ model: 'asynchronous', params: { boards: 2, opponent: 10, walk: 8 } });
    const at = (t: number) => foldUntil(sample, t, new BoardsFold('asynchronous'));
    // She leaves board 2 at 18 and has no way to walk ahead of: board 1 has replied at 15.
    expect(at(20).masterAt(0, 20)).toMatchObject({ phase: MasterPhase.WALKS, board: 1, from: 2, progress: 0.25 });
    const ahead = sample.events.filter(({ kind }) => kind === AHEAD);
    expect(ahead).toEqual([]);
    const slow = exhibitionSample({ model: 'asynchronous', params: { boards: 2, opponent: 18, walk: 8 } });
    const walk = slow.events.find(({ kind }, index) => kind === WALKS && slow.events[index - 1]?.kind === AHEAD)!;
    const fold = foldUntil(slow, walk.at, new BoardsFold('asynchronous'));
    expect(fold.masterAt(0, walk.at).progress).toBe(5 / 8);
    expect(fold.masterAt(0, walk.at + 3).progress).toBe(1);
  });

  test('forget a way that was walked to its end before the reply', () => {
    const fold = new BoardsFold('asynchronous');
    const tell = (at: number, kind: number, task: number, value: number) => fold.event(at, kind, task, value);
    tell(0, Kind.SPAWN, 1, 0);
    tell(0, Kind.SPAWN, 2, 0);
    tell(0, Kind.WORK, 1, 5);
    tell(5, HERS, 1, 1);
    tell(9, AHEAD, 2, 4);
    tell(9, Kind.WORK, 2, 5);
    tell(14, HERS, 2, 1);
    tell(14, WALKS, 1, 4);
    tell(14, Kind.WORK, 1, 4);
    expect(fold.masterAt(0, 15)).toMatchObject({ phase: MasterPhase.WALKS, board: 1, from: 2, progress: 0.25 });
  });
});

describe('the figures of an exhibition', () => {
  test('are those of its notes and its work, at every instant', () => {
    fc.assert(
      fc.property(withInstant(anyExhibition), fc.boolean(), ({ sample, t }, copies) => {
        const fold = foldUntil(sample, t, new ExhibitionFold(sample.model));
        const events = until(sample.events, t);
        const works = events.filter(({ kind }) => kind === Kind.WORK);
        const seconds = (list: Events) => list.reduce((sum, { at, value }) => sum + Math.min(value, t - at), 0);
        const walks = works.filter((work) => isWalk(events, work));
        const thinks = works.filter((work) => !isWalk(events, work));
        const ahead = events.filter(({ kind }) => kind === AHEAD).reduce((sum, { value }) => sum + value, 0);
        const waits = thinks.map((work) => work.at - waitsSince(sample, work));
        const ready = thinks.map((work) => work.at - readySince(sample, work));
        const found = (copies ? fold.copy() : fold).summaryAt(t);
        expect(found.masterBusy).toBeCloseTo(seconds(thinks), 6);
        expect(found.masterWalked).toBeCloseTo(seconds(walks) + ahead, 6);
        expect(found.meanWait * waits.length).toBeCloseTo(
          waits.reduce((sum, wait) => sum + wait, 0),
          6,
        );
        expect(found.meanReady * ready.length).toBeCloseTo(
          ready.reduce((sum, wait) => sum + wait, 0),
          6,
        );
        expect(found).toMatchObject({
          masterFinished: events.findLast(({ kind }) => kind === HERS)?.at ?? 0,
          maxWait: Math.max(0, ...waits),
          maxReady: Math.max(0, ...ready),
          moves: events.filter(({ kind }) => [HERS, REPLY, LAST].includes(kind)).length,
          games: events.filter(({ kind }) => kind === LAST).length,
        });
      }),
      runs(300),
    );
  });

  test('of the classic one are known, and her moves under way count as a whole when no instant is given', () => {
    const sample = exhibitionSample({ model: 'asynchronous' });
    const fold = foldAll(sample, new ExhibitionFold('asynchronous'));
    const { meanWait, meanReady, ...rest } = fold.summary;
    expect(meanReady).toBe(meanWait);
    expect(rest).toEqual({
      masterBusy: 3600,
      masterWalked: 0,
      masterFinished: 3600,
      maxWait: 115,
      maxReady: 115,
      moves: 1440,
      games: 24,
    });
    expect([meanWait.toFixed(4), fold.waits.count, fold.waits.quantile(0.5)]).toEqual(['59.9167', 720, 60]);
    const early = foldUntil(sample, 7, new ExhibitionFold('asynchronous'));
    expect([early.summary.masterBusy, early.summaryAt(7).masterBusy]).toEqual([10, 7]);
  });

  test('tell of boards that are ready for hours where games are played one after the other, and not within a game', () => {
    const { summary } = foldAll(exhibitionSample({ model: 'synchronous' }), new ExhibitionFold('synchronous'));
    const { meanReady, maxReady, meanWait, maxWait } = summary;
    // 24 first waits of 0, 1800, ... 41,400 s over 720 moves.
    expect({ meanReady, maxReady, meanWait, maxWait }).toEqual({
      meanReady: 690,
      maxReady: 41_400,
      meanWait: 0,
      maxWait: 0,
    });
  });
});

/** Since when the board of a work had been ready for her: its last reply, or the beginning. */
function readySince({ events }: Sample, work: TraceEvent): number {
  const before = events.slice(0, events.indexOf(work));
  return (of(before, work.task, REPLY).at(-1) ?? of(before, work.task, Kind.SPAWN)[0]!).at;
}

/** Since when the board of a work had waited in its game: its last reply, or its beginning. */
function waitsSince({ events, model }: Sample, work: TraceEvent): number {
  const before = events.slice(0, events.indexOf(work));
  const reply = of(before, work.task, REPLY).at(-1);
  return (reply ?? of(before, work.task, model === 'asynchronous' ? Kind.SPAWN : Kind.RUN)[0]!).at;
}

test('where her thinking is awaited there is one of her at every board', () => {
  const scenario = readScenario(
    { workload: 'exhibition', variant: 'everything-awaited', params: { boards: 4 } },
    exhibition,
  );
  const run = new Run(scenario, exhibition);
  run.advance();
  const at = (t: number) => {
    const fold = new BoardsFold('asynchronous');
    run.trace.feed(fold, 0, run.trace.countUntil(t));
    const boards = [1, 2, 3, 4].map((board) => fold.phaseOf(board));
    const masters = Array.from({ length: fold.masters }, (_, master) => fold.masterAt(master, t));
    return { boards, masters: masters.map(({ phase, board }) => [phase, board]) };
  };
  const { MASTER, OPPONENT } = BoardPhase;
  const all = (phase: MasterPhase) => [1, 2, 3, 4].map((board) => [phase, board]);
  expect(at(62)).toEqual({ boards: [MASTER, MASTER, MASTER, MASTER], masters: all(MasterPhase.THINKS) });
  expect(at(70)).toEqual({ boards: [OPPONENT, OPPONENT, OPPONENT, OPPONENT], masters: all(MasterPhase.STANDS) });
});
