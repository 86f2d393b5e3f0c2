import { SvelteMap } from 'svelte/reactivity';
import type { Problem } from '../../shared/scenario/problem.ts';

/** What a call comes to, as far as a form needs it. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Wall milliseconds that a slider, and a field that is written in, are left alone before the value is sent. */
export const SLIDE_MS = 160;
export const WRITE_MS = 600;

/** Runs a task after a while; the answer takes it back. */
export type Later = (task: () => void, ms: number) => () => void;

const later: Later = (task, ms) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/**
 * Values on their way from a form to the host. Of many in quick succession only the last is sent; what the host has
 * against it stays beside its field until the next one.
 */
export class ParameterEdits {
  readonly #call: (path: string, value: unknown) => Promise<Outcome>;
  readonly #later: Later;
  readonly #problems = new SvelteMap<string, readonly Problem[]>();
  // Nothing on screen depends on what is on its way.
  readonly #waiting = new Map<string, () => void>();
  readonly #underWay = new Map<string, number>();

  constructor(call: (path: string, value: unknown) => Promise<Outcome>, wait: Later = later) {
    this.#call = call;
    this.#later = wait;
  }

  /** What the host had against the last value of a parameter. */
  problems(path: string): readonly Problem[] {
    return this.#problems.get(path) ?? [];
  }

  /** Whether a value of this parameter is on its way; then the form knows better than the session. */
  busy(path: string): boolean {
    return this.waiting(path) || this.underWay(path);
  }

  /** Whether the host has a value that it has not answered yet. */
  underWay(path: string): boolean {
    return (this.#underWay.get(path) ?? 0) > 0;
  }

  /** Whether a value waits to be sent. */
  waiting(path: string): boolean {
    return this.#waiting.has(path);
  }

  /** Sends a value once the field has been left alone for a moment. */
  settle(path: string, value: unknown, ms: number): void {
    this.drop(path);
    this.#waiting.set(
      path,
      this.#later(() => void this.send(path, value), ms),
    );
  }

  /** Sends a value at once. */
  async send(path: string, value: unknown): Promise<void> {
    this.drop(path);
    this.#underWay.set(path, (this.#underWay.get(path) ?? 0) + 1);
    const outcome = await this.#call(path, value);
    this.#underWay.set(path, this.#underWay.get(path)! - 1);
    if (outcome.ok) this.#problems.delete(path);
    else this.#problems.set(path, outcome.problems);
  }

  /** Forgets a value that has not been sent yet: what stands in the field now is none. */
  drop(path: string): void {
    this.#waiting.get(path)?.();
    this.#waiting.delete(path);
  }
}
