/** What to notice at an instant: one sentence for all lanes. */
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { waitsText } from '../../shared/trace/deadlock.ts';
import type { AnyKind, Notable, StageLane } from '../stage/kit/kind.ts';
import { runLength } from '../stores/run-length.ts';
import { moments as words } from '../words/en/moments.ts';
import { fill } from '../words/fill.ts';
import { clockText } from '../words/numbers.ts';

/** A lane whose moments are told. */
export interface NotedLane extends StageLane {
  readonly status?: string;
}

/** Lanes whose sentences have room beside each other. */
const TOLD_MOST = 2;

/** The sentence for virtual instant `at`; '' before anything has happened. */
export function noticeAt(lanes: readonly NotedLane[], at: number, kind: AnyKind, entry: CatalogueEntry | null): string {
  const passed = lanes.flatMap((lane) =>
    momentsOf(lane, lanes, kind, entry)
      .filter((moment) => moment.at <= at)
      .map((moment) => ({ lane, ...moment })),
  );
  const last = Math.max(...passed.map((moment) => moment.at));
  const now = passed.filter((moment) => moment.at === last);
  // Of several at one instant a lane's last one counts.
  const told = lanes.flatMap((lane) => now.findLast((moment) => moment.lane === lane) ?? []);
  const [first] = told;
  if (first === undefined) return '';
  const alike = told.length === lanes.length && told.every(({ says }) => says === first.says);
  if (alike || first.whole) return sentence(first.says);
  return told
    .slice(0, TOLD_MOST)
    .map(({ lane, says }) => sentence(fill(words.inLane, { lane: lane.title, says })))
    .join(' ');
}

interface Told extends Notable {
  /** Whether it speaks of all lanes. */
  readonly whole: boolean;
}

/** All moments of a lane in order, its end among them. */
function momentsOf(lane: NotedLane, lanes: readonly NotedLane[], kind: AnyKind, entry: CatalogueEntry | null): Told[] {
  const moments: Told[] = kind.moments(lane, entry).map((moment) => ({ ...moment, whole: false }));
  const end = endOf(lane, lanes);
  return [...moments, ...(end === null ? [] : [end])].sort((a, b) => a.at - b.at);
}

function endOf(lane: NotedLane, lanes: readonly NotedLane[]): Told | null {
  const { end } = lane;
  if (end === null) return null;
  if (lane.status === 'deadlock') {
    const { deadlock } = lane;
    const waits = deadlock ? waitsText(deadlock) : '';
    return { at: end, says: waits === '' ? words.deadlock : fill(words.deadlockOf, { waits }), whole: false };
  }
  const run = runLength(lanes);
  if (lanes.length === 1) return { at: end, says: fill(words.ended, { end: clockText(end, run) }), whole: false };
  const ends = lanes.flatMap((each) => (each.end === null || each.status === 'deadlock' ? [] : [each.end]));
  const [quick, slow] = [Math.min(...ends), Math.max(...ends)];
  const titled = (at: number) => lanes.find((each) => each.end === at)!.title;
  if (ends.length === lanes.length && end === slow && quick < slow) {
    const gaps = { first: titled(quick), quick: clockText(quick, run), last: titled(slow), slow: clockText(slow, run) };
    return { at: end, says: fill(words.lastEnd, gaps), whole: true };
  }
  if (quick === slow) return { at: end, says: fill(words.ended, { end: clockText(end, run) }), whole: false };
  return {
    at: end,
    says: fill(lanes.length === 2 ? words.firstOfTwo : words.firstEnd, { lane: lane.title, end: clockText(end, run) }),
    whole: true,
  };
}

function sentence(says: string): string {
  return `${says.charAt(0).toUpperCase()}${says.slice(1)}.`;
}
