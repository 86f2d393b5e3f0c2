/** What the audience is looking at more closely: one task, in one lane. */
class SelectionStore {
  #task = $state.raw<number | null>(null);
  #lane = $state.raw<number | null>(null);

  /** Number of the task; null when nothing is picked out. */
  get task(): number | null {
    return this.#task;
  }

  /** Number of the lane in which it is. */
  get lane(): number | null {
    return this.#lane;
  }

  pick(lane: number, task: number): void {
    this.#lane = lane;
    this.#task = task;
  }

  clear(): void {
    this.#lane = null;
    this.#task = null;
  }
}

export const selection = new SelectionStore();
