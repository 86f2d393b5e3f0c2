import type { Transport } from '../../shared/protocol/transport.ts';

/** Two ends in one process; messages arrive when `schedule` runs what it is given. */
export function transportPair(schedule: (deliver: () => void) => void): [Transport, Transport] {
  const ends = [new End(schedule), new End(schedule)] as const;
  ends[0].other = ends[1];
  ends[1].other = ends[0];
  return [ends[0], ends[1]];
}

class End implements Transport {
  other: End | null = null;
  readonly #schedule: (deliver: () => void) => void;
  #listener: ((message: string | Uint8Array<ArrayBuffer>) => void) | null = null;
  #closed: (() => void) | null = null;
  #open = true;
  readonly #kept: (string | Uint8Array<ArrayBuffer>)[] = [];

  constructor(schedule: (deliver: () => void) => void) {
    this.#schedule = schedule;
  }

  send(message: string | Uint8Array<ArrayBuffer>): void {
    const other = this.other;
    if (!this.#open || other === null) return;
    this.#schedule(() => {
      other.#take(message);
    });
  }

  onMessage(listener: (message: string | Uint8Array<ArrayBuffer>) => void): void {
    this.#listener = listener;
    for (const message of this.#kept.splice(0)) listener(message);
  }

  onClose(listener: () => void): void {
    this.#closed = listener;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#closed?.();
    this.other?.close();
  }

  #take(message: string | Uint8Array<ArrayBuffer>): void {
    if (!this.#open) return;
    if (this.#listener === null) this.#kept.push(message);
    else this.#listener(message);
  }
}
