import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptToken, stateFolder } from '../../electron/web/kept-token.ts';
import { serveWeb } from '../../electron/web/server.ts';
import { Host } from '../../electron/host/host.ts';
import { wallClock } from '../../electron/host/wall-clock.ts';
import { useFolder } from '../support/folder.ts';
import { exhibition, exhibitionOf } from '../support/sessions.ts';
import { files } from './web.ts';

const folder = join(useFolder(), 'simul');

test('a port has the token that it had before, in a file that nobody else can read', async () => {
  const token = await keptToken(4700, folder);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect([await keptToken(4700, folder), (await keptToken(4701, folder)) === token]).toEqual([token, false]);
  const rights = [folder, join(folder, 'token-4700')].map((path) => statSync(path).mode & 0o777);
  expect(rights).toEqual([0o700, 0o600]);
});

test.each<[name: string, spoil: (path: string) => void]>([
  ['that others can read', (path) => chmodSync(path, 0o644)],
  ['that holds no token', (path) => writeFileSync(path, 'password')],
])('a file %s does not count, and is replaced', async (_, spoil) => {
  const token = await keptToken(4702, folder);
  const path = join(folder, 'token-4702');
  spoil(path);
  const next = await keptToken(4702, folder);
  expect([next === token, readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual([false, next, 0o600]);
});

test('a link does not count', async () => {
  writeFileSync(join(folder, 'elsewhere'), 'x'.repeat(43), { mode: 0o600 });
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'token-4703'));
  expect(await keptToken(4703, folder)).not.toBe('x'.repeat(43));
});

test('where nothing can be kept there is a token all the same', async () => {
  const place = join(folder, 'a-file');
  writeFileSync(place, '');
  expect(await keptToken(4704, join(place, 'deeper'))).toMatch(/^[\w-]{43}$/);
});

test('state lies where the operating system wants it', () => {
  expect(stateFolder({ XDG_STATE_HOME: '/state' }, 'linux')).toBe('/state/simul');
  expect(stateFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe('/local/Simul');
});

test('a host that is started again at its port is opened by the address of the one before it', async () => {
  const start = (port: number) => {
    const host = new Host({ workloads: [exhibition], start: exhibitionOf({ boards: 2 }), clock: wallClock });
    return serveWeb({ host, files, clock: wallClock, port, tokenOf: (at) => keptToken(at, folder) });
  };
  const first = await start(0);
  await first.close();
  const second = await start(first.port);
  expect([second.address, (await fetch(first.address)).status]).toEqual([first.address, 200]);
  await second.close();
});
