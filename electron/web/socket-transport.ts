import type { RawData, WebSocket } from 'ws';
import type { Transport } from '../../shared/protocol/transport.ts';

/** Bytes that may wait to leave before the host is asked to wait: some three full frames. */
const CONGESTED_BYTES = 2 << 20;
/** Bytes waiting from which on the page is given up: it asks and asks, and never reads. */
const HOPELESS_BYTES = 32 << 20;

type Message = string | Uint8Array<ArrayBuffer>;

/** A WebSocket as a transport: text messages are text, binary ones are bytes. */
export function socketTransport(socket: WebSocket): Transport {
  const kept: Message[] = [];
  let listener: ((message: Message) => void) | null = null;
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? bytesOf(data) : textOf(data);
    if (listener === null) kept.push(message);
    else listener(message);
  });
  // What goes wrong with a connection ends it, and `close` follows.
  socket.on('error', () => {});
  return {
    get congested() {
      return socket.bufferedAmount > CONGESTED_BYTES;
    },
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > HOPELESS_BYTES) socket.terminate();
      else socket.send(message);
    },
    onMessage(given) {
      listener = given;
      for (const message of kept.splice(0)) given(message);
    },
    onClose(given) {
      if (socket.readyState === socket.CLOSED) given();
      else socket.once('close', () => given());
    },
    close() {
      socket.close(1001);
    },
  };
}

function textOf(data: RawData): string {
  return whole(data).toString('utf8');
}

function bytesOf(data: RawData): Uint8Array<ArrayBuffer> {
  return new Uint8Array(whole(data));
}

function whole(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}
