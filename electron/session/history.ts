import type { SavedSession } from '../../shared/protocol/calls.ts';
import type { Change } from '../../shared/protocol/change.ts';

/** What is on screen, so that it can be shown again. */
export interface Moment {
  readonly saved: SavedSession;
  readonly params: unknown;
}

interface Entry {
  readonly moment: Moment;
  readonly change: Change;
}

/** How many changes can be taken back. */
const UNDO_MAX = 100;
/** Characters of a value that are told with a change; what is longer could not be read in a line. */
const VALUE_MAX = 120;

/** The changes that have been made, and those that were taken back and can be made again until another one is made. */
export class History {
  readonly #past: Entry[] = [];
  #future: Entry[] = [];

  /** The change that would be taken back next; null for none. */
  get undoes(): Change | null {
    return this.#past.at(-1)?.change ?? null;
  }

  /** The change that would be made again next; null for none. */
  get redoes(): Change | null {
    return this.#future.at(-1)?.change ?? null;
  }

  /** A change is about to be made to `moment`. */
  remember(moment: Moment, change: Change): void {
    this.#past.push({ moment, change });
    if (this.#past.length > UNDO_MAX) this.#past.shift();
    this.#future = [];
  }

  /** What was there before the last change; `now` is what can be had again. Null when there is nothing to take back. */
  undo(now: Moment): Moment | null {
    return move(this.#past, this.#future, now);
  }

  /** What was there after the change that was taken back last. */
  redo(now: Moment): Moment | null {
    return move(this.#future, this.#past, now);
  }
}

function move(from: Entry[], to: Entry[], now: Moment): Moment | null {
  const entry = from.pop();
  if (entry === undefined) return null;
  to.push({ moment: now, change: entry.change });
  return entry.moment;
}

/** What the change of a parameter is called. */
export function editChange(path: string, before: unknown, after: unknown): Change {
  const [from, to] = [valueAt(before, path), valueAt(after, path)];
  return {
    kind: 'edit',
    path,
    ...(isShort(from) ? { before: from } : {}),
    ...(isShort(to) ? { after: to } : {}),
  };
}

/** What it is called to open one session where another one was. */
export function openChange(before: SavedSession, after: SavedSession): Change {
  const { workload } = after.scenario;
  const what =
    workload !== before.scenario.workload
      ? 'program'
      : JSON.stringify(before.lanes) !== JSON.stringify(after.lanes)
        ? 'lanes'
        : 'values';
  return { kind: 'open', workload, what };
}

function valueAt(params: unknown, path: string): unknown {
  let value = params;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function isShort(value: unknown): boolean {
  if (Array.isArray(value) && value.length > VALUE_MAX) return false;
  return value !== undefined && JSON.stringify(value).length <= VALUE_MAX;
}
