import type { Pace, SavedSession } from '../../shared/protocol/calls.ts';

/** What a page showed last, and of which host. */
export interface KeptSession {
  readonly host: string;
  readonly saved: SavedSession;
  readonly clock: KeptClock;
}

export interface KeptClock {
  readonly at: number;
  readonly pace: Pace;
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const SESSION = 'simul:session';
const CLOCK = 'simul:clock';
/** Wall milliseconds between two notes of where the clock stands. */
const CLOCK_EVERY_MS = 1000;

/** Keeps the session on screen in the browser, for as long as its tab lives: a host can be killed, and a page reloaded. */
export class SessionKeeper {
  readonly #shelf: Shelf | null;
  #clockMs = -Infinity;

  /** `shelf` is where it is kept; null where the browser keeps nothing. */
  constructor(shelf: Shelf | null) {
    this.#shelf = shelf;
  }

  /** What was kept last; null when that is nothing that can be read. The host judges what is in it. */
  read(): KeptSession | null {
    const session = this.#get(SESSION) as Partial<Omit<KeptSession, 'clock'>> | null;
    const clock = this.#get(CLOCK) as KeptClock | null;
    if (typeof session?.host !== 'string' || typeof session.saved?.scenario !== 'object') return null;
    if (!Array.isArray(session.saved.lanes)) return null;
    const { host, saved } = session;
    return { host, saved, clock: clock ?? { at: 0, pace: { kind: 'speed', speed: 1 } } };
  }

  keep(host: string, saved: SavedSession): void {
    this.#put(SESSION, { host, saved });
  }

  /** Notes where the clock stands: at once where it has come to rest, and once a second at most while it plays. */
  keepClock({ at, pace, playing }: KeptClock & { readonly playing: boolean }, nowMs: number): void {
    if (playing && nowMs - this.#clockMs < CLOCK_EVERY_MS) return;
    this.#clockMs = nowMs;
    this.#put(CLOCK, { at, pace });
  }

  #get(key: string): unknown {
    try {
      return JSON.parse(this.#shelf?.getItem(key) ?? 'null') as unknown;
    } catch {
      return null;
    }
  }

  #put(key: string, value: unknown): void {
    try {
      this.#shelf?.setItem(key, JSON.stringify(value));
    } catch {
      // A browser may refuse, or have no room left: then it is not kept.
    }
  }
}

/** The shelf of this tab; null where the browser allows none. */
export function tabShelf(): Shelf | null {
  return shelf(() => (typeof sessionStorage === 'undefined' ? null : sessionStorage));
}

/** The shelf of every tab of this origin; null where the browser allows none. */
export function originShelf(): Shelf | null {
  return shelf(() => (typeof localStorage === 'undefined' ? null : localStorage));
}

function shelf(take: () => Shelf | null): Shelf | null {
  try {
    return take();
  } catch {
    return null;
  }
}
