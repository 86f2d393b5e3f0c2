import type { Delay } from './connection.ts';
import type { FrameLoop } from './frames.ts';

/** Wall milliseconds after which something counts as painted in a window that nobody sees: it gets no display frames. */
export const UNSEEN_MS = 300;

/** Tells when what has come in is on screen, and how many wall milliseconds the page was busy with that frame. */
export class Painted {
  readonly #delay: Delay;
  #waiting: ((tookMs: number | null) => void)[] = [];

  /**
   * To be made before those who paint: their work counts from here on. `settled` is kept when all that follows from a
   * frame has been done.
   */
  constructor(frames: FrameLoop, nowMs: () => number, delay: Delay, settled: () => Promise<void>) {
    this.#delay = delay;
    frames.onFrame(() => {
      if (this.#waiting.length === 0) return;
      const [beganMs, waiting] = [nowMs(), this.#waiting];
      this.#waiting = [];
      void settled().then(() => {
        for (const tell of waiting) tell(nowMs() - beganMs);
      });
    });
  }

  /** Kept after the next frame; null where there was none to measure. */
  next(): Promise<number | null> {
    return new Promise((tell) => {
      this.#waiting.push(tell);
      if (this.#waiting.length > 1) return;
      this.#delay(UNSEEN_MS, () => {
        if (!this.#waiting.includes(tell)) return;
        for (const each of this.#waiting.splice(0)) each(null);
      });
    });
  }
}
