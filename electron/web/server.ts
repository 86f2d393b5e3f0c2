/**
 * The browser's shell: serves the page and its session to browsers on this machine, and to nobody else. All pages
 * look at the same session, and each of them may steer it.
 */
import { createServer, STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Host } from '../host/host.ts';
import type { PageFiles } from '../host/page-files.ts';
import { CALL_LENGTH_MAX } from '../../shared/protocol/limits.ts';
import type { WallClock } from '../host/wall-clock.ts';
import { admit, SOCKET_PATH, type Admission, type Credentials } from './admission.ts';
import { answerFile } from './files.ts';
import { keepAlive } from './keep-alive.ts';
import { FIRST_PORT, listenOnLoopback, listenOnLoopback6 } from './listen.ts';
import { socketTransport } from './socket-transport.ts';
import { keyOf, newToken } from './token.ts';

/** Wall milliseconds that pages have to say goodbye. */
const GOODBYE_MS = 300;

export interface WebOptions {
  readonly host: Host;
  readonly files: PageFiles;
  readonly clock: WallClock;
  /** Where the search for a free port begins; 0 takes any. */
  readonly port?: number;
  /** The token of the port that was got; a new one when left out. */
  readonly tokenOf?: (port: number) => Promise<string>;
}

/** A shell that is open. */
export interface Web {
  /** What to open in a browser, with the token. */
  readonly address: string;
  readonly port: number;
  /** Lets nobody in any more and ends every connection; done when the port is free again. */
  close(): Promise<void>;
}

/** Opens the shell. @throws when no port can be had. */
export async function serveWeb(options: WebOptions): Promise<Web> {
  const { host, files, clock, port: first = FIRST_PORT, tokenOf } = options;
  let credentials: Credentials | null = null;
  // Bytes: a character of a call takes up to three. What is longer is not even read; what is a little too long is answered.
  const maxPayload = 3 * CALL_LENGTH_MAX;
  const sockets = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  const open = (): Server => {
    const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 10_000 }, (request, response) => {
      if (credentials !== null) answerFile(request, response, files, credentials);
    });
    server.on('upgrade', (request, stream, head) => {
      const admission = admissionOf(request, credentials);
      if (!admission.ok) {
        refuseUpgrade(stream, admission);
        return;
      }
      sockets.handleUpgrade(request, stream, head, (socket) => {
        keepAlive(socket, clock);
        host.connect(socketTransport(socket));
      });
    });
    server.on('clientError', (_, stream) => {
      if (stream.writable) refuseUpgrade(stream, { status: 400, reason: 'this is no request' });
    });
    return server;
  };

  const servers = [open()];
  const port = await listenOnLoopback(servers[0]!, first);
  const token = (await tokenOf?.(port)) ?? newToken();
  credentials = { token, key: keyOf(token), port };
  const other = open();
  if (await listenOnLoopback6(other, port)) servers.push(other);

  return {
    address: `http://127.0.0.1:${port}/?token=${token}`,
    port,
    async close() {
      const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
      host.close();
      const cancel = clock.schedule(GOODBYE_MS, () => {
        for (const socket of sockets.clients) socket.terminate();
      });
      for (const server of servers) server.closeAllConnections();
      await Promise.all(closed);
      cancel();
    },
  };
}

function admissionOf({ method = '', url = '', headers }: IncomingMessage, credentials: Credentials | null): Admission {
  if (credentials === null) return { ok: false, status: 403, reason: 'Simul is not open yet' };
  const admission = admit({ method, url, headers }, credentials);
  if (!admission.ok || admission.path === SOCKET_PATH) return admission;
  return { ok: false, status: 400, reason: 'there is no socket here' };
}

/** A request for a connection of another kind gets an ordinary answer and no connection. */
function refuseUpgrade(stream: Duplex, { status, reason }: { readonly status: number; readonly reason: string }): void {
  const body = `${status}: ${reason}\n`;
  stream.on('error', () => {});
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `X-Content-Type-Options: nosniff\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
