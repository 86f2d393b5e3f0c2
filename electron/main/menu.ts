import type { MenuItemConstructorOptions } from 'electron';
import type { ShellCommand } from '../../shared/protocol/shell.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  /** Whether this is a build under development. */
  readonly developing: boolean;
  /** Passes a command on to the page. */
  readonly command: (command: ShellCommand) => void;
  /** Files that were opened last, the last one first. */
  readonly recent: readonly string[];
  readonly openRecent: (path: string) => void;
  readonly clearRecent: () => void;
}

/**
 * The native menu. The page has single keys for itself - Space, the arrows, +, -, and letters - so that everything here
 * takes Ctrl or Cmd, or a function key. What has a key of the page's takes that one with Ctrl or Cmd and Shift.
 */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { platform, developing, command } = options;
  const mac = platform === 'darwin';
  const item = (label: string, what: ShellCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => command(what),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const file: MenuItemConstructorOptions[] = [
    item('Programs…', 'programs', 'CmdOrCtrl+Shift+O'),
    { type: 'separator' },
    item('Open Scenario…', 'open-scenario', 'CmdOrCtrl+O'),
    { label: 'Open Recent', submenu: recentItems(options) },
    item('Save Scenario…', 'save-scenario', 'CmdOrCtrl+S'),
    { type: 'separator' },
    mac ? { role: 'close' } : { role: 'quit' },
  ];
  const view: MenuItemConstructorOptions[] = [
    item('Parameters', 'parameters', 'CmdOrCtrl+Shift+P'),
    item('Charts', 'charts', 'CmdOrCtrl+Shift+C'),
    item('Listing', 'listing', 'CmdOrCtrl+Shift+L'),
    item('Timeline', 'timeline', 'CmdOrCtrl+Shift+M'),
    item('Speed', 'speed', 'CmdOrCtrl+Shift+S'),
    item('Lanes', 'lanes', 'CmdOrCtrl+Shift+N'),
    { type: 'separator' },
    {
      label: 'Theme',
      submenu: [
        item('As the System', 'theme-system'),
        item('Light', 'theme-light'),
        item('Dark', 'theme-dark'),
        item('Projector', 'theme-projector'),
      ],
    },
    { type: 'separator' },
    { role: 'reload', accelerator: 'CmdOrCtrl+R' },
    ...(developing ? [{ role: 'toggleDevTools', accelerator: 'CmdOrCtrl+Shift+I' } as const] : []),
    { type: 'separator' },
    { role: 'resetZoom', accelerator: 'CmdOrCtrl+0' },
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
    { role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
    { type: 'separator' },
    { role: 'togglefullscreen', accelerator: mac ? 'Ctrl+Cmd+F' : 'F11' },
  ];
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: 'File', submenu: file },
    { role: 'editMenu' },
    { label: 'View', submenu: view },
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', submenu: [item('About Simul', 'about')] },
  ];
}

function recentItems({ recent, openRecent, clearRecent }: MenuOptions): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: 'No files yet', enabled: false }];
  return [
    // In a label, an ampersand stands for a key.
    ...recent.map((path) => ({ label: path.replaceAll('&', '&&'), click: () => openRecent(path) })),
    { type: 'separator' },
    { label: 'Clear Recent', click: clearRecent },
  ];
}
