/** Another page of the same session, without a window: it speaks over the same messages as one in a window. */
import { receive } from './ipc-main.ts';
import { strict } from './strict.ts';
import { windows } from './window.ts';

/** What a visitor gets to hear: channel, and what was sent with it. */
export interface Heard {
  readonly visitor: true;
  readonly channel: string;
  readonly message: unknown;
}

let contents: object | null = null;

/** Sends something as the visitor. */
export function visit(channel: string, message?: unknown): void {
  const frame = strict('mainFrame', { url: windows[0]!.contents.destination });
  contents ??= strict('webContents', {
    id: 0,
    mainFrame: frame,
    isDestroyed: () => false,
    on() {},
    once() {},
    send: (to: string, what: unknown) => process.send?.({ visitor: true, channel: to, message: what } satisfies Heard),
  });
  const senderFrame = (contents as { mainFrame: object }).mainFrame;
  receive(channel, strict('event', { sender: contents, senderFrame }), message === undefined ? [] : [message]);
}
