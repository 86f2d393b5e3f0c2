/** The app: how it begins, how many of it there are, and how it ends. */
import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { AboutPanelOptionsOptions, App as ElectronApp } from 'electron';
import { z } from 'zod';
import { chromium, closeChromium } from './chromium.ts';
import { config, userData } from './config.ts';
import { onQuit } from './menu.ts';
import { defaultSession } from './session.ts';
import { check, Emitter, strict } from './strict.ts';
import { onClosed, onContents, windows } from './window.ts';

const EVENTS = [
  'ready', 'activate', 'before-quit', 'will-quit', 'quit', 'window-all-closed', 'second-instance', 'open-file',
  'web-contents-created', 'render-process-gone', 'child-process-gone',
]; // prettier-ignore
const PATHS: { userData: string | null } = { userData: config.hasHome ? userData : null };
const aboutType: z.ZodType<AboutPanelOptionsOptions> = z.strictObject({
  applicationName: z.exactOptional(z.string()),
  applicationVersion: z.exactOptional(z.string()),
  copyright: z.exactOptional(z.string()),
  credits: z.exactOptional(z.string()),
});

type Members =
  | 'addRecentDocument' | 'clearRecentDocuments' | 'enableSandbox' | 'exit' | 'getPath' | 'getVersion' | 'isPackaged'
  | 'isReady' | 'quit' | 'requestSingleInstanceLock' | 'setAboutPanelOptions' | 'setPath' | 'showAboutPanel' | 'whenReady'; // prettier-ignore

class App extends Emitter implements Pick<ElectronApp, Members> {
  readonly isPackaged = false;
  /** What has been said to the system. */
  recent: string[] = [];
  about: AboutPanelOptionsOptions = {};
  aboutShown = 0;
  sandboxed = false;
  #ready = false;
  #quitting = false;
  #sending: Promise<void> = Promise.resolve();
  #begun: (() => void) | null = null;
  readonly #whenReady = new Promise<void>((settle) => (this.#begun = settle));

  constructor() {
    super('app', EVENTS);
    onContents((contents) => this.tell('web-contents-created', {}, contents.seen));
    onClosed(() => {
      if (windows.length === 0 && !this.#quitting) this.tell('window-all-closed');
    });
    onQuit(() => this.quit());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => this.quit());
  }

  /** The shell has been loaded: the app is ready once Chromium is. */
  async begin(): Promise<void> {
    if (this.#quitting) return;
    await chromium();
    this.#ready = true;
    defaultSession.isReady = true;
    this.#begun?.();
    this.tell('ready');
  }

  whenReady(): Promise<void> {
    return this.#whenReady;
  }

  isReady(): boolean {
    return this.#ready;
  }

  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before the app is ready');
    this.sandboxed = true;
  }

  getPath(name: string): string {
    check('app.getPath', [name], z.enum(Object.keys(PATHS)));
    const path = PATHS[name as keyof typeof PATHS];
    if (path === null) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    check('app.setPath', [name, path], z.enum(Object.keys(PATHS)), z.string());
    PATHS[name as keyof typeof PATHS] = path;
  }

  getVersion(): string {
    return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
  }

  addRecentDocument(path: string): void {
    check('app.addRecentDocument', [path], z.string());
    this.recent = [path, ...this.recent.filter((each) => each !== path)];
  }

  clearRecentDocuments(): void {
    this.recent = [];
  }

  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    check('app.setAboutPanelOptions', [options], aboutType);
    this.about = options;
  }

  showAboutPanel(): void {
    this.aboutShown++;
  }

  /** The first of a profile keeps a socket; every later one sends there what it was given. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    const [held, socket] = [join(folder, 'instance.lock'), socketIn(folder)];
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
    } catch {
      // Chromium cannot lock a profile that it cannot write: to the app it is as if somebody else had it.
      return false;
    }
    try {
      const file = openSync(held, 'wx');
      writeFileSync(file, String(process.pid));
      closeSync(file);
    } catch {
      if (isAlive(Number(readFileSync(held, 'utf8')))) {
        const told = JSON.stringify({ argv: process.argv, folder: process.cwd() });
        this.#sending = new Promise((settle) =>
          connect(socket)
            .end(told)
            .once('close', () => settle()),
        );
        return false;
      }
      rmSync(held);
      rmSync(socket, { force: true });
      return this.requestSingleInstanceLock();
    }
    createServer((other) => {
      let told = '';
      other.setEncoding('utf8').on('data', (chunk) => (told += String(chunk)));
      other.on('end', () => {
        const { argv, folder } = JSON.parse(told) as { argv: string[]; folder: string };
        this.tell('second-instance', {}, argv, folder, null);
      });
    })
      .listen(socket)
      .unref();
    process.on('exit', () => [held, socket].forEach((path) => rmSync(path, { force: true })));
    return true;
  }

  quit(): void {
    if (this.#quitting) return;
    this.#quitting = true;
    if (this.ask('before-quit')) {
      this.#quitting = false;
      return;
    }
    for (const window of [...windows]) window.close();
    // A window that stays keeps the app.
    if (windows.length > 0 || this.ask('will-quit')) {
      this.#quitting = false;
      return;
    }
    this.exit(0);
  }

  exit(code = 0): void {
    check('app.exit', [code], z.int());
    for (const window of [...windows]) window.destroy();
    this.tell('quit', {}, code);
    void this.#end(code);
  }

  async #end(code: number): Promise<void> {
    await this.#sending;
    await closeChromium();
    process.exit(code);
  }
}

function socketIn(folder: string): string {
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\${folder.replaceAll(/\W/g, '-')}`
    : join(folder, 'instance.socket');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const theApp = new App();
export const app = strict('app', theApp);
