/** Chromium by its own protocol, beside whoever else steers it. */
import type { CDPSession } from 'playwright-core';
import { WebSocket } from 'ws';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One target's end, or with no target the browser's. */
export class Cdp {
  readonly #wire: Wire;
  readonly #id: string | undefined;
  readonly #listeners = new Map<string, ((params: unknown) => void)[]>();

  private constructor(wire: Wire, id: string | undefined) {
    this.#wire = wire;
    this.#id = id;
    wire.hear(id, (method, params) => this.#listeners.get(method)?.forEach((listener) => listener(params)));
  }

  /** Connects to a Chromium that listens at a port of this machine. */
  static async open(port: number): Promise<Cdp> {
    const answer = await fetch(`http://127.0.0.1:${port}/json/version`);
    const { webSocketDebuggerUrl } = (await answer.json()) as { webSocketDebuggerUrl: string };
    return new Cdp(await Wire.open(webSocketDebuggerUrl), undefined);
  }

  session(id: string): Cdp {
    return new Cdp(this.#wire, id);
  }

  readonly send: CDPSession['send'] = (method, params) => this.#wire.send(this.#id, method, params) as Promise<never>;

  readonly on = ((event: string, listener: (params: unknown) => void) => {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }) as CDPSession['on'];

  close(): void {
    this.#wire.close();
  }
}

class Wire {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #heard = new Map<string | undefined, (method: string, params: unknown) => void>();
  #count = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#take(JSON.parse(data.toString('utf8')) as Message));
    socket.on('close', () => {
      for (const settle of this.#waiting.values()) settle({ error: { message: 'Chromium is gone' } });
    });
  }

  static async open(address: string): Promise<Wire> {
    const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 2 ** 29 });
    await new Promise<void>((settle, refuse) => {
      socket.once('open', () => settle());
      socket.once('error', refuse);
    });
    return new Wire(socket);
  }

  hear(session: string | undefined, listener: (method: string, params: unknown) => void): void {
    this.#heard.set(session, listener);
  }

  send(sessionId: string | undefined, method: string, params: unknown): Promise<unknown> {
    const id = ++this.#count;
    return new Promise((settle, refuse) => {
      this.#waiting.set(id, ({ error, result }) => {
        this.#waiting.delete(id);
        if (error === undefined) settle(result);
        else refuse(new Error(`${method}: ${error.message}`));
      });
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }

  close(): void {
    this.#socket.close();
  }

  #take(message: Message): void {
    const { id, method, sessionId, params } = message;
    if (id !== undefined) this.#waiting.get(id)?.(message);
    else if (method !== undefined) this.#heard.get(sessionId)?.(method, params);
  }
}
