/** A window: a place on the desktop, and what is in it. The place is kept in mind only; Chromium shows the page. */
import type {
  BrowserWindow as ElectronWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WebPreferences,
} from 'electron';
import { z } from 'zod';
import { Contents } from './contents.ts';
import { complain } from './complaints.ts';
import { displayAt } from './screen.ts';
import { check, Emitter, strict } from './strict.ts';

const optional = <T extends z.ZodType>(type: T) => z.exactOptional(type);
const flag = optional(z.boolean());
const side = optional(z.int());
const preferences = z.strictObject({
  preload: z.string(),
  sandbox: flag,
  contextIsolation: flag,
  nodeIntegration: flag,
  nodeIntegrationInWorker: flag,
  nodeIntegrationInSubFrames: flag,
  webSecurity: flag,
  allowRunningInsecureContent: flag,
  experimentalFeatures: flag,
  webviewTag: flag,
  navigateOnDragDrop: flag,
  spellcheck: flag,
  devTools: flag,
}) satisfies z.ZodType<WebPreferences>;
const optionsType = z.strictObject({
  x: side,
  y: side,
  width: side,
  height: side,
  minWidth: side,
  minHeight: side,
  show: flag,
  title: optional(z.string()),
  icon: optional(z.string()),
  fullscreen: flag,
  backgroundColor: optional(z.string().regex(/^#[0-9a-f]{6}$/i)),
  webPreferences: preferences,
}) satisfies z.ZodType<BrowserWindowConstructorOptions>;

/** What Electron takes where nothing is said. */
const DEFAULTS = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
} as const satisfies WebPreferences;
type Options = z.infer<typeof optionsType>;
export type Preferences = WebPreferences & typeof DEFAULTS;

const EVENTS = [
  'ready-to-show', 'show', 'focus', 'close', 'closed', 'unresponsive', 'responsive', 'enter-full-screen', 'leave-full-screen',
  'move', 'resize', 'maximize', 'unmaximize',
]; // prettier-ignore
/** All windows that are open, the oldest first. */
export const windows: Window[] = [];
const opened: ((contents: Contents) => void)[] = [];

/** Told of the contents of every window, before anything is loaded into it. */
export function onContents(listener: (contents: Contents) => void): void {
  opened.push(listener);
}

type Members =
  | 'close' | 'destroy' | 'focus' | 'isDestroyed' | 'isFullScreen' | 'isMaximized' | 'isMinimized' | 'isVisible'
  | 'getBounds' | 'getNormalBounds' | 'loadURL' | 'maximize' | 'restore' | 'setBackgroundColor' | 'setBounds'
  | 'setFullScreen' | 'setRepresentedFilename' | 'setTitle' | 'show'; // prettier-ignore

export class Window extends Emitter implements Pick<ElectronWindow, Members> {
  readonly options: Options;
  readonly preferences: Preferences;
  readonly #contents: Contents;
  readonly #seen: Window = strict('BrowserWindow', this);
  #normal: Rectangle;
  #maximised = false;
  #minimised = false;
  #fullScreen = false;
  #visible = false;
  #focused = false;
  #destroyed = false;
  title: string;
  backgroundColor: string;

  constructor(given: BrowserWindowConstructorOptions) {
    super('BrowserWindow', EVENTS);
    check('new BrowserWindow', [given], optionsType as z.ZodType<BrowserWindowConstructorOptions>);
    this.options = given as Options;
    const { x, y, width = 800, height = 600, show = true, fullscreen = false, title = '' } = this.options;
    this.preferences = { ...DEFAULTS, ...this.options.webPreferences } as Preferences;
    const { sandbox, contextIsolation, nodeIntegration } = this.preferences;
    if (!sandbox || !contextIsolation || nodeIntegration) {
      complain('the double shows a page only in a sandbox, in a world of its own and without Node');
    }
    const { workArea } = displayAt({ x: x ?? 0, y: y ?? 0, width, height });
    this.#normal = {
      x: x ?? Math.round(workArea.x + (workArea.width - width) / 2),
      y: y ?? Math.round(workArea.y + (workArea.height - height) / 2),
      width,
      height,
    };
    this.title = title;
    this.backgroundColor = this.options.backgroundColor ?? '#ffffff';
    this.#contents = new Contents(this.preferences);
    this.#contents.once('did-finish-load', () => this.tell('ready-to-show'));
    windows.push(this);
    for (const listener of opened) listener(this.#contents);
    if (show) this.show();
    if (fullscreen) this.setFullScreen(true);
    return this.#seen;
  }

  static getAllWindows(): Window[] {
    return windows.map((window) => window.#seen);
  }

  static fromWebContents(contents: Contents): Window | null {
    const found = windows.find((window) => window.#contents.seen === contents);
    return found === undefined ? null : found.#seen;
  }

  get webContents(): never {
    return this.#contents.seen as never;
  }

  async loadURL(address: string): Promise<void> {
    await this.#contents.loadURL(address);
  }

  show(): void {
    this.#visible = true;
    this.tell('show');
    this.focus();
  }

  focus(): void {
    this.#focused = true;
    this.tell('focus');
  }

  close(): void {
    if (this.#destroyed || this.ask('close')) return;
    this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    windows.splice(windows.indexOf(this), 1);
    this.#contents.destroy();
    this.tell('closed');
    closed?.();
  }

  maximize(): void {
    this.#maximised = true;
    this.#visible = true;
    this.tell('maximize');
  }

  /** What only the double does: the user makes the window small, or gives it its old size. */
  minimise(): void {
    this.#minimised = true;
    this.#focused = false;
  }

  unmaximise(): void {
    this.#maximised = false;
    this.tell('unmaximize');
  }

  restore(): void {
    this.#minimised = false;
  }

  setFullScreen(flag: boolean): void {
    check('window.setFullScreen', [flag], z.boolean());
    if (flag === this.#fullScreen) return;
    this.#fullScreen = flag;
    this.tell(flag ? 'enter-full-screen' : 'leave-full-screen');
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#normal = { ...this.#normal, ...bounds };
    this.tell('move');
    this.tell('resize');
  }

  setTitle(title: string): void {
    check('window.setTitle', [title], z.string());
    this.title = title;
  }

  setRepresentedFilename(path: string): void {
    check('window.setRepresentedFilename', [path], z.string());
  }

  setBackgroundColor(colour: string): void {
    check('window.setBackgroundColor', [colour], z.string().regex(/^#[0-9a-f]{6}$/i));
    this.backgroundColor = colour;
  }

  getNormalBounds(): Rectangle {
    return this.#normal;
  }

  getBounds(): Rectangle {
    return this.#maximised || this.#fullScreen ? displayAt(this.#normal).workArea : this.#normal;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isVisible(): boolean {
    return this.#visible;
  }

  isMaximized(): boolean {
    return this.#maximised;
  }

  isMinimized(): boolean {
    return this.#minimised;
  }

  isFullScreen(): boolean {
    return this.#fullScreen;
  }

  isFocused(): boolean {
    return this.#focused;
  }

  /** As the double knows it, from what the shell sees. */
  get contents(): Contents {
    return this.#contents;
  }
}

/** The class as the shell sees it: what it does not use is not there. */
export const BrowserWindow = strict('BrowserWindow', Window);

let closed: (() => void) | null = null;

/** Told whenever a window has closed. */
export function onClosed(listener: () => void): void {
  closed = listener;
}
