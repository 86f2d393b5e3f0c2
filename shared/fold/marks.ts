/**
 * What a task is doing, and how that is shown. A task is in one of the states below; each living state has one of
 * four marks, which are the same in every view: a picture and a word, never a colour alone.
 */
import { Kind } from '../trace/kinds.ts';

/** The state of a task. What has ended stays as it is. */
export const State = {
  /** Nothing is known of the task: not yet, or not in a gap of the trace. */
  ABSENT: 0,
  /** It was created and has not run yet: it waits for a worker. */
  NEW: 1,
  /** It can run and waits for a worker. */
  READY: 2,
  /** It has a worker and, in the middle of some work, a processor. */
  RUNNING: 3,
  /** It gave its worker away, for some time or until somebody wakes it. */
  WAITING: 4,
  /** It keeps its worker and uses no processor: nobody else can use that worker. */
  HOLDING: 5,
  /** It keeps its worker and queues for the shared processor. */
  CONTENDING: 6,
  RETURNED: 7,
  FAILED: 8,
  CANCELLED: 9,
} as const;

export type State = (typeof State)[keyof typeof State];

/** How many states there are. */
export const STATES = 10;

/** Names of the states by number: keys for translation, and fields in exports. */
export const stateIds = [
  'absent', 'new', 'ready', 'running', 'waiting', 'holding', 'contending', 'returned', 'failed', 'cancelled',
] as const; // prettier-ignore

export type MarkId = 'running' | 'ready' | 'waiting' | 'holding';

/** One of the pictures that stand for what a task is doing. */
export interface Mark {
  readonly id: MarkId;
  readonly label: string;
  /** How it is filled, which tells it from the others without any colour. */
  readonly pattern: 'solid' | 'outlined' | 'hatched' | 'crossed';
}

/** The four marks, in the order of a legend. */
export const marks: readonly [running: Mark, ready: Mark, waiting: Mark, holding: Mark] = [
  { id: 'running', label: 'running', pattern: 'solid' },
  { id: 'ready', label: 'ready', pattern: 'outlined' },
  { id: 'waiting', label: 'waiting', pattern: 'hatched' },
  { id: 'holding', label: 'holding its worker', pattern: 'crossed' },
];

const [running, ready, waiting, holding] = marks;

/** A task that queues for the processor could go on at once if it were free: that is being ready. */
const marksByState: readonly (Mark | null)[] = [
  null, ready, ready, running, waiting, holding, ready, null, null, null,
]; // prettier-ignore

/** The mark of a state; null before a task begins and after it has ended. */
export function markOf(state: number): Mark | null {
  return marksByState[state] ?? null;
}

/** Whether a task in this state has ended. */
export function hasEnded(state: number): boolean {
  return state >= State.RETURNED;
}

/** Whether a task in this state occupies a worker. */
export function occupies(state: number): boolean {
  return state === State.RUNNING || state === State.HOLDING || state === State.CONTENDING;
}

/** Whether a task in this state only wants a worker or the processor. */
export function queues(state: number): boolean {
  return state === State.NEW || state === State.READY || state === State.CONTENDING;
}

/** What `stateAfter` says of events that leave the state of their task as it is. */
export const UNCHANGED = 255;

/** The state of a task after an event of that kind, by kind; it depends on nothing else. */
export const stateAfter: Readonly<Uint8Array> = (() => {
  const states = new Uint8Array(256).fill(UNCHANGED);
  states[Kind.SPAWN] = State.NEW;
  states[Kind.READY] = State.READY;
  states[Kind.RUN] = State.RUNNING;
  states[Kind.SLEEP] = State.WAITING;
  states[Kind.BLOCK] = State.HOLDING;
  states[Kind.WORK] = State.RUNNING;
  states[Kind.CONTEND] = State.CONTENDING;
  states[Kind.PARK] = State.WAITING;
  states[Kind.YIELD] = State.READY;
  states[Kind.DONE] = State.RETURNED;
  states[Kind.FAIL] = State.FAILED;
  states[Kind.CANCELLED] = State.CANCELLED;
  states[Kind.LOST] = State.ABSENT;
  return states;
})();
