import { say } from '../failure.ts';
import { Progress } from '../output/progress.ts';

/** How often a terminal is told. */
const LOOK_MS = 250;
/** How often a log is told, where there is no terminal. */
const LINE_MS = 60_000;

/** Tells how far work has come, at intervals of its own: also while nothing comes back from the workers. */
export class Watch {
  readonly #text: () => string;
  readonly #share: () => number;
  readonly #progress = new Progress();
  readonly #timer: NodeJS.Timeout;

  constructor(text: () => string, share: () => number) {
    this.#text = text;
    this.#share = share;
    const terminal = process.stderr.isTTY === true;
    this.#timer = terminal ? setInterval(() => this.look(), LOOK_MS) : setInterval(() => say(text()), LINE_MS);
    this.#timer.unref();
  }

  look(): void {
    this.#progress.show(this.#share(), this.#text());
  }

  end(): void {
    clearInterval(this.#timer);
    this.#progress.end();
  }
}
