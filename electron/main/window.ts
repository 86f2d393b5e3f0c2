import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { readStateFile, writeStateFile } from './state-file.ts';
import { placeWindow, SMALLEST } from './window-state.ts';

/** Opens the window where it was when it was last closed, and shows the page once there is something to see. */
export function openWindow(page: string): BrowserWindow {
  const path = join(app.getPath('userData'), 'window.json');
  const first = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id);
  const { maximised, ...bounds } = placeWindow(
    readStateFile(path),
    [first, ...others].map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Simul',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.on('close', () => writeStateFile(path, { ...window.getNormalBounds(), maximised: window.isMaximized() }));
  void window.loadURL(page);
  return window;
}
