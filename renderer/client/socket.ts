import { BEAT, SILENCE_MS } from '../../shared/protocol/beat.ts';
import { originShelf } from './kept-session.ts';
import type { Transport } from '../../shared/protocol/transport.ts';

const TOKEN = 'simul:token';

/**
 * The address of the host's socket: the page's own origin, with the token the page was opened with. A link that carries a
 * run has no token; it opens where the browser keeps that of an earlier page. What is kept is for this origin alone,
 * its port included.
 */
export function socketAddress(page: Pick<Location, 'protocol' | 'host' | 'search'>, kept = originShelf()): string {
  const given = new URLSearchParams(page.search).get('token');
  let token = given;
  try {
    if (given === null) token = kept?.getItem(TOKEN) ?? null;
    else kept?.setItem(TOKEN, given);
  } catch {
    // A browser may refuse, or have no room left: then it is not kept.
  }
  token ??= '';
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/socket?token=${encodeURIComponent(token)}`;
}

/** What a socket is watched with; handed in, so that tests need not wait. */
export interface Watch {
  nowMs(): number;
  delay(ms: number, task: () => void): void;
}

const pageWatch: Watch = {
  nowMs: () => performance.now(),
  delay: (ms, task) => void setTimeout(task, ms),
};
/** Wall milliseconds between two looks at how long the other end has been silent. */
const LOOK_MS = 250;

/**
 * A WebSocket as a transport. What is sent before it is open waits for it. A connection that brings nothing any more,
 * not even a sign of life, counts as closed.
 */
export function socketTransport(
  address: string,
  watch = pageWatch,
  open = (at: string) => new WebSocket(at),
): Transport {
  const socket = open(address);
  let heardMs = watch.nowMs();
  let closed: (() => void) | null = null;
  let isClosed = false;
  const end = () => {
    if (isClosed) return;
    isClosed = true;
    closed?.();
  };
  const look = () => {
    if (isClosed) return;
    if (watch.nowMs() - heardMs < SILENCE_MS) {
      watch.delay(LOOK_MS, look);
      return;
    }
    // Closing waits for the other end's goodbye, which will not come.
    end();
    socket.close();
  };
  watch.delay(LOOK_MS, look);
  socket.addEventListener('close', end, { once: true });
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
        heardMs = watch.nowMs();
        if (isClosed || data === BEAT) return;
        listener(typeof data === 'string' ? data : new Uint8Array(data));
      });
    },
    onClose(listener) {
      closed = listener;
    },
    close() {
      socket.close();
    },
  };
}
