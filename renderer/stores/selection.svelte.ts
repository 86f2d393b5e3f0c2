/** What the audience is looking at more closely: one task, in one lane, and whether it is open over its stage. */
class SelectionStore {
  #task = $state.raw<number | null>(null);
  #lane = $state.raw<number | null>(null);
  #open = $state.raw(false);

  /** Number of the task; null when nothing is picked out. */
  get task(): number | null {
    return this.#task;
  }

  /** Number of the lane in which it is. */
  get lane(): number | null {
    return this.#lane;
  }

  /** Whether it is shown large. */
  get open(): boolean {
    return this.#open;
  }

  /** Picks a task out. What is open stays open, and shows that one. */
  pick(lane: number, task: number): void {
    this.#lane = lane;
    this.#task = task;
  }

  /** Picks a task out and shows it large. */
  show(lane: number, task: number): void {
    this.pick(lane, task);
    this.#open = true;
  }

  /** Closes what is shown large; it stays picked out. */
  close(): void {
    this.#open = false;
  }

  clear(): void {
    this.#open = false;
    this.#lane = null;
    this.#task = null;
  }
}

export const selection = new SelectionStore();
