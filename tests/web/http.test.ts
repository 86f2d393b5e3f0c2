import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { SAFE_HEADERS } from '../../electron/host/page-policy.ts';
import { get, open } from './web.ts';

const lower = Object.fromEntries(Object.entries(SAFE_HEADERS).map(([name, value]) => [name.toLowerCase(), value]));

/** The key that a browser gets as a cookie. */
async function keyOf({ port, token }: { port: number; token: string }): Promise<string> {
  const { headers } = await get(port, `/?token=${token}`);
  return /^simul-\d+=([\w-]+);/.exec(String(headers['set-cookie']))![1]!;
}

describe('the page', () => {
  test('comes to whoever has the token, with the headers that keep it to itself', async () => {
    const { port, token, address } = await open();
    expect(address).toBe(`http://127.0.0.1:${port}/?token=${token}`);
    const { status, headers, body } = await get(port, `/?token=${token}`);
    expect([status, body]).toEqual([200, '<!doctype html>']);
    expect(headers).toMatchObject({
      ...lower,
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'set-cookie': [
        expect.stringMatching(new RegExp(`^simul-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)),
      ],
    });
  });

  test('keeps the token out of the cookie, which every port of the machine is sent', async () => {
    const { port, token } = await open();
    const key = await keyOf({ port, token });
    expect(key).not.toBe(token);
    expect((await get(port, `/?token=${key}`)).status).toBe(403);
    expect((await get(port, '/', { cookie: `simul-${port}=${token}` })).status).toBe(403);
  });

  test('gets its files by the cookie that came with it', async () => {
    const { port, token } = await open();
    const { status, headers, body } = await get(port, '/assets/app.js', {
      cookie: `a=b; simul-${port}=${await keyOf({ port, token })}`,
    });
    expect([status, body, headers['content-type']]).toEqual([200, 'let x;', 'text/javascript; charset=utf-8']);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('may be asked for with HEAD, and comes without its body', async () => {
    const { port, token } = await open();
    const { status, headers, body } = await get(port, `/?token=${token}`, {}, 'HEAD');
    expect([status, headers['content-length'], body]).toEqual([200, '15', '']);
  });

  test.each(['127.0.0.1', 'localhost', '[::1]'])('answers to the name %s', async (name) => {
    const { port, token } = await open();
    expect((await get(port, `/?token=${token}`, { host: `${name}:${port}` })).status).toBe(200);
  });
});

describe('a stranger', () => {
  type Place = { port: number; token: string };
  const strangers: [who: string, path: (place: Place) => string, headers: (place: Place) => Record<string, string>][] =
    [
      ['without a token', () => '/', () => ({})],
      ['without a token, for a file', () => '/assets/app.js', () => ({})],
      ['without a token, for nothing', () => '/nothing', () => ({})],
      ['with another token', () => '/?token=AAAA', () => ({})],
      ['with an empty token', () => '/?token=', () => ({})],
      ['with half the token', ({ token }) => `/?token=${token.slice(0, 20)}`, () => ({})],
      ['with another cookie', () => '/', ({ port }) => ({ cookie: `simul-${port}=x` })],
      ['with the cookie of another port', () => '/', ({ port, token }) => ({ cookie: `simul-${port + 1}=${token}` })],
      ['who comes under a foreign name', ({ token }) => `/?token=${token}`, () => ({ host: 'evil.example' })],
      [
        'who comes under a foreign name and our port',
        ({ token }) => `/?token=${token}`,
        ({ port }) => ({ host: `evil.example:${port}` }),
      ],
      [
        'who comes under another port',
        ({ token }) => `/?token=${token}`,
        ({ port }) => ({ host: `127.0.0.1:${port + 1}` }),
      ],
      ['from a foreign page', ({ token }) => `/?token=${token}`, () => ({ origin: 'http://evil.example' })],
      ['from a page without an origin', ({ token }) => `/?token=${token}`, () => ({ origin: 'null' })],
    ];

  test.each(strangers)('%s gets 403 and one line', async (_, path, headers) => {
    const place = await open();
    const { status, headers: given, body } = await get(place.port, path(place), headers(place));
    expect(status).toBe(403);
    expect(body).toMatch(/^403: [^\n]+\n$/);
    expect(body).not.toContain(place.token);
    expect(given).toMatchObject({ ...lower, 'cache-control': 'no-store' });
    expect(given['set-cookie']).toBeUndefined();
  });
});

describe('with the token', () => {
  const secret = 'root:';
  test.each([
    '/../package.json',
    '/../../etc/passwd',
    '/assets/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/assets/%2e%2e/index.html',
    '//etc/passwd',
    '/assets/..\\..\\package.json',
    '/index.html%00.js',
    '/assets',
    '/nothing',
  ])('%s leads nowhere', async (path) => {
    const { port, token } = await open();
    const { status, body } = await get(port, `${path}?token=${token}`);
    expect([status, body.includes(secret)]).toEqual([404, false]);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is not answered', async (method) => {
    const { port, token } = await open();
    const { status, headers } = await get(port, `/?token=${token}`, {}, method);
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
  });

  test('an address with a host of its own is refused', async () => {
    const { port, token } = await open();
    expect((await get(port, `http://evil.example/?token=${token}`)).status).toBe(400);
  });
});

describe('a port', () => {
  test('that is taken means the next one', async () => {
    const first = await open();
    const second = await open(first.port);
    expect(second.port).toBeGreaterThan(first.port);
    expect(second.port).toBeLessThan(first.port + 20);
    expect((await get(second.port, `/?token=${second.token}`)).status).toBe(200);
    expect((await get(second.port, `/?token=${first.token}`)).status).toBe(403);
  });

  test('that is the last one there is and taken means any', async () => {
    const last = createServer();
    await new Promise<void>((resolve) =>
      last.on('error', () => resolve()).listen(65_535, '127.0.0.1', () => resolve()),
    );
    const { port } = await open(65_535);
    expect(port).not.toBe(65_535);
    last.close();
  });

  test('is free again once the shell is closed', async () => {
    const web = await open();
    await web.close();
    await expect(get(web.port, '/')).rejects.toThrow('ECONNREFUSED');
    expect((await open(web.port)).port).toBe(web.port);
  });
});
