import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { aFunction, check, strict } from './strict.ts';

type Listener = Parameters<IpcMain['on']>[1];
type Handler = Parameters<IpcMain['handle']>[1];

const listeners = new Map<string, Listener[]>();
const handlers = new Map<string, Handler>();

export const ipcMain = strict('ipcMain', {
  on(channel: string, listener: Listener) {
    check('ipcMain.on', [channel, listener], z.string(), aFunction<Listener>());
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcMain;
  },
  handle(channel: string, handler: Handler) {
    check('ipcMain.handle', [channel, handler], z.string(), aFunction<Handler>());
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
}) as unknown as Pick<IpcMain, 'on' | 'handle'>;

/** A window has sent something. */
export function receive(channel: string, event: object, args: readonly unknown[]): void {
  for (const listener of listeners.get(channel) ?? []) listener(event as IpcMainEvent, ...args);
}

/** A window asks for something. What is refused is told in Electron's words. */
export async function answer(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  try {
    return (await handler(event as IpcMainInvokeEvent, ...args)) as unknown;
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
  }
}
