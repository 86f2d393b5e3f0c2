/**
 * What the desktop shell puts into its window, beyond what a browser has: a way to the host, file dialogs and the
 * commands of the native menu.
 */

/** What of the page the native menu opens and shuts. */
export const panelCommands = ['programs', 'parameters', 'charts', 'listing', 'timeline', 'speed', 'lanes'] as const;
export type PanelCommand = (typeof panelCommands)[number];

/** A command of the native menu; what it means is the page's business. */
export const shellCommands = [
  'open-scenario',
  'save-scenario',
  ...panelCommands,
  'about',
  'theme-system',
  'theme-light',
  'theme-dark',
  'theme-projector',
] as const;
export type ShellCommand = (typeof shellCommands)[number];

/** A file to be saved: the name that the dialog suggests, and what is in it. */
export interface FileToSave {
  readonly name: string;
  readonly data: string | Uint8Array<ArrayBuffer>;
}

/** A file that was opened: its name without folders, and what is in it. */
export interface OpenedFile {
  readonly name: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** `window.simul` in the desktop shell; a browser has none. */
export interface DesktopShell {
  /** The operating system, as Node names it: "darwin", "linux", "win32". */
  readonly platform: string;
  send(message: string | Uint8Array<ArrayBuffer>): void;
  /** Told of every message; one listener. Messages that came before are kept for it. */
  onMessage(listener: (message: string | Uint8Array<ArrayBuffer>) => void): void;
  /** Told once, when nothing can be sent any more. */
  onClose(listener: () => void): void;
  /** Asks where to, and saves. False when the dialog was cancelled; rejects when the file cannot be written. */
  saveFile(file: FileToSave): Promise<boolean>;
  /** Asks for a scenario, or a picture that holds one, and reads the file. Null when the dialog was cancelled; rejects when it cannot be read. */
  openFile(): Promise<OpenedFile | null>;
  /** Told of every command of the native menu; one listener. */
  onCommand(listener: (command: ShellCommand) => void): void;
  /** Told of every file that was opened from outside the page: a recent one, or one that the system was asked to open. */
  onOpened(listener: (file: OpenedFile) => void): void;
  /** Told in a line of whatever went wrong outside the page; one listener. */
  onNotice(listener: (line: string) => void): void;
}

/** Names of the messages between window and shell. */
export const Channel = {
  connect: 'simul:connect',
  message: 'simul:message',
  close: 'simul:close',
  command: 'simul:command',
  saveFile: 'simul:save-file',
  openFile: 'simul:open-file',
  opened: 'simul:opened',
  notice: 'simul:notice',
} as const;
