/**
 * What runs in the page: the two ends of `contextBridge`, and the renderer's half of the module `electron` for the
 * preload. Page and preload are two worlds that share a document; what passes between them is copied. Each function
 * stands on its own, for it is sent as text.
 */
import type { cloner } from './clone.ts';

/** What both worlds have to know. */
export interface WorldOptions {
  /** Names of the events by which the worlds speak; nobody else knows them. */
  readonly toPage: string;
  readonly toPreload: string;
  /** Names of the functions by which preload and shell speak. */
  readonly binding: string;
  readonly take: string;
  readonly platform: string;
  /** Permissions of the page that no setting of Chromium's stands for. */
  readonly fullscreen: boolean;
}

type Packed =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'function' | 'promise'; readonly id: number }
  | { readonly kind: 'list'; readonly items: readonly Packed[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Packed])[] }
  | { readonly kind: 'error'; readonly message: string };

type Note =
  | { readonly act: 'expose'; readonly name: string; readonly value: Packed }
  | { readonly act: 'call'; readonly id: number; readonly args: readonly Packed[] }
  | { readonly act: 'answer' | 'settle'; readonly id: number; readonly ok: boolean; readonly value: Packed };

/** One world's end of the bridge. Runs in both. */
export function bridge(send: string, receive: string): { expose: (name: string, value: unknown) => void } {
  type Call = (...args: unknown[]) => unknown;
  const functions = new Map<number, Call>();
  const numbers = new WeakMap<Call, number>();
  const promises = new Map<number, { settle: (value: unknown) => void; refuse: (error: Error) => void }>();
  let count = 0;
  let answer: Extract<Note, { act: 'answer' | 'settle' }> | null = null;

  const post = (note: Note) => window.dispatchEvent(new CustomEvent(send, { detail: note }));
  const errorOf = (error: unknown): Packed => ({
    kind: 'error',
    message: error instanceof Error ? error.message : String(error),
  });

  function pack(value: unknown): Packed {
    if (typeof value === 'function') {
      const known = numbers.get(value as Call);
      const id = known ?? ++count;
      numbers.set(value as Call, id);
      functions.set(id, value as Call);
      return { kind: 'function', id };
    }
    if (value instanceof Promise) {
      const id = ++count;
      value.then(
        (result: unknown) => post({ act: 'settle', id, ok: true, value: pack(result) }),
        (error: unknown) => post({ act: 'settle', id, ok: false, value: errorOf(error) }),
      );
      return { kind: 'promise', id };
    }
    if (value instanceof Error) return errorOf(value);
    if (Array.isArray(value)) return { kind: 'list', items: value.map(pack) };
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return { kind: 'object', entries: Object.entries(value).map(([name, each]) => [name, pack(each)] as const) };
    }
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    return { kind: 'value', value };
  }

  function unpack(packed: Packed): unknown {
    switch (packed.kind) {
      case 'value':
        return packed.value;
      case 'list':
        return packed.items.map(unpack);
      case 'error':
        return new Error(packed.message);
      case 'object':
        return Object.freeze(Object.fromEntries(packed.entries.map(([name, each]) => [name, unpack(each)])));
      case 'promise':
        return new Promise((settle, refuse) => promises.set(packed.id, { settle, refuse }));
      case 'function':
        return (...args: unknown[]) => {
          post({ act: 'call', id: packed.id, args: args.map(pack) });
          const { ok, value } = answer!;
          answer = null;
          if (ok) return unpack(value);
          throw unpack(value);
        };
    }
  }

  function perform({ id, args }: Extract<Note, { act: 'call' }>): Note {
    try {
      return { act: 'answer', id, ok: true, value: pack(functions.get(id)!(...args.map(unpack))) };
    } catch (error) {
      return { act: 'answer', id, ok: false, value: errorOf(error) };
    }
  }

  window.addEventListener(receive, (event) => {
    const note = (event as CustomEvent<Note>).detail;
    if (note.act === 'call') post(perform(note));
    else if (note.act === 'answer') answer = note;
    else if (note.act === 'expose') {
      Object.defineProperty(window, note.name, { value: unpack(note.value), enumerable: true });
    } else {
      const { settle, refuse } = promises.get(note.id)!;
      promises.delete(note.id);
      if (note.ok) settle(unpack(note.value));
      else refuse(unpack(note.value) as Error);
    }
  });
  return { expose: (name, value) => post({ act: 'expose', name, value: pack(value) }) };
}

/** The page's world, before any script of the page. */
export function preparePage(make: typeof bridge, { toPage, toPreload, fullscreen }: WorldOptions): void {
  if (window.top !== window) return;
  make(toPreload, toPage);
  if (fullscreen) return;
  Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('Permissions check failed'));
}

/** The preload's world: runs the preload, which has what a sandbox has and no more. */
export function runPreload(
  make: typeof bridge,
  clone: typeof cloner,
  { toPage, toPreload, binding, take, platform }: WorldOptions,
  preload: (require: unknown, process: unknown, module: object, exports: object) => void,
): void {
  if (window.top !== window) return;
  type Listener = (event: object, ...args: unknown[]) => void;
  const { pack, unpack } = clone();
  const { expose } = make(toPage, toPreload);
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const listeners = new Map<string, Listener[]>();
  const invoked = new Map<number, { settle: (value: unknown) => void; refuse: (error: Error) => void }>();
  let count = 0;

  const only = (name: string, members: object) =>
    new Proxy(members, {
      get(target, key) {
        if (key in target) return Reflect.get(target, key) as unknown;
        throw new Error(`the double of Electron's sandbox has no ${name}.${String(key)}`);
      },
    });
  const channelOf = (channel: unknown): string => {
    if (typeof channel !== 'string') throw new TypeError('a channel has to be a string');
    return channel;
  };
  const tell = (kind: string, id: number, channel: unknown, args: unknown[]) =>
    world[binding]!(pack([kind, id, channelOf(channel), args, location.href]));

  const ipcRenderer = {
    on(channel: unknown, listener: unknown) {
      if (typeof listener !== 'function') throw new TypeError('a listener has to be a function');
      listeners.set(channelOf(channel), [...(listeners.get(channelOf(channel)) ?? []), listener as Listener]);
    },
    send: (channel: unknown, ...args: unknown[]) => tell('send', 0, channel, args),
    invoke(channel: unknown, ...args: unknown[]) {
      const id = ++count;
      tell('invoke', id, channel, args);
      return new Promise((settle, refuse) => invoked.set(id, { settle, refuse }));
    },
  };
  const contextBridge = {
    exposeInMainWorld(name: unknown, api: unknown) {
      if (typeof name !== 'string') throw new TypeError('what is exposed has a name');
      expose(name, api);
    },
  };
  const electron = {
    ipcRenderer: only('ipcRenderer', ipcRenderer),
    contextBridge: only('contextBridge', contextBridge),
  };

  world[take] = (text) => {
    const [kind, where, args] = unpack(text) as ['send' | 'answer' | 'refusal', string | number, unknown[]];
    if (kind === 'send') {
      for (const listener of listeners.get(where as string) ?? []) listener(only('event', {}), ...args);
      return;
    }
    const waiting = invoked.get(where as number)!;
    invoked.delete(where as number);
    if (kind === 'answer') waiting.settle(args[0]);
    else waiting.refuse(new Error(String(args[0])));
  };

  const require = (name: unknown) => {
    if (name === 'electron') return only('electron', electron);
    throw new Error(`module not found: ${String(name)}`);
  };
  const module = { exports: {} };
  preload(require, only('process', { platform }), module, module.exports);
}
