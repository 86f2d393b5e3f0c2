import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { watchOver } from './recovery.ts';
import { readStateFile, writeStateFile } from './state-file.ts';
import { isInReach, placeWindow, readState, SMALLEST, type Area } from './window-state.ts';

/** The page's own ground, so that nothing flashes before it is there. */
const GROUND = { light: '#f3ecdf', dark: '#17110c' } as const;

/**
 * Opens the window where it was when it was last closed, and shows the page once there is something to see.
 *
 * @param tell told in a line what kept the window from its old place.
 */
export function openWindow(page: string, tell: (line: string) => void): BrowserWindow {
  const path = join(app.getPath('userData'), 'window.json');
  const { state, problem } = readStateFile(path);
  const { maximised, fullScreen, ...bounds } = placeWindow(state, workAreas());
  if (problem !== null) tell(`The window opens in its usual place: ${problem}.`);
  else if (state !== null && readState(state) === null) {
    tell(`The window opens in its usual place: ${path} is broken: it holds no place of a window.`);
  } else if (state !== null && bounds.x === undefined) tell('The window opens here: its display is gone.');
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    // Said in so many words that it is not, macOS would never let it.
    ...(fullScreen ? { fullscreen: true } : {}),
    title: 'Simul',
    backgroundColor: ground(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
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
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.on('close', () => {
    const now = { maximised: window.isMaximized(), fullScreen: window.isFullScreen() };
    writeStateFile(path, { ...window.getNormalBounds(), ...now });
  });
  followSystem(window);
  watchOver(window);
  void window.loadURL(page);
  return window;
}

/** The window's ground has the system's theme, and the window comes back where its display goes away. */
function followSystem(window: BrowserWindow): void {
  const paint = () => window.setBackgroundColor(ground());
  const fetch = () => {
    if (isInReach(window.getNormalBounds(), workAreas())) return;
    const { width, height } = window.getNormalBounds();
    const { x, y } = workAreas()[0]!;
    const {
      fullScreen: _,
      maximised: __,
      ...bounds
    } = placeWindow({ x, y, width, height, maximised: false }, workAreas());
    window.setBounds(bounds);
  };
  nativeTheme.on('updated', paint);
  screen.on('display-removed', fetch);
  window.once('closed', () => {
    nativeTheme.off('updated', paint);
    screen.off('display-removed', fetch);
  });
}

function ground(): string {
  return nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light;
}

/** The work areas of all displays, that of the primary one first. */
function workAreas(): Area[] {
  const first = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id);
  return [first, ...others].map(({ workArea }) => workArea);
}
