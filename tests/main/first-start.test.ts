// `npm start` where Electron's program is missing, from the first line to the last, against a mirror on this machine
// that serves a stand-in. Nothing here leaves the machine, and the checkout's own packages stay as they are.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useFolder } from '../support/folder.ts';
import { zipOf } from '../support/zip.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = useFolder();

/** What the mirror does with the archive. */
type Serving = 'whole' | 'broken off' | 'wrong sum' | 'silent' | 'slow' | 'refused';

const archive = zipOf({
  electron: '#!/bin/sh\necho "a window with $*"\n',
  version: '45.4.1',
  'more.bin': 'x'.repeat(200_000),
});
let server: Server;
let serving: Serving = 'whole';
let asked: string[] = [];
/** Ends the answers that a test has left open. */
const open = new Set<ServerResponse>();

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url!);
    open.add(response);
    if (request.url!.endsWith('SHASUMS256.txt')) {
      const sum = createHash('sha256')
        .update(serving === 'wrong sum' ? 'other' : archive)
        .digest('hex');
      response.end(`${sum} *${archiveName()}\n`);
      return;
    }
    if (serving === 'silent') return;
    response.writeHead(serving === 'refused' ? 403 : 200, { 'Content-Length': archive.length });
    if (serving === 'whole' || serving === 'wrong sum') response.end(archive);
    else if (serving === 'refused') response.destroy();
    else if (serving === 'broken off') response.write(archive.subarray(0, 1000), () => response.destroy());
    else void trickle(response);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
});

afterAll(() => {
  for (const response of open) response.destroy();
  server.close();
});

function archiveName(): string {
  return asked.map((path) => path.split('/').at(-1)!).find((name) => name.endsWith('.zip'))!;
}

/** Sends the archive in pieces, each one well within the patience. */
async function trickle(response: ServerResponse): Promise<void> {
  for (let at = 0; at < archive.length; at += 70_000) {
    await new Promise((settle) => setImmediate(settle));
    response.write(archive.subarray(at, at + 70_000));
  }
  response.end();
}

/** A checkout with the scripts, Electron's package without its program, and a command line that only says what it is asked. */
let checkout = '';

beforeEach(() => {
  asked = [];
  serving = 'whole';
  checkout = mkdtempSync(join(folder, 'checkout-'));
  cpSync(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true });
  const modules = join(checkout, 'node_modules');
  mkdirSync(join(modules, 'electron'), { recursive: true });
  for (const file of ['package.json', 'install.js', 'checksums.json']) {
    cpSync(join(root, 'node_modules/electron', file), join(modules, 'electron', file));
  }
  for (const name of ['@electron', '@electron-internal'])
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  mkdirSync(join(checkout, 'out/cli'), { recursive: true });
  writeFileSync(join(checkout, 'out/cli/index.js'), 'console.log("simul " + process.argv.slice(2).join(" "));\n');
  writeFileSync(join(checkout, 'package.json'), '{"type":"module"}');
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly printed: string;
}

function start(
  args: readonly string[] = [],
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Ended> } {
  const { CI: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(checkout, 'scripts/start.mjs'), ...args], {
    cwd: checkout,
    env: {
      ...inherited,
      DISPLAY: ':99',
      ELECTRON_MIRROR: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      electron_config_cache: join(checkout, 'cache'),
      electron_use_remote_checksums: '1',
      SIMUL_FETCH_PATIENCE_MS: '4000',
      TMPDIR: join(checkout, 'tmp'),
      // Whoever tests behind a proxy has none to this machine.
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
      ...env,
    },
  });
  mkdirSync(join(checkout, 'tmp'), { recursive: true });
  let [said, printed] = ['', ''];
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  return { child, ended: new Promise((settle) => child.on('close', (code) => settle({ code, said, printed }))) };
}

const package_ = () => readdirSync(join(checkout, 'node_modules/electron')).toSorted();
const fresh = ['checksums.json', 'install.js', 'package.json'];
const browser = 'simul compare exhibition --models synchronous,asynchronous\n\nsimul serve --app';

describe.skipIf(process.platform === 'win32')('npm start without Electron', { timeout: 60_000 }, () => {
  test('fetches it once, and opens the window', async () => {
    const { code, said, printed } = await start(['mine.simul.json']).ended;
    expect([code, printed]).toEqual([0, 'a window with . mine.simul.json\n']);
    expect(said).toMatch(
      /^simul: fetching Electron 45\.4\.1 from 127\.0\.0\.1:\d+, about \d+ MB, once; ELECTRON_MIRROR names another place, Ctrl-C stops\n$/,
    );
    // The package's installer looks at the sums once more; from a real mirror it needs none.
    expect(
      asked.map((path) =>
        path
          .split('/')
          .at(-1)!
          .replace(/-[a-z]+\d*-\w+\.zip/, '.zip'),
      ),
    ).toEqual(['electron-v45.4.1.zip', 'SHASUMS256.txt', 'SHASUMS256.txt']);
    expect(package_()).toEqual([...fresh, 'dist', 'path.txt'].toSorted());

    asked = [];
    const again = await start().ended;
    expect([again.said, again.printed, asked]).toEqual(['', 'a window with .\n', []]);
  });

  test.each([
    ['broken off', 'terminated'],
    ['wrong sum', 'its checksum is wrong'],
    ['silent', 'nothing came for 4 s'],
    ['refused', ''],
  ] as const)('opens a browser when the download is %s, and asks again the next time', async (how, why) => {
    serving = how;
    const { code, said, printed } = await start(['--port', '0']).ended;
    expect([code, printed.trim()]).toEqual([0, `${browser} --port 0`]);
    const [, last] = said.trim().split('\n');
    expect(last).toMatch(/^simul: no window: Electron could not be fetched: .+; the next start asks again, `npm start -- --browser` does not\. A browser does\.$/); // prettier-ignore
    expect(last).toContain(why);
    expect(said.trim().split('\n')).toHaveLength(2);
    expect([package_(), readdirSync(join(checkout, 'tmp'))]).toEqual([fresh, []]);

    serving = 'whole';
    expect((await start().ended).printed).toBe('a window with .\n');
  });

  test('waits for a slow one', async () => {
    serving = 'slow';
    expect((await start().ended).printed).toBe('a window with .\n');
  });

  test('leaves nothing half done after Ctrl-C, and opens no browser', async () => {
    serving = 'silent';
    const { child, ended } = start();
    await new Promise<void>((settle) => server.once('request', () => settle()));
    child.kill('SIGINT');
    const { code, said, printed } = await ended;
    expect([code, printed, said.endsWith('simul: Electron was not fetched: interrupted\n')]).toEqual([130, '', true]);
    expect([package_(), readdirSync(join(checkout, 'tmp'))]).toEqual([fresh, []]);
  });

  test.each<[string, string[], Record<string, string>]>([
    ['with --browser', ['--browser'], {}],
    ['with SIMUL_BROWSER=1', [], { SIMUL_BROWSER: '1' }],
    ['where only tests run', [], { CI: 'true' }],
    ['without a display', [], { DISPLAY: '', WAYLAND_DISPLAY: '' }],
  ])('asks nobody %s', async (_, args, env) => {
    const { code, said, printed } = await start(args, env).ended;
    expect([code, printed.trim(), asked]).toEqual([0, browser, []]);
    expect(said).toMatch(/^simul: no window: .+\. A browser does\.\n$/);
  });

  test('says within its patience that nobody answers', async () => {
    const { said, printed } = await start([], { ELECTRON_MIRROR: 'http://127.0.0.1:1/' }).ended;
    expect(printed.trim()).toBe(browser);
    expect(said).toMatch(/could not be fetched: fetch failed: (ECONNREFUSED|bad port)/);
    expect(existsSync(join(checkout, 'node_modules/electron/dist'))).toBe(false);
  });

  describe('behind a proxy, from a place that only the proxy knows', () => {
    let proxy: Server;
    let refuses = false;
    let through: string[] = [];

    beforeAll(async () => {
      proxy = createServer();
      proxy.on('connect', (request, socket) => {
        through.push(request.url!);
        if (refuses) {
          socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
          return;
        }
        const there = connect((server.address() as AddressInfo).port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
          socket.pipe(there).pipe(socket);
        });
        for (const end of [socket, there]) end.on('error', () => {});
      });
      await new Promise<void>((settle) => proxy.listen(0, '127.0.0.1', settle));
    });
    beforeEach(() => (through = []));
    afterAll(() => proxy.close());

    const behind = (scheme: 'http' | 'https') => ({
      ELECTRON_MIRROR: `${scheme}://mirror.invalid/`,
      [`${scheme}_proxy`]: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`,
      NO_PROXY: '',
      no_proxy: '',
    });

    test('the proxy fetches it', async () => {
      refuses = false;
      const { said, printed } = await start([], behind('http')).ended;
      expect(printed).toBe('a window with .\n');
      expect(said).toContain('fetching Electron 45.4.1 from mirror.invalid, ');
      expect(new Set(through)).toEqual(new Set(['mirror.invalid:80']));
    });

    test('a proxy that refuses is told in a line, and a browser opens', async () => {
      refuses = true;
      const { code, said, printed } = await start([], behind('https')).ended;
      expect([code, printed.trim()]).toEqual([0, browser]);
      expect(new Set(through)).toEqual(new Set(['mirror.invalid:443']));
      expect(said.trim().split('\n')).toHaveLength(2);
      expect(said).toMatch(
        /\nsimul: no window: Electron could not be fetched: fetch failed: Proxy response \(403\).*; the next start asks again/,
      );
      expect(package_()).toEqual(fresh);
    });
  });
});
