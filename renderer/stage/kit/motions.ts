/** How long a movement takes to be seen, in wall milliseconds. */
const MOTION_MS = 900;

/**
 * Movements that began while they were seen. They go on in wall time to their end also where the clock stops; what
 * is reached in another way, by going to an instant, stands there at once.
 */
export class Motions {
  #moved: readonly boolean[] = [];
  readonly #startedMs = new Map<number, number>();

  /** Takes in which cards have moved by now. `seen`: the clock was running up to here, and motion is welcome. */
  take(moved: readonly boolean[], seen: boolean, nowMs: number): void {
    moved.forEach((has, card) => {
      if (!has) this.#startedMs.delete(card);
      else if (seen && this.#moved[card] === false) this.#startedMs.set(card, nowMs);
    });
    this.#moved = moved;
    for (const [card, startedMs] of this.#startedMs) {
      if (nowMs - startedMs >= MOTION_MS || card >= moved.length) this.#startedMs.delete(card);
    }
  }

  /** How far the movement of a card has come, 0..1; 1 where nothing moves. */
  share(card: number, nowMs: number): number {
    const startedMs = this.#startedMs.get(card);
    return startedMs === undefined ? 1 : Math.min(1, Math.max(0, (nowMs - startedMs) / MOTION_MS));
  }

  /** Whether anything is still moving. */
  get going(): boolean {
    return this.#startedMs.size > 0;
  }
}
