/** A lane as the full view knows it. */
import { CrowdFold } from '../../shared/fold/crowd.ts';
import { ResourcesFold } from '../../shared/fold/resources.ts';
import { StintsFold } from '../../shared/fold/stints.ts';
import { TracksFold } from '../../shared/fold/tracks.ts';
import type { Deadlock } from '../../shared/trace/deadlock.ts';
import type { Trace } from '../../shared/trace/trace.ts';
import { changeText } from '../params/edit-text.ts';
import { fieldsOf } from '../params/fields.ts';
import type { AnyKind, StageLane } from '../stage/kit/kind.ts';
import { foldAt, foldOf } from '../stores/folds.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { taskTitle, type Telling } from '../words/sentence.ts';
import type { Stretch } from './window.ts';

/** What the full view needs of a lane in the stores. */
export type ShownLane = StageLane & { readonly deadlock: Deadlock | null };

/** Something that is marked at an instant. */
export interface LaneMark {
  readonly at: number;
  readonly text: string;
}

export interface ViewLane {
  readonly source: ShownLane;
  readonly telling: Telling;
  /** Numbers of the first task that has a row, and of the one behind the last. */
  readonly first: number;
  readonly count: number;
  /** When its clock stops; Infinity while that is not known. */
  readonly end: number;
  readonly edits: readonly LaneMark[];
  /** The tasks that wait for ever, and those of them in the circle. */
  readonly stuck: ReadonlySet<number>;
  readonly circle: ReadonlySet<number>;
}

export function viewLane(lane: ShownLane, kind: AnyKind, entry: CatalogueEntry | null): ViewLane {
  const fields = entry === null ? [] : fieldsOf(entry.schema);
  const { scenario } = lane.info;
  const change = (edit: (typeof scenario.edits)[number]) => changeText(edit, fields);
  return {
    source: lane,
    telling: { trace: lane.trace, vocabulary: entry?.vocabulary ?? [], manner: kind.manner, scenario, change },
    first: kind.firstTask,
    count: tracksOf(lane).size,
    end: lane.end ?? Infinity,
    edits: scenario.edits.map((edit) => ({ at: edit.at, text: change(edit) })),
    stuck: new Set(lane.deadlock?.blocked.map(({ task }) => task)),
    circle: new Set(lane.deadlock?.circle),
  };
}

export function tracksOf(lane: StageLane): TracksFold {
  return foldOf(lane, 'lanes', () => new TracksFold());
}

/** The same wait by wait. */
export function stintsOf(lane: StageLane): StintsFold {
  return foldOf(lane, 'stints', () => new StintsFold());
}

/** How many of the tasks from `first` on do what. */
export function crowdOf(lane: StageLane, first: number): CrowdFold {
  return foldOf(lane, `crowd-${first}`, () => new CrowdFold(first));
}

/** Up to which instant a task's last state is known to go on: that of the clock, and for ever in a deadlock. */
export function knownUntil({ end, stuck }: ViewLane, at: number, { to }: Stretch): (task: number) => number {
  const limit = Math.min(at, end);
  return at < end || stuck.size === 0 ? () => limit : (task) => (stuck.has(task) ? to : limit);
}

export function nameOf({ telling }: ViewLane, task: number): string {
  return taskTitle(telling, task);
}

/** The parts of a stretch of which not every event is kept. */
export function gapsIn(trace: Trace, { from, to }: Stretch): Stretch[] {
  const found: Stretch[] = [];
  for (const gap of trace.gaps) {
    if (gap.to > trace.length) break;
    const [begins, ends] = [trace.at(gap.from).at, trace.at(gap.to - 1).at];
    if (begins >= to) break;
    if (ends > from) found.push({ from: Math.max(from, begins), to: Math.min(to, ends) });
  }
  return found;
}

/** What tasks wait on at an instant. Whoever points somewhere and whoever follows the clock do not disturb each other. */
export function waitsAt({ source }: ViewLane, at: number, asker: 'pointer' | 'inspector'): ResourcesFold {
  return foldAt(source, `timeline-${asker}`, at, () => new ResourcesFold());
}
