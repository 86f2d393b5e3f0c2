// Loads the built shell with a stand-in for Electron, which notes what is asked of it. What Electron makes of that
// only a real window can tell.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test, vi } from 'vitest';
import { ensure, root } from '../../scripts/ensure.mjs';
import { decodePacket } from '../../shared/protocol/packet.ts';
import { app, asked, askedOf, BrowserWindow, Contents, ipcMain } from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

beforeAll(async () => {
  ensure();
  // A program that starts another one may leave this behind: it counts in `npm run dev` alone.
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://evil.example/');
  await import(join(root, 'out/main/index.js'));
  await vi.waitUntil(() => askedOf('window.loadURL').length > 0 || askedOf('dialog.showErrorBox').length > 0);
}, 120_000);

test('opens one window, which can do nothing but show the page', () => {
  expect(askedOf('dialog.showErrorBox')).toEqual([]);
  expect(askedOf('app.enableSandbox')).toHaveLength(1);
  expect(askedOf('window')).toHaveLength(1);
  expect(askedOf('window')[0]).toMatchObject([
    {
      width: 1280,
      height: 800,
      show: false,
      webPreferences: {
        preload: join(root, 'out/preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
    },
  ]);
  expect(askedOf('window.loadURL')).toEqual([['simul://app/']]);
  app.emit('second-instance');
  expect([askedOf('window').length, askedOf('window.focus').length]).toEqual([1, 1]);
});

test('serves the built page under its own scheme', async () => {
  const [[scheme, handler] = []] = askedOf('session.handle') as [string, (request: object) => Response][];
  expect(scheme).toBe('simul');
  const page = await handler!({ method: 'GET', url: 'simul://app/' }).text();
  const [script] = /assets\/[^"]+\.js/.exec(page)!;
  const response = handler!({ method: 'GET', url: `simul://app/${script}` });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
});

test('gives no permission but to copy text, loads nothing foreign and goes nowhere', () => {
  const call = (name: string, ...args: unknown[]) => (askedOf(name)[0]![0] as (...all: unknown[]) => unknown)(...args);
  const answer = vi.fn();
  call('session.setPermissionRequestHandler', null, 'media', answer);
  expect(answer).toHaveBeenLastCalledWith(false);
  call('session.setPermissionRequestHandler', null, 'clipboard-sanitized-write', answer);
  expect(answer).toHaveBeenLastCalledWith(true);
  const checked = (permission: string) => call('session.setPermissionCheckHandler', null, permission);
  expect(['media', 'clipboard-read', 'clipboard-sanitized-write', 'fullscreen'].map(checked)).toEqual([
    false, false, true, true,
  ]); // prettier-ignore
  expect(call('session.setDevicePermissionHandler')).toBe(false);
  call('session.onBeforeRequest', { url: 'https://example.org/' }, answer);
  expect(answer).toHaveBeenLastCalledWith({ cancel: true });
  call('session.onBeforeRequest', { url: 'simul://app/' }, answer);
  expect(answer).toHaveBeenLastCalledWith({ cancel: false });
  call('session.onHeadersReceived', { responseHeaders: {} }, answer);
  expect(JSON.stringify(answer.mock.lastCall)).toContain("default-src 'none'");
  expect(call('contents.setWindowOpenHandler')).toEqual({ action: 'deny' });
  const { webContents } = BrowserWindow.getAllWindows()[0]!;
  const prevented = (event: string, details: object) => {
    const preventDefault = vi.fn();
    webContents.emit(event, { ...details, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  expect(prevented('will-navigate', { url: 'https://example.org/' })).toBe(true);
  expect(prevented('will-navigate', { url: 'simul://app/' })).toBe(false);
  expect(prevented('will-frame-navigate', { url: 'simul://app/', isMainFrame: false })).toBe(true);
  expect(prevented('will-redirect', {})).toBe(true);
  expect(prevented('will-attach-webview', {})).toBe(true);
});

test('the page in the window gets the session, and nobody else does', async () => {
  const { webContents } = BrowserWindow.getAllWindows()[0]!;
  const hello = JSON.stringify({ type: 'call', id: 1, call: 'hello', args: { version: 1 } });
  const tell = (sender: Contents, senderFrame: object | null) => {
    ipcMain.emit('simul:connect', { sender, senderFrame });
    ipcMain.emit('simul:message', { sender, senderFrame }, hello);
  };
  const foreign = new Contents(9, 'https://example.org/');
  tell(foreign, foreign.mainFrame);
  tell(webContents, { url: 'simul://app/' });
  tell(webContents, null);
  expect([foreign.sent, webContents.sent]).toEqual([[], []]);

  tell(webContents, webContents.mainFrame);
  await vi.waitUntil(() => webContents.sent.some(([, message]) => message instanceof Uint8Array));
  const messages = webContents.sent.map(([, message]) => message);
  const types = messages.map((message) =>
    typeof message === 'string' ? (JSON.parse(message) as { type: string }).type : 'frame',
  );
  expect(types.slice(0, 4)).toEqual(['catalogue', 'answer', 'session', 'frame']);
  const { header } = decodePacket(messages[3] as Uint8Array<ArrayBuffer>);
  expect(header.lanes).toHaveLength(2);

  const handlers = new Map(askedOf('ipcMain.handle') as [string, (...args: unknown[]) => Promise<unknown>][]);
  const file = { name: 'a.csv', data: 'x' };
  for (const channel of ['simul:open-file', 'simul:save-file']) {
    await expect(handlers.get(channel)!({ sender: foreign, senderFrame: foreign.mainFrame }, file)).rejects.toThrow();
  }
  const own = { sender: webContents, senderFrame: webContents.mainFrame };
  expect(await handlers.get('simul:open-file')!(own)).toBeNull();
  expect(await handlers.get('simul:save-file')!(own, file)).toBe(false);
  app.emit('before-quit');
  expect(webContents.sent.at(-1)?.[0]).toBe('simul:close');
  expect(asked.map(([name]) => name)).not.toContain('app.exit');
});

test('the preload needs nothing but Electron, and hands the page just what it may have', () => {
  const sent: unknown[][] = [];
  const listeners = new Map<string, (event: object, message: unknown) => void>();
  let shell: Record<string, unknown> = {};
  const ipcRenderer = {
    on: (channel: string, listener: (event: object, message: unknown) => void) => listeners.set(channel, listener),
    send: (...args: unknown[]) => sent.push(args),
    invoke: async (...args: unknown[]) => sent.push(args),
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, exposed: Record<string, unknown>) => {
      expect(name).toBe('simul');
      shell = exposed;
    },
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot have ${name}`);
    return { contextBridge, ipcRenderer };
  };
  const code = readFileSync(join(root, 'out/preload/index.cjs'), 'utf8');
  runInNewContext(code, { require, process: { platform: 'linux' }, exports: {}, module: { exports: {} } });

  const names = ['onClose', 'onCommand', 'onMessage', 'openFile', 'platform', 'saveFile', 'send'];
  expect(Object.keys(shell).sort()).toEqual(names);
  expect([shell['platform'], sent]).toEqual(['linux', [['simul:connect']]]);
  const taken: unknown[] = [];
  const listen = (name: string) =>
    (shell[name] as (listener: (what: unknown) => void) => void)((what) => taken.push(what));
  listeners.get('simul:message')!({ sender: 'hidden' }, 'early');
  listen('onMessage');
  listen('onCommand');
  listeners.get('simul:command')!({ sender: 'hidden' }, 'open-scenario');
  expect(taken).toEqual(['early', 'open-scenario']);
  (shell['send'] as (message: string) => void)('call');
  expect(sent.at(-1)).toEqual(['simul:message', 'call']);
});
