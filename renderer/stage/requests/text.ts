import { counted } from '../../../shared/counted.ts';
import { fill } from '../../words/fill.ts';
import { requests as words } from '../../words/en/requests.ts';
import type { Roles, PageView, RequestsView } from './view.ts';

/** Lateness below that is a sum of doubles and no lateness. */
export const ON_TIME = 0.005;

/** Seconds with one digit after the point, rounded down: what is shown has passed. */
export function tenths(seconds: number): string {
  return (Math.floor(Math.max(0, seconds) * 10 + 1e-6) / 10).toFixed(1);
}

/** Seconds with two digits after the point, rounded down. */
export function hundredths(seconds: number): string {
  return (Math.floor(Math.max(0, seconds) * 100 + 1e-6) / 100).toFixed(2);
}

/** Seconds with two digits after the point, to the nearest: of what is over. */
export function settled(seconds: number): string {
  return seconds.toFixed(2);
}

/** A task's name, from the longest wording to the shortest. */
export function namesOf(task: number, roles: Roles): string[] {
  if (task === roles.heart) return [words.heartbeat];
  const number = roles.pages.indexOf(task);
  return number < 0 ? [words.main] : pageNames(number);
}

export function pageNames(number: number): string[] {
  return words.page.map((text) => fill(text, { number }));
}

/** What goes on with a page, from the longest wording to the shortest. */
export function pageDoings({ doing, seconds }: PageView): string[] {
  return words.doing[doing].map((text) => fill(text, { seconds: tenths(seconds) }));
}

export function pageText(page: PageView): string {
  return `${pageNames(page.number)[0]!}, ${pageDoings(page)[0]!}`;
}

/** How late the beat is that is due, or else how late the last one was; seconds. */
export function latenessNow({ beats, dueAt, t }: RequestsView): number {
  if (dueAt !== null && t - dueAt > ON_TIME) return t - dueAt;
  const last = beats.at(-1);
  return last === undefined ? 0 : last.at - last.dueAt;
}

/** How the last beat came, or that the next one should have. */
export function beatText(view: RequestsView): string {
  const late = latenessNow(view);
  const { beatCount, dueAt, t } = view;
  if (dueAt !== null && t - dueAt > ON_TIME) return fill(words.overdue, { seconds: tenths(late) });
  if (view.neverBeat) return words.beat.never;
  if (beatCount === 0) return words.beat.none;
  return fill(late > ON_TIME ? words.beat.late : words.beat.onTime, { count: beatCount, seconds: tenths(late) });
}

/** The lag of the loop, now and at worst. */
export function lagText({ lag, worst }: RequestsView): string {
  const now = `${words.lag} ${fill(words.seconds, { seconds: hundredths(lag) })}`;
  return [now, fill(words.worst, { seconds: settled(worst) })].join(', ');
}

/** Everything about the loop in a line. */
export function heartText(view: RequestsView): string {
  const stuck = fill(words.stuck.told, { seconds: hundredths(view.stuck) });
  return [words.heartbeat, beatText(view), stuck, lagText(view)].join(', ');
}

/** How many others could go on if they had what is held. */
export function othersText({ ready }: RequestsView): string {
  const { none, one, many } = words.others;
  return ready === 0 ? none : ready === 1 ? one : fill(many, { count: counted(ready) });
}

export function holderText(view: RequestsView): string {
  const { holder } = view;
  if (holder === null) return words.free.loop;
  const who = namesOf(holder.task, view.roles)[0]!;
  return `${fill(words.heldBy, { who, seconds: tenths(holder.seconds) })}, ${othersText(view)}`;
}

export function blameText(task: number, seconds: number, roles: Roles): string {
  return fill(words.blame, { who: namesOf(task, roles)[0]!, seconds: hundredths(seconds) });
}
