/** The desktop shell: one window, the host it looks at, and as little as possible in between. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, powerMonitor, protocol, session } from 'electron';
import { Channel } from '../../shared/protocol/shell.ts';
import { messageOf } from '../../shared/message-of.ts';
import { pageWorkers } from '../experiment/workers.ts';
import { Host } from '../host/host.ts';
import { readPageFiles } from '../host/page-files.ts';
import { firstScreen } from '../host/start.ts';
import { wallClock } from '../host/wall-clock.ts';
import { workloads } from '../workloads/registry.ts';
import { beingWritten } from './files.ts';
import { refuseNavigation, restrict } from './lock-down.ts';
import { menuTemplate } from './menu.ts';
import { pathIn, readOpened } from './opened-path.ts';
import { Outbox } from './outbox.ts';
import { PAGE_ADDRESS, PAGE_SCHEME } from './page-address.ts';
import { pageResponse } from './page-response.ts';
import { servePages } from './pages.ts';
import { chooseProfile } from './profile.ts';
import { Recent } from './recent.ts';
import { openWindow } from './window.ts';

declare global {
  interface ImportMeta {
    readonly env: { readonly DEV: boolean };
  }
}

// Decided when this is compiled: only `npm run dev` asks for the development server's page, which has a policy of its own.
const developmentPage = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;
const page = developmentPage ?? PAGE_ADDRESS;
const outbox = new Outbox();
let recent: Recent | null = null;

const profileProblem = chooseProfile(app);
if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  refuseNavigation(page);
  app.on('second-instance', (_, argv, folder) => {
    showWindow();
    openPath(pathIn(argv, folder));
  });
  // A system that opens a file may do so before anything else.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    showWindow();
    openPath(path);
  });
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
  // What the threads run is a file of its own beside the shell.
  const workers = pageWorkers(new URL('./sweep-worker.js', import.meta.url));
  const host = new Host({ workloads, start: firstScreen, clock: wallClock, workers, onDefect: console.error });
  recent = new Recent(join(app.getPath('userData'), 'recent.json'), showMenu);
  servePages(host, page, { outbox, noted });
  endWith(host);
  // What the computer sleeps through is not played.
  powerMonitor.on('suspend', () => host.suspend());
  powerMonitor.on('resume', () => host.resume());
  const problems = [profileProblem, recent.problem].filter((problem) => problem !== null);
  showMenu();
  openWindow(page, (problem) => problems.push(problem));
  if (problems.length > 0) tell(problems.join(' '));
  openPath(pathIn(process.argv, process.cwd()));
}

/** The host ends with the app, which ends once everything that is being saved has been saved. */
function endWith(host: Host): void {
  app.on('before-quit', (event) => {
    const written = beingWritten();
    if (written === null) return host.close();
    event.preventDefault();
    void written.then(() => app.quit());
  });
}

function servePage(): void {
  const files = readPageFiles(join(import.meta.dirname, '../renderer'));
  session.defaultSession.protocol.handle(PAGE_SCHEME, (request) => pageResponse(files, request));
}

function showMenu(): void {
  const template = menuTemplate({
    platform: process.platform,
    developing: developmentPage !== undefined,
    command: (command) => outbox.tell(Channel.command, command),
    recent: recent?.paths ?? [],
    openRecent: openPath,
    clearRecent: () => recent?.clear(),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Brings the window to the front, or opens it. */
function showWindow(): void {
  if (!app.isReady()) return;
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) {
    openWindow(page, tell);
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Gives the page a file to open, or a line that says why not. */
function openPath(path: string | undefined): void {
  if (path === undefined) return;
  readOpened(path).then(
    (file) => {
      outbox.tell(Channel.opened, file);
      noted(path);
    },
    (error: unknown) => {
      recent?.remove(path);
      tell(messageOf(error));
    },
  );
}

/** A scenario was opened or saved there. */
function noted(path: string): void {
  recent?.add(path);
  app.addRecentDocument(path);
}

function tell(line: string): void {
  outbox.tell(Channel.notice, line);
}
