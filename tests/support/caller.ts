/** A page's end of the protocol without a page: calls, and keeps what the host pushes. */
import { WebSocket } from 'ws';
import { socketTransport } from '../../electron/web/socket-transport.ts';
import { PROTOCOL_VERSION, type AnswerMessage } from '../../shared/protocol/calls.ts';
import { decodePacket } from '../../shared/protocol/packet.ts';
import type { ClockState, GivenFile, PacketHeader, Push, SessionPush } from '../../shared/protocol/pushes.ts';
import { unpackSession } from '../../shared/protocol/session-push.ts';
import type { Transport } from '../../shared/protocol/transport.ts';

export class Caller {
  readonly #transport: Transport;
  readonly #waiting: ((answer: AnswerMessage) => void)[] = [];
  readonly #listeners = new Set<() => void>();
  #calls = 0;
  #epoch = -1;
  session: SessionPush | null = null;
  frame: PacketHeader | null = null;
  file: GivenFile | null = null;

  private constructor(transport: Transport) {
    this.#transport = transport;
    transport.onMessage((message) => this.#take(message));
  }

  /** Opens the socket and says hello, unless the caller wants to be rude. */
  static async open(address: string, origin: string, { hello = true } = {}): Promise<Caller> {
    const socket = new WebSocket(address, { origin });
    await new Promise<void>((settle, refuse) => {
      socket.once('open', () => settle());
      socket.once('error', refuse);
    });
    return Caller.over(socketTransport(socket), { hello });
  }

  /** The same over any way to a host. */
  static async over(transport: Transport, { hello = true } = {}): Promise<Caller> {
    const caller = new Caller(transport);
    if (hello) await caller.call('hello', { version: PROTOCOL_VERSION });
    return caller;
  }

  get clock(): ClockState | null {
    return this.frame?.clock ?? null;
  }

  async call(call: string, args?: unknown): Promise<AnswerMessage> {
    return this.raw(JSON.stringify({ type: 'call', id: ++this.#calls, call, args }));
  }

  /** Sends anything at all, and waits for the next answer. */
  raw(message: string | Uint8Array<ArrayBuffer>): Promise<AnswerMessage> {
    return new Promise((settle) => {
      this.#waiting.push(settle);
      this.#transport.send(message);
    });
  }

  /** Waits until what has been pushed fits. */
  async until(fits: (caller: this) => boolean): Promise<void> {
    if (fits(this)) return;
    await new Promise<void>((settle) => {
      const look = () => {
        if (!fits(this)) return;
        this.#listeners.delete(look);
        settle();
      };
      this.#listeners.add(look);
    });
  }

  close(): void {
    this.#transport.close();
  }

  #take(message: string | Uint8Array<ArrayBuffer>): void {
    if (typeof message === 'string') {
      const told = JSON.parse(message) as Push | AnswerMessage;
      if (told.type === 'answer') this.#waiting.shift()?.(told);
      else if (told.type === 'file') this.file = { name: told.name, text: told.text };
      else if (told.type === 'session') {
        this.session = unpackSession(told);
        if (told.epoch !== this.#epoch) this.frame = null;
        this.#epoch = told.epoch;
      }
    } else {
      const { header } = decodePacket(message);
      this.frame = header;
      this.#transport.send(JSON.stringify({ type: 'call', id: 0, call: 'ack', args: { packet: header.packet } }));
    }
    for (const listener of [...this.#listeners]) listener();
  }
}
