/**
 * A deadlock as data, and the sentence that tells it. It is one of the ways in which a run ends: every task that lives
 * waits, and nothing will ever wake one.
 */

/** A task that waits for ever. */
export interface BlockedTask {
  /** Its number in the trace, and its name; the rotation of a policy that waits for a task has number -1. */
  readonly task: number;
  readonly name: string;
  /** The number of the resource it waits for; -1 where it waits for tasks. */
  readonly resource: number;
  /** What it waits for, in words. */
  readonly on: string;
  /** The living tasks that could end the wait: holders of a lock, or the tasks it waits for; empty where unknown. */
  readonly heldBy: readonly number[];
}

export interface Deadlock {
  readonly blocked: readonly BlockedTask[];
  /** Tasks in a circle: each waits for the next, and the last for the first. Empty where there is no circle. */
  readonly circle: readonly number[];
}

/** The deadlock of these tasks, with the first circle among them. */
export function deadlockOf(blocked: readonly BlockedTask[]): Deadlock {
  return { blocked, circle: circleOf(new Map(blocked.map((each) => [each.task, each]))) };
}

/** Follows waits in depth first; a task that comes up again on its own path closes a circle. */
function circleOf(blocked: ReadonlyMap<number, BlockedTask>): readonly number[] {
  const done = new Set<number>();
  for (const start of blocked.keys()) {
    const path: number[] = [];
    const places = new Map<number, number>();
    const open: { task: number; next: number }[] = [{ task: start, next: 0 }];
    while (open.length > 0) {
      const top = open.at(-1)!;
      if (top.next === 0) {
        const place = places.get(top.task);
        if (place !== undefined) return path.slice(place);
        if (done.has(top.task)) {
          open.pop();
          continue;
        }
        places.set(top.task, path.length);
        path.push(top.task);
      }
      const next = blocked.get(top.task)?.heldBy[top.next++];
      if (next !== undefined) {
        open.push({ task: next, next: 0 });
        continue;
      }
      done.add(top.task);
      places.delete(path.pop()!);
      open.pop();
    }
  }
  return [];
}

/** Waits that are told one by one. */
const TOLD_MAX = 6;

/** What each task waits for, in clauses: those of the circle where there is one, else all. */
export function waitsText({ blocked, circle }: Deadlock): string {
  if (blocked.length === 0) return 'nobody can go on';
  const byNumber = new Map(blocked.map((each) => [each.task, each]));
  const told = circle.length > 0 ? circle.map((task) => byNumber.get(task)!) : blocked;
  const clauses = told.slice(0, TOLD_MAX).map(({ task, name, on }) => {
    const holder = circle[(circle.indexOf(task) + 1) % circle.length];
    const held = circle.length === 0 ? undefined : byNumber.get(holder!)?.name;
    return `${name} waits for ${on}${held === undefined || held === on ? '' : `, which ${held} holds`}`;
  });
  const more = told.length - clauses.length;
  return `${clauses.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

/** A deadlock in a sentence. */
export function deadlockSentence(deadlock: Deadlock): string {
  return `Deadlock: ${waitsText(deadlock)}.`;
}
