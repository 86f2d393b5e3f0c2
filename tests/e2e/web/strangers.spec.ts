import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { WebSocket } from 'ws';
import { expect, test } from '../app.ts';
import type { AppHost } from '../../support/app-host.ts';

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

/** Asks the host as no browser would: with any header, and with a path that nobody tidies up. */
function status(host: AppHost, { path = '/', method = 'GET', headers = {} }: Asked): Promise<number> {
  const { hostname, port } = new URL(host.address);
  return new Promise((settle, refuse) => {
    const request = ask({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      settle(response.statusCode ?? 0);
    });
    request.on('error', refuse);
    request.end();
  });
}

/** What a socket comes to: 101 when it opens, else the status that it is refused with. */
function knock(address: string, options: { origin?: string; headers?: IncomingHttpHeaders } = {}): Promise<number> {
  return new Promise((settle, refuse) => {
    const socket = new WebSocket(address, options);
    socket.on('open', () => {
      socket.close();
      settle(101);
    });
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      settle(response.statusCode ?? 0);
    });
    socket.on('error', refuse);
  });
}

test('a stranger without the token gets 403 for every address', async ({ host }) => {
  const { search } = new URL(host.address);
  const wrong = `${search.slice(0, -1)}${search.endsWith('A') ? 'B' : 'A'}`;
  const told = {
    'no token': await status(host, {}),
    'no token, a file': await status(host, { path: '/index.html' }),
    'no token, no such file': await status(host, { path: '/nothing' }),
    'a wrong token': await status(host, { path: `/${wrong}` }),
    'an empty token': await status(host, { path: '/?token=' }),
    'a cookie of another': await status(host, { headers: { cookie: `simul-${new URL(host.address).port}=guess` } }),
    'the socket': await knock(host.socket.replace(/token=.*/, ''), { origin: host.origin }),
    'the socket, a wrong token': await knock(host.socket.replace(/token=.*/, 'token=guess'), { origin: host.origin }),
  };
  expect(told).toEqual(Object.fromEntries(Object.keys(told).map((who) => [who, 403])));
});

test('the token lets nobody in from another page or under another name', async ({ host }) => {
  const { search } = new URL(host.address);
  const path = `/${search}`;
  expect(await status(host, { path })).toBe(200);
  expect(await status(host, { path, headers: { origin: 'http://example.com' } })).toBe(403);
  expect(await status(host, { path, headers: { host: 'example.com' } })).toBe(403);
  expect(await knock(host.socket, { origin: host.origin })).toBe(101);
  expect(await knock(host.socket, { origin: 'http://example.com' })).toBe(403);
  expect(await knock(host.socket)).toBe(403);
});

test('no path leads out of the page’s folder, and nothing but GET and HEAD is answered', async ({ host }) => {
  const { search } = new URL(host.address);
  for (const path of ['/../cli/index.js', '/..%2fcli/index.js', '/%2e%2e/cli/index.js', '/assets/../../cli/index.js']) {
    expect(await status(host, { path: `${path}${search}` }), path).toBe(404);
  }
  expect(await status(host, { path: `/${search}`, method: 'POST' })).toBe(405);
  expect(await status(host, { path: `/${search}`, method: 'HEAD' })).toBe(200);
});

test('a stranger’s browser sees a refusal that says what to do, and nothing of the app', async ({
  host,
  page,
  complaints,
}) => {
  const answer = await page.goto(host.origin);
  expect(answer?.status()).toBe(403);
  await expect(page.locator('body')).toHaveText(/open the address that Simul printed/);
  // The browser writes a refused request into its console by itself.
  expect(complaints.splice(0).filter((each) => !each.includes('403'))).toEqual([]);
});
