/**
 * What every end-to-end test stands on: the built app in a process of its own, and a page that fails its test when
 * anything goes wrong behind the picture: an error in the console, a violated policy, a request to anywhere else.
 */
import { resolve } from 'node:path';
import { _electron, test as base, type BrowserContext, type ElectronApplication, type Page } from '@playwright/test';
import type { Desktop, DesktopOptions } from '../double/desktop.ts';
import { AppHost } from '../support/app-host.ts';
import { Caller } from '../support/caller.ts';
import { findElectron } from '../support/electron-binary.ts';
import { startDesktop, takeSaved, windowOf } from './desktop.ts';
import { visitElectron } from './electron.ts';
import { Window } from './window.ts';

const root = resolve(import.meta.dirname, '../..');

export interface AppOptions {
  /** Which shell shows the page. */
  shell: 'browser' | 'double' | 'electron';
  /** Whether the parts of the page come when it is idle, as for everybody, or only when they are wanted: that is cheaper. */
  idles: boolean;
  /** How the double of the shell is started. */
  desktopOptions: DesktopOptions;
}

interface Fixtures {
  /** The app as a web host; only in the browser's shell. */
  host: AppHost;
  /** Electron's real program; only in its own shell. */
  electron: ElectronApplication | null;
  /** The desktop that the double of Electron runs on; only in the double. */
  desktop: Desktop;
  /** What went wrong behind the picture so far; must be empty at the end. A test that provokes something takes it out. */
  complaints: string[];
  /** The page, open and connected. */
  app: Window;
  /** Somebody else who steers the same session. */
  other: Caller;
}

export const test = base.extend<Fixtures & AppOptions>({
  shell: ['browser', { option: true }],
  idles: [true, { option: true }],
  desktopOptions: [{}, { option: true }],

  host: async ({ shell }, use) => {
    // The desktop shell is its own host. Only the specs in web/ ask for one, and they do not run there.
    const host = shell === 'browser' ? await AppHost.start() : null;
    await use(host as AppHost);
    await host?.stop();
  },

  // eslint-disable-next-line no-empty-pattern -- the fixture's first argument has to be a pattern
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    base.expect(complaints, 'what went wrong behind the picture').toEqual([]);
  },

  electron: async ({ shell, colorScheme }, use) => {
    if (shell !== 'electron') {
      await use(null);
      return;
    }
    const found = findElectron();
    if (!('program' in found)) throw new Error(found.lack);
    const electron = await _electron.launch({
      executablePath: found.program,
      args: ['--no-sandbox', root],
      cwd: root,
      colorScheme: colorScheme ?? 'light',
    });
    await use(electron);
    await electron.close();
  },

  context: async ({ electron, browser, viewport, colorScheme, locale, timezoneId, complaints, idles }, use) => {
    if (electron !== null) {
      const context = electron.context();
      watch(context, complaints);
      await use(context);
      return;
    }
    const context = await browser.newContext({
      viewport: viewport!,
      colorScheme: colorScheme ?? 'light',
      locale: locale!,
      timezoneId: timezoneId!,
      acceptDownloads: true,
    });
    watch(context, complaints);
    if (!idles) await context.addInitScript(() => (window.requestIdleCallback = () => 0));
    await use(context);
    await context.close();
  },

  desktop: async ({ shell, browser, context, launchOptions, desktopOptions, complaints }, use) => {
    if (shell !== 'double') {
      await use(null as unknown as Desktop);
      return;
    }
    const desktop = await startDesktop(browser, context, launchOptions, desktopOptions);
    await use(desktop);
    const code = await desktop.stop();
    if (code !== 0 || desktop.printed !== '') complaints.push(`the shell ended with ${code}: ${desktop.printed}`);
  },

  page: async ({ shell, context, desktop: _ }, use) => {
    await use(shell === 'browser' ? await context.newPage() : await windowOf(context));
  },

  app: async ({ shell, host, page, desktop, electron }, use) => {
    if (shell === 'browser') await page.goto(host.address);
    const app = new Window(page, (act) => takeSaved(page, desktop ?? electron, act));
    await app.ready();
    await use(app);
  },

  other: async ({ page, host, desktop, electron }, use) => {
    const way =
      desktop !== null ? await desktop.visit() : electron !== null ? await visitElectron(electron, page.url()) : null;
    const other = way === null ? await Caller.open(host.socket, host.origin) : await Caller.over(way);
    await use(other);
    other.close();
  },
});

export const expect = test.expect;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** Addresses of what the page itself holds. */
const WITHIN = new Set(['data:', 'blob:', 'about:', 'file:', 'simul:']);

/** Writes down whatever goes wrong in any page of a context, and every word it sends beyond this machine. */
function watch(context: BrowserContext, complaints: string[]): void {
  const ask = (what: string, address: string) => {
    const { protocol, hostname } = new URL(address);
    // The double shows the page's own scheme at such a name, and answers by itself.
    const within = WITHIN.has(protocol) || LOOPBACK.has(hostname) || hostname.endsWith('.simul.localhost');
    if (!within) complaints.push(`${what} beyond loopback: ${address}`);
  };
  const listen = (page: Page) => {
    page.on('websocket', (socket) => ask('a socket', socket.url()));
    page.on('crash', () => complaints.push('the page crashed'));
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  context.on('request', (request) => ask('a request', request.url()));
  // Chromium tells of violated policies here too.
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => complaints.push(`error: ${error.error().stack ?? String(error.error())}`));
}
