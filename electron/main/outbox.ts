import type { Contents } from './port.ts';

/**
 * What the shell has to tell the page. A window whose page is not there yet, or is being loaded anew, gets it in order
 * as soon as the page has connected.
 */
export class Outbox {
  readonly #kept: [channel: string, what: unknown][] = [];
  #contents: Contents | null = null;

  tell(channel: string, what: unknown): void {
    const contents = this.#contents;
    if (contents === null || contents.isDestroyed()) this.#kept.push([channel, what]);
    else contents.send(channel, what);
  }

  /** The page in this window listens now. */
  connected(contents: Contents): void {
    this.#contents = contents;
    for (const [channel, what] of this.#kept.splice(0)) contents.send(channel, what);
  }

  /** The page is gone. */
  disconnected(): void {
    this.#contents = null;
  }
}
