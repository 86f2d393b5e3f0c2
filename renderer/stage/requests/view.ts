/** What the picture of requests shows at an instant: the heart, the pages, and the task that keeps the loop. */
import { markOf, State, hasEnded, type MarkId } from '../../../shared/fold/marks.ts';
import type { Holder } from '../../../shared/fold/lag.ts';
import type { Beat, PageDoing, RequestsStageFold } from '../../../shared/fold/requests-stage.ts';

/** A page; seconds of what goes on with it, and the share of that which is over where its end is known. */
export interface PageView {
  readonly task: number;
  readonly number: number;
  readonly doing: PageDoing;
  readonly mark: MarkId | null;
  readonly seconds: number;
  readonly share: number;
}

/** A task that keeps a worker. */
export interface HolderView {
  readonly task: number;
  readonly mark: MarkId | null;
  readonly seconds: number;
}

export interface RequestsView {
  readonly t: number;
  readonly roles: Roles;
  readonly beats: readonly Beat[];
  readonly beatCount: number;
  /** Whether the heart has ended without a beat: nothing ran beside the requests. */
  readonly neverBeat: boolean;
  /** When the next beat is due or was due; null where none will come. */
  readonly dueAt: number | null;
  readonly lag: number;
  readonly worst: number;
  /** The longest wait for what another task has, the loop or a lock, be it over or not. */
  readonly stuck: number;
  /** The task that has kept a worker longest, how many keep one, and how many are ready. */
  readonly holder: HolderView | null;
  readonly held: number;
  readonly ready: number;
  readonly ranking: readonly Holder[];
  readonly pages: readonly PageView[];
  readonly counts: RequestsStageFold['counts'];
}

/** Which task is what. */
export interface Roles {
  readonly heart: number;
  readonly pages: readonly number[];
}

/** The name that the heart's task goes by. */
export const HEART = 'heartbeat';

/** The roles of the tasks: the heart is created before the pages or after them, and known by its name. */
export function rolesOf(pages: number, names: readonly string[]): Roles {
  const named = names.indexOf(HEART);
  const heart = named < 0 ? pages + 1 : named;
  const tasks = Array.from({ length: pages + 1 }, (_, index) => index + 1).filter((task) => task !== heart);
  return { heart, pages: tasks.slice(0, pages) };
}

/** The picture at instant `t`, with at most `ranks` tasks in its ranking. */
export function viewRequests(fold: RequestsStageFold, roles: Roles, ranks: number, t: number): RequestsView {
  const { holding, lag, states } = fold;
  // A heart that has a thread of its own keeps nobody waiting.
  const holders = holding.holders.filter((task) => task !== roles.heart);
  const first = holders[0];
  const holder =
    first === undefined
      ? null
      : { task: first, mark: markOf(states.stateOf(first))?.id ?? null, seconds: t - holding.holdsSince(first) };
  return {
    t,
    roles,
    beats: fold.beats,
    beatCount: fold.beatCount,
    neverBeat: fold.beatCount === 0 && hasEnded(states.stateOf(roles.heart)),
    dueAt: dueAt(fold, roles.heart),
    lag: lag.lagAt(t),
    worst: lag.worstAt(t),
    stuck: fold.stuck.longestAt(t),
    holder,
    held: holders.length,
    ready: fold.ready,
    ranking: lag
      .heldAt(t)
      .filter(({ task }) => task !== roles.heart)
      .slice(0, ranks),
    pages: roles.pages.map((task, number) => viewPage(fold, task, number, t)),
    counts: fold.counts,
  };
}

function dueAt({ states }: RequestsStageFold, heart: number): number | null {
  const { state, since, until } = states.task(heart);
  if (state === State.ABSENT || state === State.NEW || hasEnded(state)) return null;
  return Number.isNaN(until) ? since : until;
}

function viewPage(fold: RequestsStageFold, task: number, number: number, t: number): PageView {
  const { doing, state, since, until, took } = fold.page(task);
  const timed = until > since && !hasEnded(state);
  return {
    task,
    number,
    doing,
    mark: markOf(state)?.id ?? null,
    seconds: doing === 'checked' ? took : Math.max(0, t - since),
    share: timed ? Math.min(1, Math.max(0, (t - since) / (until - since))) : 0,
  };
}
