import { beforeLeaving } from '../guard.ts';
import { bar } from './bar.ts';
import { inLook, lookOf, styled, type Look } from './look.ts';

/** The terminal that a progress bar is drawn on. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const DELAY_MS = 1000;
const REDRAW_MS = 100;
const BAR = 30;
/** Back to the first column, and the line erased. */
const ERASE = '\r\u001b[2K';

/** A bar on one line of a terminal, for what takes more than a second. Anywhere else it draws nothing. */
export class Progress {
  readonly #screen: Screen;
  readonly #clock: () => number;
  readonly #look: Look | null;
  readonly #release: () => void;
  #drawAtMs: number;
  #drawn = false;

  /** `clock` is wall time in milliseconds. */
  constructor(screen: Screen = process.stderr, clock = () => performance.now(), env = process.env) {
    this.#screen = screen;
    this.#clock = clock;
    this.#look = screen.isTTY === true && env['TERM'] !== 'dumb' ? lookOf(screen, env) : null;
    this.#drawAtMs = clock() + DELAY_MS;
    this.#release = beforeLeaving(() => this.clear());
  }

  /** `share` is how much is done, 0..1, null when nobody knows. */
  show(share: number | null, text: string): void {
    const now = this.#clock();
    if (this.#look === null || now < this.#drawAtMs) return;
    this.#drawAtMs = now + REDRAW_MS;
    this.#drawn = true;
    const look = this.#look;
    const room = (this.#screen.columns || look.width) - 1;
    const done = share === null ? '' : bar(look, share, BAR).padEnd(BAR);
    const percent = share === null ? '' : ` ${String(Math.floor(share * 100)).padStart(3)}%  `;
    const words = inLook(look, text).slice(0, Math.max(0, room - done.length - percent.length));
    this.#screen.write(`${ERASE}${styled(look, 'bar', done)}${percent}${words}`);
  }

  /** Takes the bar away; it comes back if there is more to show. */
  clear(): void {
    if (this.#drawn) this.#screen.write(ERASE);
    this.#drawn = false;
  }

  /** Nothing more will be shown. */
  end(): void {
    this.clear();
    this.#release();
  }
}
