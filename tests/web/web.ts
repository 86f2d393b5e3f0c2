import { request } from 'node:http';
import { afterEach } from 'vitest';
import { WebSocket } from 'ws';
import { Host } from '../../electron/host/host.ts';
import type { PageFiles } from '../../electron/host/page-files.ts';
import { wallClock } from '../../electron/host/wall-clock.ts';
import { serveWeb, type Web } from '../../electron/web/server.ts';
import { socketTransport } from '../../electron/web/socket-transport.ts';
import { exhibition, exhibitionOf } from '../support/sessions.ts';
import { TestPage } from '../support/test-page.ts';

const file = (text: string, type: string, immutable: boolean) => ({ body: Buffer.from(text), type, immutable });

/** A page of two files. */
export const files: PageFiles = new Map([
  ['/index.html', file('<!doctype html>', 'text/html; charset=utf-8', false)],
  ['/assets/app.js', file('let x;', 'text/javascript; charset=utf-8', true)],
]);

const opened: Web[] = [];
afterEach(async () => {
  for (const web of opened.splice(0)) await web.close();
});

/** A shell that is closed after the test. */
export async function open(port = 0, params: object = { boards: 3 }): Promise<Web & { host: Host; token: string }> {
  const host = new Host({ workloads: [exhibition], start: exhibitionOf(params), clock: wallClock });
  const web = await serveWeb({ host, files, clock: wallClock, port });
  opened.push(web);
  return { ...web, host, token: new URL(web.address).searchParams.get('token')! };
}

/** An answer, whole. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks for a path just as it is written; a URL would tidy it up first. */
export function get(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

/** Knocks at the socket; resolves to the socket, or to the status with which it was refused. */
export function openSocket(port: number, path: string, headers: Record<string, string>): Promise<WebSocket | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_, response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    socket.on('error', reject);
  });
}

/** A page that is connected as a browser's is, and has said hello. */
export async function connect({
  port,
  token,
}: {
  port: number;
  token: string;
}): Promise<{ page: TestPage; socket: WebSocket }> {
  const socket = await openSocket(port, `/socket?token=${token}`, { origin: `http://127.0.0.1:${port}` });
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  const page = new TestPage(socketTransport(socket));
  page.hello();
  return { page, socket };
}

/** Waits until something is so, looking again whenever the socket has brought something. */
export function until(socket: WebSocket, isSo: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!isSo()) return;
      socket.off('message', look);
      resolve();
    };
    socket.on('message', look);
    socket.on('close', () => (isSo() ? resolve() : reject(new Error('the socket was closed before'))));
    look();
  });
}
