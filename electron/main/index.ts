/** The desktop shell: one window, the host it looks at, and as little as possible in between. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, protocol, session } from 'electron';
import { Channel, type ShellCommand } from '../../shared/protocol/shell.ts';
import { messageOf } from '../../shared/message-of.ts';
import { pageWorkers } from '../experiment/workers.ts';
import { Host } from '../host/host.ts';
import { readPageFiles } from '../host/page-files.ts';
import { firstScreen } from '../host/start.ts';
import { wallClock } from '../host/wall-clock.ts';
import { workloads } from '../workloads/registry.ts';
import { refuseNavigation, restrict } from './lock-down.ts';
import { menuTemplate } from './menu.ts';
import { PAGE_ADDRESS, PAGE_SCHEME } from './page-address.ts';
import { pageResponse } from './page-response.ts';
import { servePages } from './pages.ts';
import { openWindow } from './window.ts';

declare global {
  interface ImportMeta {
    readonly env: { readonly DEV: boolean };
  }
}

// Decided when this is compiled: only `npm run dev` asks for the development server's page, which has a policy of its own.
const developmentPage = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;
const page = developmentPage ?? PAGE_ADDRESS;

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  refuseNavigation(page);
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      dialog.showErrorBox('Simul cannot start', messageOf(error));
      app.exit(1);
    });
}

function open(): void {
  restrict(session.defaultSession, page);
  if (developmentPage === undefined) servePage();
  // What the threads run lies beside the command line, with which it is built.
  const workers = pageWorkers(new URL('../cli/sweep-worker.js', import.meta.url));
  const host = new Host({ workloads, start: firstScreen, clock: wallClock, workers, onDefect: console.error });
  servePages(host, page);
  app.on('before-quit', () => host.close());
  const menu = menuTemplate({
    platform: process.platform,
    developing: developmentPage !== undefined,
    command: tellPage,
    about: () => app.showAboutPanel(),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
  showWindow();
}

function servePage(): void {
  const files = readPageFiles(join(import.meta.dirname, '../renderer'));
  session.defaultSession.protocol.handle(PAGE_SCHEME, (request) => pageResponse(files, request));
}

/** Brings the window to the front, or opens it. */
function showWindow(): void {
  if (!app.isReady()) return;
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) {
    openWindow(page);
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}

function tellPage(command: ShellCommand): void {
  const [window] = BrowserWindow.getAllWindows();
  window?.webContents.send(Channel.command, command);
}
