import type { Pace } from '../../shared/protocol/calls.ts';
import type { ClockState } from '../../shared/protocol/pushes.ts';

/** Wall seconds by which the page's clock may differ from the host's before it is put right at once. */
const TOLERANCE = 0.3;
/** Wall milliseconds after which the page does not go on by itself: a host that says nothing may stand still. */
const UNTOLD_MAX_MS = 250;
/** Share of a smaller difference that is taken away with each word from the host. */
const CORRECTION = 0.15;

/**
 * The session's clock as the page shows it. Between two words from the host it goes on by itself at the pace that is
 * in force, but never beyond what every lane has reached; while it plays it does not go back for the sake of
 * a few milliseconds.
 */
export class ClockStore {
  #at = $state.raw(0);
  #playing = $state.raw(false);
  #pace = $state.raw<Pace>({ kind: 'speed', speed: 60 });
  #speed = $state.raw<number | null>(60);
  #achieved = $state.raw<number | null>(null);
  #endsAt = $state.raw<number | null>(null);
  // The clock stood at #anchorAt at wall instant #anchorMs.
  #anchorAt = 0;
  #anchorMs = 0;
  // While it plays it shows nothing before this instant.
  #least = 0;

  /** Virtual seconds on screen; changes once a display frame. */
  get at(): number {
    return this.#at;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** What was asked for. */
  get pace(): Pace {
    return this.#pace;
  }

  /** Virtual seconds per wall second that the pace comes to; null where that is not known, and for "fastest". */
  get speed(): number | null {
    return this.#speed;
  }

  /** What the last half second of playing has come to; null when paused. */
  get achieved(): number | null {
    return this.#achieved;
  }

  /** When the last lane ends; null while that is not known. */
  get endsAt(): number | null {
    return this.#endsAt;
  }

  /**
   * Takes the host's word, which came at wall instant `nowMs`. Where the page is `ahead`, the word is about a place that
   * it has left, and the clock stays where it is.
   */
  set(state: ClockState, nowMs: number, ahead = false): void {
    const predicted = this.#predict(nowMs);
    // An eased pace comes to another speed with every word.
    const samePace = JSON.stringify(state.pace) === JSON.stringify(this.#pace);
    const goesOn = this.#playing && state.playing && state.speed !== null && this.#speed !== null && samePace;
    const off = state.at - predicted;
    const near = goesOn && Math.abs(off) < TOLERANCE * Math.max(state.speed, this.#speed!);
    if (ahead) this.#anchorAt = predicted;
    else this.#anchorAt = near ? Math.max(this.#least, predicted + CORRECTION * off) : state.at;
    this.#anchorMs = nowMs;
    this.#playing = state.playing;
    this.#speed = state.speed;
    this.#achieved = state.achieved;
    this.#endsAt = state.endsAt;
    if (!samePace) this.#pace = state.pace;
  }

  /** Goes to `at` at wall instant `nowMs`, and on from there if it plays. The next `tick` shows it. */
  moveTo(at: number, nowMs: number): void {
    this.#anchorAt = Math.min(at, this.#endsAt ?? Infinity);
    this.#anchorMs = nowMs;
    this.#least = this.#anchorAt;
  }

  /** Moves on to wall instant `nowMs`, where every lane is complete up to virtual instant `reached`. */
  tick(nowMs: number, reached: number): void {
    this.#at = Math.max(0, Math.min(this.#predict(nowMs), reached, this.#endsAt ?? Infinity));
    this.#least = this.#at;
  }

  /** Where it would be at wall instant `nowMs` if all lanes had come so far: where it was sent to, and on from there. */
  goal(nowMs: number): number {
    return Math.max(0, Math.min(this.#predict(nowMs), this.#endsAt ?? Infinity));
  }

  /** Stands still where it is: nobody says any more how time goes. */
  hold(): void {
    this.#anchorAt = this.#at;
    this.#playing = false;
    this.#achieved = null;
  }

  #predict(nowMs: number): number {
    const untoldMs = Math.min(UNTOLD_MAX_MS, Math.max(0, nowMs - this.#anchorMs));
    const passed = this.#playing && this.#speed !== null ? untoldMs / 1000 : 0;
    return this.#anchorAt + passed * (this.#speed ?? 0);
  }
}
