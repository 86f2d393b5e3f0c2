import type { IncomingHttpHeaders } from 'node:http';
import { sameToken } from './token.ts';

/** The part of a request that decides whether it is let in. */
export interface RequestHead {
  readonly method: string;
  /** What was asked for, as it stands in the request: path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** The answer to a request: admitted to this path, or refused with a reason. */
export type Admission =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly status: 400 | 403 | 405; readonly reason: string };

/** What admits a page, and the port at which it is asked for. */
export interface Credentials {
  /** Opens everything; stands in the address that the user opens. */
  readonly token: string;
  /** Opens the files of the page and nothing else; stands in a cookie, which a browser sends to every port. */
  readonly key: string;
  readonly port: number;
}

/** Where the socket is; everything else is a file of the page. */
export const SOCKET_PATH = '/socket';

/**
 * Admits requests that have the token and come from this machine. The page is opened with the token in its address; the files it then
 * asks for carry a key of their own in a cookie. A name other than this machine's own in the Host header is a foreign page that had
 * its name point here, so the port and the three names of the machine are all that is accepted there.
 */
export function admit({ method, url, headers }: RequestHead, { token, key, port }: Credentials): Admission {
  const { host, origin, cookie } = headers;
  if (!hostsOf(port).includes(host ?? '')) return refused(403, 'this is not the name of a Simul host');
  if (origin !== undefined && origin !== `http://${host}`) return refused(403, 'another page may not ask Simul');
  // Only what an address really holds is read: no path with a host of its own, no fragment, nothing decoded.
  const parts = /^(\/[^?#]*)(?:\?([^#]*))?$/.exec(url);
  if (parts === null) return refused(400, 'this is no address of a Simul page');
  const [, path = '', query = ''] = parts;
  const given = new URLSearchParams(query).get('token');
  const toSocket = path === SOCKET_PATH;
  // A page always says where it comes from when it opens a socket.
  if (toSocket && origin === undefined) return refused(403, 'a socket needs an origin');
  // The socket wants the token in its address: a cookie would be sent along by every page that opens it.
  const inCookie = toSocket ? null : cookieOf(cookie, cookieName(port));
  const isKnown = given !== null ? sameToken(given, token) : inCookie !== null && sameToken(inCookie, key);
  if (!isKnown) return refused(403, STRANGER);
  if (method !== 'GET' && method !== 'HEAD') return refused(405, 'only GET and HEAD are answered here');
  return { ok: true, path };
}

const STRANGER = 'open the address that Simul printed when it started: it holds the token';

/** The cookie that lets a page's own files through. Cookies know no ports, so its name does, and it is not the token. */
export function cookieFor({ key, port }: Credentials): string {
  return `${cookieName(port)}=${key}; Path=/; HttpOnly; SameSite=Strict`;
}

function cookieName(port: number): string {
  return `simul-${port}`;
}

function cookieOf(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const pair = pairs.find((each) => each.startsWith(`${name}=`));
  return pair === undefined ? null : pair.slice(name.length + 1);
}

function hostsOf(port: number): string[] {
  return [`127.0.0.1:${port}`, `[::1]:${port}`, `localhost:${port}`];
}

function refused(status: 400 | 403 | 405, reason: string): Admission {
  return { ok: false, status, reason };
}
