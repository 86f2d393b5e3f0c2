/**
 * How fast the folds are, on a run of a million events: a thousand boards with random times. Each figure comes with
 * whether the result was the right one.
 */
import { Run } from '../../electron/session/run.ts';
import { exhibition } from '../../electron/workloads/exhibition.ts';
import { BoardsFold } from '../../shared/fold/board.ts';
import { ExhibitionFold, exhibitionEvents } from '../../shared/fold/exhibition.ts';
import { TracksFold } from '../../shared/fold/tracks.ts';
import { ProgressFold } from '../../shared/fold/progress.ts';
import { QueuesFold } from '../../shared/fold/queues.ts';
import { ReadyFold } from '../../shared/fold/ready.ts';
import { Snapshots } from '../../shared/fold/snapshots.ts';
import { StateFold } from '../../shared/fold/state.ts';
import { SummaryFold } from '../../shared/fold/summary.ts';
import { throughput } from '../../shared/fold/throughput.ts';
import { UtilisationFold } from '../../shared/fold/utilisation.ts';
import { WaitsFold } from '../../shared/fold/waits.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';
import type { EventSink, Trace } from '../../shared/trace/trace.ts';
import { median } from './figures.ts';

const { masterMoved, opponentMoved, lastReply } = exhibitionEvents.kind;
/** Moves of either side. */
const moves = [masterMoved, opponentMoved, lastReply];

export interface FoldFigure {
  readonly name: string;
  readonly figure: number;
  readonly unit: 'ns per event' | 'ms';
  readonly check: boolean;
}

const BOARDS = 1000;
const PAIRS = 143;
const model = 'asynchronous';
const machine = { model, workers: 1 } as const;

/** The run that the others are measured on; a little more than a million events. */
export function longRun(): Trace {
  const exponential = (mean: number) => ({ kind: 'exponential', mean }) as const;
  const params = {
    boards: BOARDS,
    pairMoves: PAIRS,
    master: exponential(5),
    opponent: exponential(5500),
    policy: 'fifo',
  };
  const run = new Run(readScenario({ workload: 'exhibition', model, params }, exhibition), exhibition);
  run.advance();
  return run.trace;
}

/** Milliseconds that something takes. */
function milliseconds(action: () => void): number {
  const began = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

const worst = (figures: readonly number[]) => Math.max(...figures);

/** Nanoseconds each fold takes for an event: the median of five passes over the whole run. */
export function throughputOfFolds(trace: Trace): FoldFigure[] {
  const folds: Record<string, () => EventSink> = {
    state: () => new StateFold(),
    lanes: () => new TracksFold(),
    boards: () => new BoardsFold(model),
    exhibition: () => new ExhibitionFold(model),
    progress: () => new ProgressFold(moves),
    ready: () => new ReadyFold(),
    queues: () => new QueuesFold(),
    utilisation: () => new UtilisationFold(machine),
    waits: () => new WaitsFold(),
    summary: () => new SummaryFold({ ...machine, stage: 'boards' }),
  };
  return Object.entries(folds).map(([name, make]) => {
    const passes = Array.from({ length: 5 }, () => milliseconds(() => trace.feed(make())));
    return { name: `${name} fold`, figure: (median(passes) * 1e6) / trace.length, unit: 'ns per event', check: true };
  });
}

/** Going to instants all over the run, in no order: the first time, then the median and the worst of many. */
export function stateAtInstants(trace: Trace): FoldFigure[] {
  const snapshots = new Snapshots(trace, () => new StateFold());
  let ended = 0;
  const first = milliseconds(() => (ended = snapshots.at(trace.endsAt).live));
  const times = Array.from({ length: 500 }, (_, n) => {
    const index = (n * 7_368_787) % trace.length;
    return milliseconds(() => snapshots.atIndex(index));
  });
  const there = snapshots.atIndex(500_000);
  const direct = new StateFold();
  trace.feed(direct, 0, 500_000);
  const same = [...Array(BOARDS + 1).keys()].every(
    (task) => there.untilOf(task) === direct.untilOf(task) || Number.isNaN(direct.untilOf(task)),
  );
  const check = same && ended === 0;
  return [
    { name: 'state at the end, before any snapshot', figure: first, unit: 'ms', check },
    { name: 'state at any instant, median', figure: median(times), unit: 'ms', check },
    { name: 'state at any instant, worst', figure: worst(times), unit: 'ms', check },
  ];
}

/** Drawing all lanes 1,000 pixels wide: the whole run, the same again, and a hundredth of it. */
export function lanesWindow(trace: Trace): FoldFigure[] {
  const lanes = new TracksFold();
  trace.feed(lanes);
  const end = trace.endsAt;
  const draw = (from: number, to: number) => {
    let spans = 0;
    let seconds = 0;
    const visit = (from: number, to: number) => {
      spans++;
      seconds += to - from;
    };
    for (let task = 1; task <= BOARDS; task++) lanes.each(task, from, to, (to - from) / 1000, visit);
    return { spans, seconds };
  };
  let drawn = { spans: 0, seconds: 0 };
  const whole = milliseconds(() => (drawn = draw(0, end)));
  const again = median(Array.from({ length: 9 }, () => milliseconds(() => draw(0, end))));
  const near = Array.from({ length: 9 }, (_, n) =>
    milliseconds(() => draw((n * end) / 10, (n * end) / 10 + end / 100)),
  );
  const check = drawn.spans <= BOARDS * 4008 && drawn.seconds > 0.5 * BOARDS * end;
  return [
    { name: `all lanes, whole run (${drawn.spans} spans), first time`, figure: whole, unit: 'ms', check },
    { name: 'all lanes, whole run, redrawn', figure: again, unit: 'ms', check },
    { name: 'all lanes, a hundredth of the run, first time', figure: near[0]!, unit: 'ms', check },
    { name: 'all lanes, a hundredth of the run, moved', figure: median(near), unit: 'ms', check },
  ];
}

/** The points and bars of the charts, from folds that are there. */
export function charts(trace: Trace): FoldFigure[] {
  const [ready, plies] = [new ReadyFold(), new ProgressFold(moves)];
  const utilisation = new UtilisationFold(machine);
  for (const fold of [ready, plies, utilisation]) trace.feed(fold);
  const end = trace.endsAt;
  const timed = (name: string, action: () => number): FoldFigure => {
    let length = 0;
    const times = Array.from({ length: 9 }, () => milliseconds(() => (length = action())));
    return { name, figure: median(times), unit: 'ms', check: length > 100 && length <= 1000 };
  };
  return [
    timed(`ready tasks in 1000 points of ${ready.queueing.size}`, () => ready.queueing.points(0, end, 1000).length),
    timed(`progress in 1000 points of ${plies.done.size}`, () => plies.done.points(0, end, 1000).length),
    timed('throughput in 500 windows', () => throughput(plies.done, 0, end, end / 500).length),
    timed('use in 500 windows', () => utilisation.use(0, end, end / 500).length),
  ];
}

/** All figures. */
export function foldFigures(): FoldFigure[] {
  const trace = longRun();
  return [stateAtInstants, throughputOfFolds, lanesWindow, charts].flatMap((measure) => measure(trace));
}
