import type { Pace } from '../../shared/protocol/calls.ts';
import { SHOW_SECONDS } from '../../shared/protocol/limits.ts';
import { ShowPace } from './show-pace.ts';

/** Wall milliseconds over which the achieved speed is averaged. */
const WINDOW_MS = 500;

/**
 * Most wall milliseconds that one tick counts. A longer gap is no playing: the process was stopped, the lid was closed,
 * or a debugger stood still.
 */
export const TICK_MAX_MS = 250;

/** What bounds the clock: how far it may go now, and where it ends, if that is known. */
export interface Horizon {
  /** Virtual seconds up to which every lane has been computed. */
  readonly reached: number;
  /** When the last lane ends; null while one is still being computed. */
  readonly endsAt: number | null;
  /** When each lane ends, as far as that is known. */
  readonly finishes?: readonly number[];
}

/**
 * Maps wall time to virtual time. Wherever the pace changes, or the clock is moved or held up, it is based anew,
 * so that no wall time is ever counted at a pace that was not in force then. Knows no timer: `tick` is told the
 * wall time.
 */
export class Pacer {
  #at = 0;
  #playing = false;
  #pace: Pace = { kind: 'speed', speed: 60 };
  // The speed at which what is on screen can be followed step by step.
  #follow = 60;
  #show: { readonly key: string; readonly pace: ShowPace } | null = null;
  #lastMs = 0;
  // The clock's position at wall instants of the last half second, oldest first.
  #marks: { ms: number; at: number }[] = [];

  /** Virtual seconds that the clock shows. */
  get at(): number {
    return this.#at;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get pace(): Pace {
    return this.#pace;
  }

  play(nowMs: number): void {
    if (this.#playing) return;
    this.#playing = true;
    this.#base(nowMs);
  }

  pause(): void {
    this.#playing = false;
    this.#marks = [];
  }

  setPace(pace: Pace, nowMs: number): void {
    this.#pace = pace;
    this.#base(nowMs);
  }

  /** Sets the pace for another program, which nobody has asked for; it can be followed step by step at `speed`. */
  suit(speed: number): void {
    this.#follow = speed;
    this.#pace = { kind: 'whole', seconds: SHOW_SECONDS, eased: true };
    this.#marks = [];
  }

  moveTo(at: number, nowMs: number): void {
    this.#at = at;
    this.#base(nowMs);
  }

  /** Lets the clock go on to wall instant `nowMs`, as far as the horizon allows; at its end it stops playing. */
  tick(nowMs: number, horizon: Horizon): void {
    if (!this.#playing) return;
    const passed = Math.min(TICK_MAX_MS, Math.max(0, nowMs - this.#lastMs)) / 1000;
    this.#lastMs = nowMs;
    const wanted = this.#wanted(passed, horizon);
    const end = horizon.endsAt ?? horizon.reached;
    if (wanted < end) {
      this.#at = wanted;
    } else {
      this.#at = Math.max(this.#at, end);
      if (horizon.endsAt !== null) this.pause();
    }
    this.#mark(nowMs);
  }

  /** Virtual seconds per wall second that the pace comes to; null where it has no such number (yet). */
  speed(horizon: Pick<Horizon, 'endsAt' | 'finishes'>): number | null {
    const show = this.#showOf(horizon);
    if (show !== null) return show.speedAt(this.#at);
    switch (this.#pace.kind) {
      case 'speed':
        return this.#pace.speed;
      case 'fastest':
        return null;
      case 'whole':
        // Until the ends are known, an eased run goes as slowly as it begins.
        if (this.#pace.eased === true && horizon.endsAt === null) return this.#follow;
        return horizon.endsAt === null ? null : Math.max(horizon.endsAt, Number.MIN_VALUE) / this.#pace.seconds;
    }
  }

  /** Virtual seconds per wall second over the last half second of playing; null when there is none yet. */
  get achieved(): number | null {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (first === undefined || last === undefined || last.ms - first.ms < WINDOW_MS / 5) return null;
    return ((last.at - first.at) / (last.ms - first.ms)) * 1000;
  }

  /** Where the clock would be so many wall seconds later. */
  #wanted(passed: number, horizon: Horizon): number {
    if (this.#pace.kind === 'fastest') return Infinity;
    const show = this.#showOf(horizon);
    if (show !== null) return show.virtualAt(show.wallAt(this.#at) + passed);
    // Until it is known how long the whole is, its pace is not known either, and the clock waits.
    return this.#at + passed * (this.speed(horizon) ?? 0);
  }

  #showOf({ endsAt, finishes = [] }: Pick<Horizon, 'endsAt' | 'finishes'>): ShowPace | null {
    if (this.#pace.kind !== 'whole' || this.#pace.eased !== true || endsAt === null || endsAt <= 0) return null;
    const options = { seconds: this.#pace.seconds, end: endsAt, finishes, follow: this.#follow };
    const key = JSON.stringify(options);
    if (this.#show?.key !== key) this.#show = { key, pace: new ShowPace(options) };
    return this.#show.pace;
  }

  #base(nowMs: number): void {
    this.#lastMs = nowMs;
    this.#marks = [];
    if (this.#playing) this.#mark(nowMs);
  }

  #mark(nowMs: number): void {
    if (!this.#playing) return;
    this.#marks.push({ ms: nowMs, at: this.#at });
    while (this.#marks.length > 2 && nowMs - this.#marks[1]!.ms >= WINDOW_MS) this.#marks.shift();
  }
}
