/**
 * The scenario on screen as a file: what it is called, whether it has changed since it was saved or opened, what was
 * open before, and a copy that survives a crash of the browser.
 */
import type { SavedSession } from '../../shared/protocol/calls.ts';
import { originShelf, type Shelf } from '../client/kept-session.ts';

/** A file that was open before: its name and its text. */
export interface RecentFile {
  readonly name: string;
  readonly text: string;
}

const RECENT = 'simul:recent';
const UNSAVED = 'simul:unsaved';
/** Files that are remembered, and the longest text of one. */
const RECENT_MAX = 6;
const TEXT_MAX = 200_000;

/** A scenario that was not saved. */
export interface Unsaved {
  readonly name: string | null;
  readonly saved: SavedSession;
}

export class ScenarioFile {
  readonly #shelf: Shelf | null;
  // Null for a scenario that nobody has given a name.
  #name = $state.raw<string | null>(null);
  // What it was when it was new, opened or saved.
  #base = $state.raw<string | null>(null);
  #now = $state.raw<string | null>(null);
  #recent = $state.raw<readonly RecentFile[]>([]);
  #unsaved = $state.raw<Unsaved | null>(null);
  #workload = '';
  #kept = $state.raw(true);
  #next: { readonly name: string | null } | null = null;

  /** `shelf` is what all pages of this origin share; null where the browser keeps nothing. */
  constructor(shelf: Shelf | null = originShelf()) {
    this.#shelf = shelf;
    this.#recent = read(shelf, RECENT, isRecent) ?? [];
    this.#unsaved = read(shelf, UNSAVED, isUnsaved);
  }

  get name(): string | null {
    return this.#name;
  }

  /** Whether it differs from the file, or, without one, from what was opened. */
  get dirty(): boolean {
    return this.#base !== null && this.#now !== this.#base;
  }

  /** The files that were open before, the last one first. */
  get recent(): readonly RecentFile[] {
    return this.#recent;
  }

  /** What was left unsaved by a page that ended without a word; null for nothing, and once it was answered. */
  get unsaved(): Unsaved | null {
    return this.#unsaved;
  }

  /** Whether what is not saved would survive a crash: false where the browser has no room left for it. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Something is on screen. Another program is another scenario: it has no name yet. */
  show(saved: SavedSession): void {
    const { workload } = saved.scenario;
    this.#now = JSON.stringify(saved);
    const next = this.#next;
    this.#next = null;
    if (next !== null || workload !== this.#workload) {
      this.#name = next?.name ?? null;
      this.#base = this.#now;
      this.#workload = workload;
    }
    if (next !== null && next.name !== null) this.remember(next.name, JSON.stringify(saved));
    const left = this.#unsaved;
    // What an earlier page left stays until somebody has said what is to become of it.
    if (left !== null && JSON.stringify(left.saved) !== this.#now) return;
    if (left !== null) {
      // It is on screen again, and still in no file.
      this.#name = left.name;
      this.#base = '';
      this.#unsaved = null;
    }
    this.#keep(saved);
  }

  /** A scenario is being opened: what is shown next is the file of that name, or, without one, a new scenario. */
  opens(name: string | null): void {
    this.#next = { name };
  }

  /** The scenario on screen is in a file of that name. */
  savedAs(name: string, saved: SavedSession): void {
    this.#next = { name };
    this.show(saved);
  }

  /** What was left unsaved is taken, or left. */
  answered(): void {
    this.#unsaved = null;
    this.#put(UNSAVED, null);
  }

  /** Keeps the text of a file among those that were open before, unless it is too long for that. */
  remember(name: string, text: string): void {
    if (text.length > TEXT_MAX) return;
    this.#recent = [{ name, text }, ...this.#recent.filter((each) => each.name !== name)].slice(0, RECENT_MAX);
    this.#put(RECENT, this.#recent);
  }

  #keep(saved: SavedSession): void {
    const unsaved = this.dirty ? { name: this.#name, saved } : null;
    this.#kept = this.#put(UNSAVED, unsaved) || this.#putInPlaceOfRecent(unsaved);
  }

  /** What is nowhere else comes before copies of files. */
  #putInPlaceOfRecent(unsaved: Unsaved | null): boolean {
    if (this.#recent.length === 0) return false;
    this.#recent = [];
    return this.#put(RECENT, []) && this.#put(UNSAVED, unsaved);
  }

  /** False where a browser refuses, or has no room left. */
  #put(key: string, value: unknown): boolean {
    try {
      this.#shelf?.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }
}

function read<T>(shelf: Shelf | null, key: string, is: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(shelf?.getItem(key) ?? 'null');
    return is(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecent(value: unknown): value is RecentFile[] {
  return Array.isArray(value) && value.every(({ name, text }) => typeof name === 'string' && typeof text === 'string');
}

/** What is in it is judged by the host that opens it. */
function isUnsaved(value: unknown): value is Unsaved {
  const { saved } = (value ?? {}) as { saved?: Partial<SavedSession> };
  return typeof saved?.scenario === 'object' && Array.isArray(saved.lanes);
}

export const scenarioFile = new ScenarioFile();
