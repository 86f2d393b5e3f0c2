/** What an end-to-end test needs of a desktop, whichever shell shows the page. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  expect,
  type Browser,
  type BrowserContext,
  type ElectronApplication,
  type LaunchOptions,
  type Page,
} from '@playwright/test';
import { Desktop, type DesktopOptions } from '../double/desktop.ts';
import { portOf } from '../support/chromium.ts';
import { saveTo } from './electron.ts';

/** Starts the double of Electron, its window to be a page of this context, which is the only one. */
export async function startDesktop(
  browser: Browser,
  context: BrowserContext,
  launch: LaunchOptions,
  options: DesktopOptions = {},
): Promise<Desktop> {
  const chromium = { port: portOf(launch), context: await idOf(browser, context) };
  return Desktop.start({ ...options, config: { ...options.config, chromium } });
}

/** Chromium's name of a context. */
async function idOf(browser: Browser, context: BrowserContext): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { browserContextIds } = await session.send('Target.getBrowserContexts');
  await session.detach();
  if (browserContextIds.length !== 1 || browser.contexts()[0] !== context) throw new Error('there are other contexts');
  return browserContextIds[0]!;
}

/** The window's page, once it is there. */
export async function windowOf(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

/** The dialog that opens next, or is open. */
export async function dialogOf(desktop: Desktop, kind: 'open' | 'save' | 'message' | 'error') {
  let found: Awaited<ReturnType<typeof desktop.order<'dialogs'>>>[number] | undefined;
  await expect
    .poll(async () => (found = (await desktop.order('dialogs')).find((dialog) => dialog.kind === kind)), {
      intervals: [20],
    })
    .toBeDefined();
  return found!;
}

/** A file as somebody saved it. */
export interface Saved {
  readonly name: string;
  readonly data: Buffer;
}

/** Does what saves a file, and takes it: a download in a browser, a dialog on a desktop. */
export async function takeSaved(
  page: Page,
  desktop: Desktop | ElectronApplication | null,
  act: () => Promise<void>,
): Promise<Saved> {
  if (desktop === null) {
    const waiting = page.waitForEvent('download');
    await act();
    const download = await waiting;
    return { name: download.suggestedFilename(), data: await readFile(await download.path()) };
  }
  const folder = await mkdtemp(join(tmpdir(), 'simul-saved-'));
  try {
    const name =
      desktop instanceof Desktop ? await answerSave(desktop, folder, act) : await saveTo(desktop, folder, act);
    const filePath = join(folder, name);
    let data: Buffer | null = null;
    const read = async () => (data = await readFile(filePath).catch(() => null));
    await expect.poll(read, { intervals: [20] }).not.toBeNull();
    return { name, data: data! };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Has the dialog that opens next answered with a place in this folder. */
async function answerSave(desktop: Desktop, folder: string, act: () => Promise<void>): Promise<string> {
  await act();
  const { id, options } = await dialogOf(desktop, 'save');
  const { defaultPath } = options as { defaultPath: string };
  await desktop.order('answer', id, { canceled: false, filePath: join(folder, defaultPath) });
  return defaultPath;
}
