import { Channel } from '../../shared/protocol/shell.ts';
import type { Transport } from '../../shared/protocol/transport.ts';

/** As much of a window's contents as it takes to send it something. */
export interface Contents {
  isDestroyed(): boolean;
  send(channel: string, ...args: unknown[]): void;
}

type Message = string | Uint8Array<ArrayBuffer>;

/** One page's end of Electron's messages, as a transport. The shell hands it what the page has sent. */
export class Port implements Transport {
  readonly #contents: Contents;
  #listener: ((message: Message) => void) | null = null;
  #closed: (() => void) | null = null;
  #open = true;

  constructor(contents: Contents) {
    this.#contents = contents;
  }

  /** The page has sent this; what is neither text nor bytes is dropped. */
  take(message: unknown): void {
    if (!this.#open) return;
    if (typeof message === 'string') this.#listener?.(message);
    else if (message instanceof Uint8Array) this.#listener?.(new Uint8Array(message));
  }

  send(message: Message): void {
    if (this.#open && !this.#contents.isDestroyed()) this.#contents.send(Channel.message, message);
  }

  onMessage(listener: (message: Message) => void): void {
    this.#listener = listener;
  }

  onClose(listener: () => void): void {
    this.#closed = listener;
  }

  /** The page is told, so that it does not wait for answers. */
  close(): void {
    if (!this.#open) return;
    if (!this.#contents.isDestroyed()) this.#contents.send(Channel.close);
    this.end();
  }

  /** The page is gone, or another one has taken its place. */
  end(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#closed?.();
  }
}
