import type { Transport } from '../../shared/protocol/transport.ts';

/** The address of the host's socket: the page's own origin, with the token the page was opened with. */
export function socketAddress(page: Pick<Location, 'protocol' | 'host' | 'search'>): string {
  const token = new URLSearchParams(page.search).get('token') ?? '';
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/socket?token=${encodeURIComponent(token)}`;
}

/** A WebSocket as a transport. What is sent before it is open waits for it. */
export function socketTransport(address: string): Transport {
  const socket = new WebSocket(address);
  socket.binaryType = 'arraybuffer';
  const unsent: (string | Uint8Array<ArrayBuffer>)[] = [];
  socket.addEventListener('open', () => {
    for (const message of unsent.splice(0)) socket.send(message);
  });
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
      else if (socket.readyState === WebSocket.CONNECTING) unsent.push(message);
    },
    onMessage(listener) {
      socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
        listener(typeof data === 'string' ? data : new Uint8Array(data));
      });
    },
    onClose(listener) {
      socket.addEventListener('close', () => listener(), { once: true });
    },
    close() {
      socket.close();
    },
  };
}
