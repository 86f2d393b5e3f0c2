/**
 * Runs in the window before the page, in a sandbox: all it does is pass messages on. The page sees none of Electron,
 * only the functions below, and what they hand over is copied.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { Channel, type DesktopShell, type OpenedFile, type ShellCommand } from '../../shared/protocol/shell.ts';
import { asked } from './asked.ts';
import { Mailbox } from './mailbox.ts';

const messages = new Mailbox<string | Uint8Array<ArrayBuffer>>();
const commands = new Mailbox<ShellCommand>();
const closing = new Mailbox<null>();
const opened = new Mailbox<OpenedFile>();
const notices = new Mailbox<string>();

ipcRenderer.on(Channel.message, (_, message: string | Uint8Array<ArrayBuffer>) => messages.put(message));
ipcRenderer.on(Channel.command, (_, command: ShellCommand) => commands.put(command));
ipcRenderer.on(Channel.close, () => closing.put(null));
ipcRenderer.on(Channel.opened, (_, file: OpenedFile) => opened.put(file));
ipcRenderer.on(Channel.notice, (_, line: string) => notices.put(line));

const shell: DesktopShell = {
  platform: process.platform,
  send: (message) => ipcRenderer.send(Channel.message, message),
  onMessage: (listener) => messages.give(listener),
  onClose: (listener) => closing.give(() => listener()),
  saveFile: (file) => asked(ipcRenderer.invoke(Channel.saveFile, file) as Promise<boolean>),
  openFile: () => asked(ipcRenderer.invoke(Channel.openFile) as Promise<OpenedFile | null>),
  onCommand: (listener) => commands.give(listener),
  onOpened: (listener) => opened.give(listener),
  onNotice: (listener) => notices.give(listener),
};

// A page that is loaded anew is a new page to the host.
ipcRenderer.send(Channel.connect);
contextBridge.exposeInMainWorld('simul', shell);
