import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';

/** Everything that was asked of the stand-in, by the name of what was called. */
export const asked: [name: string, ...args: unknown[]][] = [];

/** The arguments of each call of that name. */
export function askedOf(name: string): unknown[][] {
  return asked.flatMap(([each, ...args]) => (each === name ? [args] : []));
}

/** Functions that note their arguments and do nothing. */
function notes<N extends string>(owner: string, names: readonly N[]): Record<N, (...args: unknown[]) => void> {
  const note = (name: N) => [name, (...args: unknown[]) => void asked.push([`${owner}.${name}`, ...args])] as const;
  return Object.fromEntries(names.map(note)) as Record<N, (...args: unknown[]) => void>;
}

/** The contents of a window, with one frame at an address. */
export class Contents extends EventEmitter {
  readonly id: number;
  readonly mainFrame: { readonly url: string };
  readonly sent: [channel: string, message: unknown][] = [];

  constructor(id: number, url: string) {
    super();
    this.id = id;
    this.mainFrame = { url };
  }

  isDestroyed(): boolean {
    return false;
  }

  send(channel: string, message: unknown): void {
    this.sent.push([channel, message]);
    this.emit('sent');
  }

  setWindowOpenHandler(handler: () => unknown): void {
    asked.push(['contents.setWindowOpenHandler', handler]);
  }
}

const windows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  readonly webContents = new Contents(windows.length + 1, 'simul://app/');

  constructor(options: unknown) {
    super();
    asked.push(['window', options]);
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return windows;
  }

  static fromWebContents(contents: Contents): BrowserWindow | null {
    return windows.find(({ webContents }) => webContents === contents) ?? null;
  }

  async loadURL(url: string): Promise<void> {
    asked.push(['window.loadURL', url]);
  }

  isMinimized(): boolean {
    return false;
  }

  focus(): void {
    asked.push(['window.focus']);
  }
}

export const app = Object.assign(
  new EventEmitter(),
  notes('app', ['enableSandbox', 'quit', 'exit', 'showAboutPanel']),
  {
    isPackaged: true,
    isReady: () => true,
    whenReady: async () => {},
    requestSingleInstanceLock: () => true,
    getPath: () => tmpdir(),
  },
);

export const dialog = {
  ...notes('dialog', ['showErrorBox']),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
};
export const ipcMain = Object.assign(new EventEmitter(), notes('ipcMain', ['handle']));
export const Menu = { ...notes('Menu', ['setApplicationMenu']), buildFromTemplate: (template: unknown) => template };
export const protocol = notes('protocol', ['registerSchemesAsPrivileged']);
const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } };
export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] };
export const session = {
  defaultSession: {
    ...notes('session', [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'on',
    ]),
    protocol: notes('session', ['handle']),
    webRequest: notes('session', ['onBeforeRequest', 'onHeadersReceived']),
  },
};
