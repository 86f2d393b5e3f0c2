/** What `import 'electron'` is to the shell: just these names, and of each just what is in use. */
export { app } from './app.ts';
export { dialog } from './dialogs.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { powerMonitor, nativeTheme } from './system.ts';
export { protocol, session } from './session.ts';
export { screen } from './screen.ts';
export { BrowserWindow } from './window.ts';
