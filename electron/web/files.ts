import type { IncomingMessage, ServerResponse } from 'node:http';
import { cachingOf, pageFile, type PageFiles } from '../host/page-files.ts';
import { SAFE_HEADERS } from '../host/page-policy.ts';
import { admit, cookieFor, type Credentials } from './admission.ts';

/** Answers a request for a file of the page: from the list, or with one line that says why not. */
export function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  files: PageFiles,
  credentials: Credentials,
): void {
  const { method = '', url = '', headers } = request;
  // A file needs no body to be asked for.
  request.resume();
  const admission = admit({ method, url, headers }, credentials);
  if (!admission.ok) {
    refuse(response, admission.status, admission.reason);
    return;
  }
  const file = pageFile(files, admission.path);
  if (file === undefined) {
    refuse(response, 404, 'there is no such file in the page');
    return;
  }
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'Cache-Control': cachingOf(file),
    'Content-Length': file.body.length,
    'Content-Type': file.type,
    ...(admission.path === '/' ? { 'Set-Cookie': cookieFor(credentials) } : {}),
  });
  response.end(method === 'HEAD' ? undefined : file.body);
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  const body = `${status}: ${reason}\n`;
  response.writeHead(status, {
    ...SAFE_HEADERS,
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(body),
    'Content-Type': 'text/plain; charset=utf-8',
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
  });
  response.end(body);
}
