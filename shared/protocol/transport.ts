/**
 * Two ends that exchange messages in order. Text is JSON, bytes are packets. Electron's ports, a WebSocket and an
 * in-memory pair are the three adapters.
 */
export interface Transport {
  /** Whether what was sent piles up on this side: it is better to wait. Left out where nothing can pile up. */
  readonly congested?: boolean;
  send(message: string | Uint8Array<ArrayBuffer>): void;
  /** Told of every message; one listener. Messages that came before are kept for it. */
  onMessage(listener: (message: string | Uint8Array<ArrayBuffer>) => void): void;
  /** Told once, when nothing can be sent any more. */
  onClose(listener: () => void): void;
  close(): void;
}
