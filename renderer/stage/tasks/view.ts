/** What the general stage shows at an instant: every task, what it waits for, the resources, and the last events. */
import { circleOf, type Circle } from '../../../shared/fold/circle.ts';
import { hasEnded, markOf, State, type MarkId } from '../../../shared/fold/marks.ts';
import { ResourceKind, TASKS } from '../../../shared/fold/resources.ts';
import type { Trace } from '../../../shared/trace/trace.ts';
import { general as words } from '../../words/en/general.ts';
import { fill } from '../../words/fill.ts';
import type { TileMark } from '../../picture/tiles.ts';
import { viewTask, type TaskMark, type TaskView } from '../kit/task-view.ts';
import type { TasksFold } from './fold.ts';
import { lastEvents, type TapeEntry } from './tape.ts';

/** What a task does, as far as its wording goes. */
export type Doing =
  | 'absent' | 'created' | 'ready' | 'runs' | 'works' | 'blocks' | 'sleeps' | 'contends'
  | 'lock' | 'slot' | 'free' | 'item' | 'room' | 'tasks' | 'children' | 'done' | 'failed' | 'cancelled'; // prettier-ignore

/** A task at an instant. */
export interface TaskRow {
  readonly task: number;
  readonly name: string;
  readonly view: TaskView;
  readonly doing: Doing;
  /** What it waits for; -1 for no resource. */
  readonly on: number;
  readonly resource: string;
  /** The first holder of what it waits for; '' for none. */
  readonly holder: string;
  /** How many tasks it has created, and how many of them have ended. */
  readonly children: number;
  readonly ended: number;
  /** How full its bar is, 0..1; null where nobody knows how long it takes. */
  readonly bar: number | null;
  /** Names of what it holds. */
  readonly has: readonly string[];
  /** The task that created it; '' for none. */
  readonly parent: string;
  readonly inCircle: boolean;
}

/** A task as a resource shows it. */
export interface NamedTask {
  readonly task: number;
  readonly name: string;
}

/** A resource at an instant. */
export interface ResourceView {
  readonly resource: number;
  readonly name: string;
  readonly kind: ResourceKind;
  readonly holders: readonly (NamedTask & { readonly seconds: number; readonly ended: boolean })[];
  /** The first waiters in the order of arrival, and how many there are. */
  readonly waiters: readonly NamedTask[];
  readonly waiting: number;
  readonly items: number;
  readonly deepest: number;
  readonly inCircle: boolean;
  /** The task that is selected with it. */
  readonly task: number;
}

/** The circle of a deadlock. */
export interface CircleView extends Circle {
  /** Whether it is known that nobody breaks it. */
  readonly never: boolean;
}

export interface TasksView {
  /** The tasks that are told one by one. */
  readonly rows: readonly TaskRow[];
  /** The marks of all of them where each is a tile; else nothing. */
  readonly tiles: readonly TileMark[];
  readonly counts: Readonly<Record<TaskMark, number>>;
  readonly resources: readonly ResourceView[];
  readonly circle: CircleView | null;
  /** The newest comes first. */
  readonly tape: readonly TapeEntry[];
}

/** What a view is made of. */
export interface ViewInput {
  /** What has happened up to the instant, and all that is known of the run. */
  readonly fold: TasksFold;
  readonly all: TasksFold;
  readonly trace: Trace;
  /** Events that have happened. */
  readonly happened: number;
  readonly at: number;
  /** Names of the workload's events. */
  readonly own: readonly string[];
  /** Whether all of the run is known. */
  readonly whole: boolean;
  /** Tasks of the circle in which the run ends, where the kernel has told of one. */
  readonly deadlock?: readonly number[];
}

/** How much of it there is room for. */
export interface Shown {
  readonly tasks: number;
  readonly rows: number;
  readonly tiles: boolean;
  readonly resources: readonly number[];
  readonly events: number;
}

/** Waiters of a resource that are named. */
const WAITERS_MOST = 40;

export function viewTasks(input: ViewInput, shown: Shown): TasksView {
  const { fold, trace } = input;
  const circle = viewCircle(input);
  const inCircle = new Set(circle?.tasks);
  const locked = new Set(circle?.resources);
  const has = namesHeld(input);
  const rows = Array.from({ length: Math.min(shown.rows, shown.tasks) }, (_, task) =>
    viewRow(input, task, has.get(task) ?? [], inCircle.has(task)),
  );
  return {
    rows,
    tiles: shown.tiles ? Array.from({ length: shown.tasks }, (_, task) => tileOf(fold.states.stateOf(task))) : [],
    counts: countsOf(fold, shown.tasks),
    resources: shown.resources.map((resource) => viewResource(input, resource, locked.has(resource))),
    circle,
    tape: lastEvents(trace, input.happened, shown.events, input.own),
  };
}

function viewResource({ fold, all, trace, at }: ViewInput, resource: number, inCircle: boolean): ResourceView {
  const entry = fold.resources.resource(resource);
  const ever = all.resources.resource(resource);
  const holders = (entry?.holders ?? []).map(({ task, since }) => {
    const ended = task >= 0 && hasEnded(fold.states.stateOf(task));
    return { task, name: trace.taskName(task), seconds: at - since, ended };
  });
  const waiters: NamedTask[] = [];
  for (const task of entry?.waiters.keys() ?? []) {
    if (waiters.length === WAITERS_MOST) break;
    waiters.push({ task, name: trace.taskName(task) });
  }
  return {
    resource,
    name: resourceName(trace, resource),
    kind: ever?.kind ?? 'awaited',
    holders,
    waiters,
    waiting: entry?.waiters.size ?? 0,
    items: entry?.items ?? 0,
    deepest: entry?.deepest ?? 0,
    inCircle,
    task: Math.max(0, holders[0]?.task ?? waiters[0]?.task ?? entry?.lastUser ?? ever?.lastUser ?? 0),
  };
}

/** What a resource is called. */
export function resourceName({ names }: Trace, resource: number): string {
  return names.resources[resource] || fill(words.someResource, { number: resource });
}

function viewRow(input: ViewInput, task: number, has: readonly string[], inCircle: boolean): TaskRow {
  const { fold, trace, at } = input;
  const view = viewTask(fold.states, task, at);
  const on = fold.resources.on(task);
  const entry = on >= 0 ? fold.resources.resource(on) : undefined;
  const children = fold.children.childrenOf(task);
  const ended = fold.children.endedOf(task);
  const parent = fold.children.parentOf(task);
  const doing = doingOf(input, task, children);
  return {
    task,
    name: trace.taskName(task),
    view,
    doing,
    on: Math.max(-1, on),
    resource: on >= 0 ? resourceName(trace, on) : '',
    holder: entry?.holders[0] === undefined ? '' : trace.taskName(entry.holders[0].task),
    children,
    ended,
    bar: doing === 'children' ? ended / children : Number.isNaN(view.whole) ? null : view.share,
    has,
    parent: parent >= 0 ? trace.taskName(parent) : '',
    inCircle,
  };
}

function doingOf({ fold, all }: ViewInput, task: number, children: number): Doing {
  const state = fold.states.stateOf(task);
  const timed = !Number.isNaN(fold.states.untilOf(task));
  switch (state) {
    case State.ABSENT:
      return 'absent';
    case State.NEW:
      return 'created';
    case State.READY:
      return 'ready';
    case State.RUNNING:
      return timed ? 'works' : 'runs';
    case State.HOLDING:
      return 'blocks';
    case State.CONTENDING:
      return 'contends';
    case State.RETURNED:
      return 'done';
    case State.FAILED:
      return 'failed';
    case State.CANCELLED:
      return 'cancelled';
  }
  if (timed) return 'sleeps';
  const on = fold.resources.on(task);
  if (on === TASKS) return children > 0 ? 'children' : 'tasks';
  const entry = fold.resources.resource(on);
  const kind = all.resources.resource(on)?.kind;
  if (kind === 'semaphore') return 'slot';
  if (kind !== ResourceKind.QUEUE || entry === undefined) return (entry?.holders.length ?? 0) > 0 ? 'lock' : 'free';
  // Who waits for room, for an item or until all are dealt with is written alike: what the task does with queues tells.
  if (entry.items > 0) return all.resources.puts(task) ? 'room' : 'free';
  return all.resources.takes(task) ? 'item' : 'free';
}

function tileOf(state: State): TileMark {
  return state === State.ABSENT ? 'absent' : (markOf(state)?.id ?? 'over');
}

const marksCounted: Readonly<Record<MarkId, readonly State[]>> = {
  running: [State.RUNNING],
  ready: [State.NEW, State.READY, State.CONTENDING],
  waiting: [State.WAITING],
  holding: [State.HOLDING],
};

function countsOf({ states }: TasksFold, tasks: number): Record<TaskMark, number> {
  const sum = (mark: MarkId) => marksCounted[mark].reduce<number>((total, state) => total + states.count(state), 0);
  return {
    running: sum('running'),
    ready: sum('ready'),
    waiting: sum('waiting'),
    holding: sum('holding'),
    done: states.count(State.RETURNED),
    failed: states.count(State.FAILED),
    cancelled: states.count(State.CANCELLED),
    absent: Math.max(0, tasks - states.size) + states.count(State.ABSENT),
  };
}

/** The names of the resources that each task holds. */
function namesHeld({ fold, trace }: ViewInput): Map<number, readonly string[]> {
  const has = new Map<number, readonly string[]>();
  for (const resource of fold.resources.used) {
    const name = resourceName(trace, resource);
    for (const { task } of fold.resources.resource(resource)!.holders) has.set(task, [...(has.get(task) ?? []), name]);
  }
  return has;
}

function viewCircle({ fold, all, whole, deadlock }: ViewInput): CircleView | null {
  const signals = (resource: number) => all.resources.resource(resource)?.signals ?? false;
  const found = circleOf(fold.resources, signals);
  const told = deadlock !== undefined && deadlock.length > 0 ? deadlock : null;
  // At the end the kernel knows best: it also sees waits for tasks.
  const circle = told === null ? found : { tasks: told, resources: told.map((task) => fold.resources.on(task)) };
  if (circle === null) return null;
  if (told !== null) return { ...circle, never: true };
  const last = whole ? circleOf(all.resources, signals) : null;
  return { ...circle, never: last !== null && JSON.stringify(last) === JSON.stringify(circle) };
}
