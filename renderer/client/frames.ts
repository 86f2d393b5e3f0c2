/** Asks for one call at the next display frame, with its wall time in milliseconds. */
export type RequestFrame = (draw: (nowMs: number) => void) => void;

/**
 * Runs its listeners once a display frame, while somebody asks for it. However often a frame is requested, there is
 * one pass; a listener that has more to show requests the next.
 */
export class FrameLoop {
  readonly #requestFrame: RequestFrame;
  readonly #listeners = new Set<(nowMs: number) => void>();
  #requested = false;

  constructor(requestFrame: RequestFrame) {
    this.#requestFrame = requestFrame;
  }

  /** Adds a listener; the answer takes it away. Listeners are called in the order in which they came. */
  onFrame(listener: (nowMs: number) => void): () => void {
    this.#listeners.add(listener);
    this.request();
    return () => this.#listeners.delete(listener);
  }

  request(): void {
    if (this.#requested) return;
    this.#requested = true;
    this.#requestFrame((nowMs) => {
      this.#requested = false;
      for (const listener of this.#listeners) listener(nowMs);
    });
  }
}

/** The page's own loop: the browser's display frames, or the next turn where there are none. */
export const frames = new FrameLoop((draw) => {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(draw);
  else setTimeout(() => draw(performance.now()), 16);
});
