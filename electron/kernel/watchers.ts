/** A listener that is told, once, that a task has ended. */
export interface Watcher {
  settled(task: number): void;
}

/** Several watchers of one task, told in the order in which they came. */
export class Watchers implements Watcher {
  readonly #all: Watcher[];

  constructor(first: Watcher, second: Watcher) {
    this.#all = [first, second];
  }

  add(watcher: Watcher): void {
    this.#all.push(watcher);
  }

  settled(task: number): void {
    for (const watcher of this.#all) watcher.settled(task);
  }
}
