/** What a test needs of Electron's real program: another page of the session, and files without dialogs. */
import type { ElectronApplication } from '@playwright/test';
import { Channel } from '../../shared/protocol/shell.ts';
import type { Transport } from '../../shared/protocol/transport.ts';

/** What the visitor keeps in the main process. */
interface Kept {
  contents: object;
  told: string[];
  asked: (() => void) | null;
}

/** Another page's way to the host: it speaks in the main process as one in a window does. */
export async function visitElectron(app: ElectronApplication, address: string): Promise<Transport> {
  let listener: Parameters<Transport['onMessage']>[0] | null = null;
  let open = true;
  const send = (channel: string, message: string | null) =>
    app.evaluate(
      ({ ipcMain }, { channel, message, address }) => {
        const world = globalThis as unknown as { visitor?: Kept };
        if (world.visitor === undefined) {
          const kept: Kept = { contents: {}, told: [], asked: null };
          kept.contents = {
            id: -1,
            mainFrame: { url: address },
            isDestroyed: () => false,
            on() {},
            once() {},
            send(_: string, what: string | Uint8Array) {
              kept.told.push(typeof what === 'string' ? `s${what}` : `b${Buffer.from(what).toString('base64')}`);
              kept.asked?.();
            },
          };
          world.visitor = kept;
        }
        const { contents } = world.visitor as Kept & { contents: { mainFrame: object } };
        const event = { sender: contents, senderFrame: contents.mainFrame };
        ipcMain.emit(channel, event, ...(message === null ? [] : [message]));
      },
      { channel, message, address },
    );
  /** Waits in the main process for what comes next. */
  const next = () =>
    app.evaluate(async () => {
      const { visitor } = globalThis as unknown as { visitor: Kept };
      if (visitor.told.length === 0) await new Promise<void>((settle) => (visitor.asked = settle));
      return visitor.told.splice(0);
    });
  const hear = async () => {
    while (open) {
      for (const told of await next()) {
        const text = told.slice(1);
        listener?.(told.startsWith('s') ? text : new Uint8Array(Buffer.from(text, 'base64')));
      }
    }
  };
  await send(Channel.connect, null);
  // It ends with the app.
  void hear().catch(() => {});
  return {
    send: (message) => void send(Channel.message, message as string).catch(() => {}),
    onMessage: (given) => (listener = given),
    onClose() {},
    close: () => (open = false),
  };
}

/** Has the next file saved there, and says which name the page gave it. */
export async function saveTo(app: ElectronApplication, folder: string, act: () => Promise<void>): Promise<string> {
  const named = app.evaluate(
    ({ dialog }, folder) =>
      new Promise<string>((settle) => {
        dialog.showSaveDialog = (async (_: unknown, options: { defaultPath: string }) => {
          settle(options.defaultPath);
          return { canceled: false, filePath: `${folder}/${options.defaultPath}` };
        }) as never;
      }),
    folder,
  );
  await act();
  return named;
}
