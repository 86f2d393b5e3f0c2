import { BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { Channel } from '../../shared/protocol/shell.ts';
import type { Host } from '../host/host.ts';
import { openFile, saveFile } from './files.ts';
import type { Outbox } from './outbox.ts';
import { isTrusted } from './page-address.ts';
import { Port } from './port.ts';

/** What the shell has to do with a page beyond serving it the host. */
export interface PageServices {
  readonly outbox: Outbox;
  /** Told where a scenario was opened or saved. */
  readonly noted: (path: string) => void;
}

/** Serves the host, and the file dialogs, to the page in each window. A message from anybody else is not heard. */
export function servePages(host: Host, page: string, { outbox, noted }: PageServices): void {
  const ports = new Map<number, Port>();

  const heard = ({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    isTrusted({ url: senderFrame?.url ?? null, isMainFrame: senderFrame === sender.mainFrame }, page);

  ipcMain.on(Channel.connect, (event) => {
    if (!heard(event)) return;
    const { sender } = event;
    const { id } = sender;
    const port = new Port(sender);
    const before = ports.get(id);
    ports.set(id, port);
    // A page that was loaded anew takes the place of the one before it.
    if (before === undefined) {
      sender.once('destroyed', () => {
        ports.get(id)?.end();
        ports.delete(id);
        outbox.disconnected();
      });
      sender.on('render-process-gone', () => {
        ports.get(id)?.end();
        outbox.disconnected();
      });
    }
    before?.end();
    host.connect(port);
    outbox.connected(sender);
  });

  ipcMain.on(Channel.message, (event, message: unknown) => {
    if (heard(event)) ports.get(event.sender.id)?.take(message);
  });

  const asked = async <T>(event: IpcMainInvokeEvent, answer: (window: BrowserWindow) => Promise<T>): Promise<T> => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!heard(event) || window === null) throw new Error('only the page may ask for files');
    return answer(window);
  };
  ipcMain.handle(Channel.saveFile, (event, file: unknown) => asked(event, (window) => saveFile(window, file, noted)));
  ipcMain.handle(Channel.openFile, (event) => asked(event, (window) => openFile(window, noted)));
}
