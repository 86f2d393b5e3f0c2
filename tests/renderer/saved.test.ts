import { describe, expect, test } from 'vitest';
import { addressOf, takeLink } from '../../renderer/client/page-link.ts';
import { socketAddress } from '../../renderer/client/socket.ts';
import { squeeze } from '../../renderer/client/squeeze.ts';
import { openSaved } from '../../renderer/stores/open-saved.ts';
import type { SavedRun } from '../../shared/saved/saved-run.ts';
import { FakeHost } from './host.ts';
import { exhibitionLanes } from './lanes.ts';

const lanes = exhibitionLanes({ boards: 2, pairMoves: 2 }).map(({ info }) => info);
const { scenario } = lanes[0]!;
const choices = lanes.map(({ scenario: _, ...choice }) => choice);
const run: SavedRun = { scenario, lanes: choices, at: 60 };
const page = { protocol: 'http:', origin: 'http://127.0.0.1:4700', pathname: '/', search: '?token=secret' };
const settled = () => new Promise<void>((done) => setTimeout(done));

describe('a link of this page', () => {
  test('has the run and not the token, and is gone from the address once it has been taken', async () => {
    const link = await addressOf(run, page);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:4700\/#s=1\.[\w-]+$/);
    const put: unknown[] = [];
    const history = { replaceState: (...what: unknown[]) => void put.push(what[2]) };
    const opening = { open: { scenario, lanes: choices }, at: 60 };
    expect(await takeLink({ ...page, hash: new URL(link).hash }, history)).toEqual(opening);
    expect(put).toEqual(['/?token=secret']);
  });

  test('in the desktop shell is the address of a host for browsers', async () => {
    expect(await addressOf(run, { protocol: 'simul:', origin: 'simul://page' })).toMatch(
      /^http:\/\/127\.0\.0\.1:4700\/#s=/,
    );
  });

  test('of twenty megabytes is given up in time', async () => {
    const bomb = await squeeze.deflate(new Uint8Array(20_000_000));
    await expect(squeeze.inflate(Uint8Array.from(bomb), 1000)).rejects.toThrow('more than 1000 bytes');
  });

  test('finds the token that an earlier page of this origin was opened with', () => {
    const kept = new Map<string, string>();
    const shelf = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, to: string) => void kept.set(key, to),
    };
    const at = (search: string) => socketAddress({ protocol: 'http:', host: 'x', search }, shelf);
    expect([at(''), at('?token=a%2Bb'), at('')]).toEqual(
      ['', 'a%2Bb', 'a%2Bb'].map((token) => `ws://x/socket?token=${token}`),
    );
  });
});

describe('a run that is opened', () => {
  const file = (text: string) => new File([text], 'run.json');

  test('goes to its instant, and one that begins at its start does not', async () => {
    const host = new FakeHost();
    host.connect();
    expect(await openSaved(file(JSON.stringify(run)), host.store)).toEqual([]);
    expect(await openSaved(file(JSON.stringify({ scenario, lanes: choices })), host.store)).toEqual([]);
    const open = ['open', { scenario, lanes: choices }];
    expect(host.asked.slice(1)).toEqual([open, ['seek', { at: 60 }], open]);
  });

  test('is not asked for where the file is bad, and goes nowhere where the host refuses', async () => {
    const host = new FakeHost();
    host.connect();
    expect((await openSaved(file('{'), host.store))[0]?.path).toBe('file');
    const broken = { name: 'gone.json', size: 1, arrayBuffer: () => Promise.reject(new Error('it is gone')) };
    expect((await openSaved(broken, host.store))[0]?.message).toContain('one that can be read (it is gone)');
    expect(host.calls).toEqual(['hello']);
    host.refuse = 'another one';
    expect(await openSaved(file(JSON.stringify(run)), host.store)).toMatchObject([{ message: 'another one' }]);
    expect(host.calls).toEqual(['hello', 'open']);
  });

  test('from the address of the page comes in place of what the page showed before', async () => {
    const host = new FakeHost();
    host.connect();
    host.session({ lanes });
    host.welcome = { ...host.welcome, host: 'second' };
    host.lose();
    host.store.openFirst({ open: { scenario: { workload: 'queue' }, lanes: choices }, at: 7 });
    host.later();
    await settled();
    host.session({ lanes: lanes.slice(1) });
    await settled();
    const opened = host.asked.filter(([call]) => call !== 'hello');
    expect(opened).toEqual([
      ['open', { scenario: { workload: 'queue' }, lanes: choices }],
      ['seek', { at: 7 }],
    ]);
    expect(host.store.offer).toBeNull();
  });
});
