/** What a test may do to the desktop, and see of it, while the shell runs. */
import { theApp } from './app.ts';
import { complaints } from './complaints.ts';
import type { Screen } from './desktop-config.ts';
import { answerDialog, openDialogs } from './dialogs.ts';
import { answer, receive } from './ipc-main.ts';
import { choose, menuEntries, press } from './menu.ts';
import { screens } from './screen.ts';
import { defaultSession, type Permission } from './session.ts';
import { strict } from './strict.ts';
import { power, theme } from './system.ts';
import { visit } from './visitor.ts';
import { windows } from './window.ts';

const first = () => windows[0]!;

/** A window as a test sees it. */
export function describe({ id }: { readonly id: number }) {
  const window = windows.find(({ contents }) => contents.id === id)!;
  const { options, preferences, title, backgroundColor, contents } = window;
  return {
    id,
    title,
    backgroundColor,
    options,
    preferences,
    bounds: window.getBounds(),
    normalBounds: window.getNormalBounds(),
    visible: window.isVisible(),
    focused: window.isFocused(),
    maximised: window.isMaximized(),
    minimised: window.isMinimized(),
    fullScreen: window.isFullScreen(),
    zoomLevel: contents.zoomLevel,
    address: contents.mainFrame.url,
  };
}

export const orders = {
  windows: () => windows.map(({ contents }) => describe(contents)),
  complaints: () => complaints.splice(0),
  // Menus and dialogs.
  menu: () => menuEntries(),
  choose: (...way: string[]) => choose(...way),
  press: (accelerator: string) => press(accelerator),
  dialogs: () => openDialogs(),
  answer: (id: number, given: object) => answerDialog(id, given),
  visit: (channel: string, message?: unknown) => visit(channel, message),
  // The window, by its frame.
  close: () => first().close(),
  minimise: () => first().minimise(),
  maximise: () => first().maximize(),
  unmaximise: () => first().unmaximise(),
  place: (bounds: { x: number; y: number; width: number; height: number }) => first().setBounds(bounds),
  crash: () => first().contents.forcefullyCrashRenderer(),
  hang: () => {
    first().tell('unresponsive');
    first().contents.tell('unresponsive');
  },
  recover: () => {
    first().tell('responsive');
    first().contents.tell('responsive');
  },
  // The system.
  app: () => {
    const { recent, about, aboutShown, sandboxed } = theApp;
    return { recent, about, aboutShown, sandboxed };
  },
  quit: () => theApp.quit(),
  activate: () => theApp.tell('activate', {}, windows.length > 0),
  openFile: (path: string) => theApp.ask('open-file', {}, path),
  displays: (displays: readonly Screen[]) => {
    screens.displays = displays;
    screens.tell('display-removed', {}, displays[0]);
  },
  dark: (dark: boolean) => {
    theme.shouldUseDarkColors = dark;
    theme.tell('updated');
  },
  power: (event: 'suspend' | 'resume') => power.tell(event),
  navigations: () => first().contents.navigations,
  openings: () => first().contents.openings,
  /** What the shell says of a window that the page wants to open. */
  mayOpen: (url: string) => first().contents.mayOpen(url),
  // What the guards say.
  allows: (permission: Permission) => defaultSession.allows(permission),
  grants: (permission: Permission) => defaultSession.grants(permission, first().contents.seen as never),
  allowsDevice: () => defaultSession.allowsDevice(),
  mayRequest: (url: string) => defaultSession.mayRequest(url, 'GET'),
  prevents: (
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview',
    details: object,
  ) => first().contents.ask(event, details),
  preventsDownload: () => defaultSession.ask('will-download'),
  /** A message from a frame that is not the page's: of another address, or within it. */
  forge: async (kind: 'send' | 'invoke', channel: string, url: string | null, ...args: unknown[]) => {
    const { seen, mainFrame } = first().contents;
    const own = url === mainFrame.url;
    const event = strict('event', { sender: seen, senderFrame: own || url === null ? null : { url } });
    if (kind === 'invoke') return answer(channel, event, args);
    receive(channel, event, args);
    return null;
  },
};

export type Orders = typeof orders;

/** An order, and its answer, between two processes. */
export interface Order {
  readonly id: number;
  readonly order: keyof Orders;
  readonly args: unknown[];
}

export interface Answered {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** Does what the one who has started this process asks for. */
export function obey(): void {
  process.on('message', ({ id, order, args }: Order) => {
    const run = async () => (orders[order] as (...all: unknown[]) => unknown)(...args);
    run().then(
      (value) => process.send?.({ id, value } satisfies Answered),
      (error: unknown) => process.send?.({ id, error: String(error) } satisfies Answered),
    );
  });
  // Nobody is left to close the windows.
  process.on('disconnect', () => theApp.exit(1));
}
