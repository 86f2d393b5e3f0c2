/** Somebody who is told, once, that a task has ended. */
export interface Watcher {
  settled(task: number): void;
}

/** Two watchers of one task, told in the order in which they came. */
export class Watchers implements Watcher {
  readonly #first: Watcher;
  readonly #second: Watcher;

  constructor(first: Watcher, second: Watcher) {
    this.#first = first;
    this.#second = second;
  }

  settled(task: number): void {
    this.#first.settled(task);
    this.#second.settled(task);
  }
}
