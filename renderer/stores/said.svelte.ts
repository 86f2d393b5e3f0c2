/** Wall milliseconds for which a sentence stays. */
const STAYS_MS = 5000;

/** Runs a task after a while; the answer takes it back. */
type Later = (task: () => void, ms: number) => () => void;

const later: Later = (task, ms) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/** What the page says of something that it has done: saved a file, undone a change. It goes by itself. */
export class Said {
  readonly #later: Later;
  #text = $state.raw('');
  #count = $state.raw(0);
  #dropped = () => {};

  constructor(wait: Later = later) {
    this.#later = wait;
  }

  /** Empty when there is nothing. */
  get text(): string {
    return this.#text;
  }

  /** Counts what has been said, so that the same sentence is heard twice. */
  get count(): number {
    return this.#count;
  }

  say(text: string): void {
    this.#dropped();
    this.#text = text;
    this.#count++;
    this.#dropped = this.#later(() => (this.#text = ''), STAYS_MS);
  }
}

export const said = new Said();
