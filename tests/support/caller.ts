/** A page's end of the protocol without a page: calls over a WebSocket, and keeps what the host pushes. */
import { WebSocket } from 'ws';
import { PROTOCOL_VERSION, type AnswerMessage } from '../../shared/protocol/calls.ts';
import { decodePacket } from '../../shared/protocol/packet.ts';
import type { ClockState, PacketHeader, Push, SessionPush } from '../../shared/protocol/pushes.ts';
import { unpackSession } from '../../shared/protocol/session-push.ts';

export class Caller {
  readonly #socket: WebSocket;
  readonly #waiting: ((answer: AnswerMessage) => void)[] = [];
  readonly #listeners = new Set<() => void>();
  #calls = 0;
  #epoch = -1;
  session: SessionPush | null = null;
  frame: PacketHeader | null = null;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer, isBinary) => this.#take(data, isBinary));
  }

  /** Opens the socket and says hello, unless the caller wants to be rude. */
  static async open(address: string, origin: string, { hello = true } = {}): Promise<Caller> {
    const socket = new WebSocket(address, { origin });
    const caller = new Caller(socket);
    await new Promise<void>((settle, refuse) => {
      socket.once('open', () => settle());
      socket.once('error', refuse);
    });
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
  raw(message: string | Uint8Array): Promise<AnswerMessage> {
    return new Promise((settle) => {
      this.#waiting.push(settle);
      this.#socket.send(message);
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
    this.#socket.close();
  }

  #take(data: Buffer, isBinary: boolean): void {
    if (isBinary) {
      const { header } = decodePacket(Uint8Array.from(data));
      this.frame = header;
      this.#socket.send(JSON.stringify({ type: 'call', id: 0, call: 'ack', args: { packet: header.packet } }));
    } else {
      const message = JSON.parse(data.toString('utf8')) as Push | AnswerMessage;
      if (message.type === 'answer') this.#waiting.shift()?.(message);
      else if (message.type === 'session') {
        this.session = unpackSession(message);
        if (message.epoch !== this.#epoch) this.frame = null;
        this.#epoch = message.epoch;
      }
    }
    for (const listener of [...this.#listeners]) listener();
  }
}
