import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { rows, runTo } from '../support/sessions.ts';
import { connect, openSocket, open, until } from './web.ts';

describe('the socket', () => {
  test('brings everything that a page needs', async () => {
    const web = await open();
    const { page, socket } = await connect(web);
    await until(socket, () => page.lanes.length > 0 && page.lanes.every(({ status }) => status === 'finished'));
    page.session!.lanes.forEach(({ scenario }, index) => {
      expect(rows(page.traces[index]!)).toEqual(rows(runTo(Infinity, scenario).trace));
    });
  });

  type Place = { port: number; token: string };
  const own = ({ port }: Place) => ({ origin: `http://127.0.0.1:${port}` });
  const path = ({ token }: Place) => `/socket?token=${token}`;
  const strangers: [string, (place: Place) => string, (place: Place) => Record<string, string>, number][] = [
    ['without a token', () => '/socket', own, 403],
    ['with another token', () => '/socket?token=x', own, 403],
    [
      'with a cookie for a token',
      () => '/socket',
      (place) => ({ ...own(place), cookie: `simul-${place.port}=${place.token}` }),
      403,
    ],
    ['without an origin', path, () => ({}), 403],
    ['from a foreign page', path, () => ({ origin: 'http://evil.example' }), 403],
    ['from another port', path, ({ port }) => ({ origin: `http://127.0.0.1:${port + 1}` }), 403],
    ['from a page over https', path, ({ port }) => ({ origin: `https://127.0.0.1:${port}` }), 403],
    [
      'under a foreign name',
      path,
      ({ port }) => ({ origin: `http://evil.example:${port}`, host: `evil.example:${port}` }),
      403,
    ],
    ['at another path', ({ token }) => `/?token=${token}`, own, 400],
  ];

  test.each(strangers)('is not for somebody %s', async (_, at, headers, status) => {
    const place = await open();
    expect(await openSocket(place.port, at(place), headers(place))).toBe(status);
    expect(place.host.connections).toBe(0);
  });

  test('refuses a message of eight megabytes, and the others stay', async () => {
    const web = await open();
    const [{ socket }, other] = [await connect(web), await connect(web)];
    socket.send('x'.repeat(8 << 20));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
    const id = other.page.call('seek', { at: 60 });
    await until(other.socket, () => other.page.answers.get(id)?.ok === true && other.page.clock?.at === 60);
    expect(web.host.connections).toBe(1);
  });

  test('answers what is no call, and stays open', async () => {
    const web = await open();
    const { page, socket } = await connect(web);
    socket.send('play!');
    socket.send(Buffer.from([1, 2, 3]));
    await until(socket, () => page.log.filter((type) => type === 'answer').length >= 3);
    expect(page.answers.get(-1)).toMatchObject({ ok: false, problems: [{ path: 'message' }] });
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });
});

test('a second page sees what the first one does, and may do it too', async () => {
  const web = await open();
  const [some, other] = [await connect(web), await connect(web)];
  some.page.call('seek', { at: 60 });
  await until(other.socket, () => other.page.clock?.at === 60);
  other.page.call('edit', { path: 'opponent', value: 20 });
  await until(some.socket, () => some.page.session?.edits.length === 1);
  expect(some.page.session!.edits).toEqual([{ at: 60, path: 'opponent', value: 20 }]);
});

test('a page that comes back finds the instant at which it left', async () => {
  const web = await open();
  const first = await connect(web);
  first.page.call('seek', { at: 77 });
  await until(first.socket, () => first.page.clock?.at === 77);
  first.socket.close();
  await once(first.socket, 'close');
  const again = await connect(web);
  await until(again.socket, () => again.page.clock !== null);
  expect(again.page.clock).toMatchObject({ at: 77, playing: false });
  expect(again.page.session).toEqual(first.page.session);
});

test('closing says goodbye to every page, and waits for none that does not answer', async () => {
  const web = await open();
  const [polite, silent] = [await connect(web), await connect(web)];
  await until(silent.socket, () => silent.page.clock !== null);
  silent.socket.pause();
  const goodbye = once(polite.socket, 'close');
  const began = performance.now();
  await web.close();
  // A socket by itself waits half a minute for the other end.
  expect(performance.now() - began).toBeLessThan(15_000);
  expect((await goodbye)[0]).toBe(1001);
  expect(web.host.connections).toBe(0);
});
