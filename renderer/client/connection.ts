import type { Answer, AnswerMessage, CallArguments, CallName, Welcome } from '../../shared/protocol/calls.ts';
import { decodePacket, type Packet } from '../../shared/protocol/packet.ts';
import { CALL_LENGTH_MAX, PROTOCOL_VERSION } from '../../shared/protocol/limits.ts';
import type { Push } from '../../shared/protocol/pushes.ts';
import { unpackSession } from '../../shared/protocol/session-push.ts';
import type { Transport } from '../../shared/protocol/transport.ts';
import { tooLong, unreachable } from '../../shared/protocol/call-problems.ts';
import type { Problem } from '../../shared/scenario/problem.ts';

export type ConnectionState = 'connecting' | 'open' | 'lost';

/** What a call comes to: its value, or what was wrong with it. */
export type CallResult<N extends CallName> =
  { readonly ok: true; readonly value: Answer<N> } | { readonly ok: false; readonly problems: readonly Problem[] };

export interface ConnectionListeners {
  onState(state: ConnectionState): void;
  /** A host has let the page in; the session follows. */
  onWelcome(welcome: Welcome): void;
  /** What has to be there before a push can be taken; all that comes behind it waits. Null where nothing is missing. */
  before?(push: Push): Promise<unknown> | null;
  onPush(push: Push): void;
  /** Takes a packet in. Kept when it is on screen: how many wall milliseconds that took; null where nobody looks. */
  onPacket(packet: Packet): Promise<number | null>;
  /** The host will not speak with this page, and trying again does not help. */
  onRefused(problems: readonly Problem[]): void;
}

/** Runs `task` after so many wall milliseconds. */
export type Delay = (ms: number, task: () => void) => void;

/** Wall milliseconds before the first attempt to connect again; each further one waits twice as long, up to the last. */
const FIRST_WAIT_MS = 250;
const LAST_WAIT_MS = 5000;

/**
 * The page's end of the protocol: says hello, matches answers with calls, acknowledges packets once they are on screen,
 * and comes back after a loss. Knows nothing of what the messages are about.
 */
export class Connection {
  readonly #open: () => Transport;
  readonly #listeners: ConnectionListeners;
  readonly #delay: Delay;
  readonly #waiting = new Map<number, (answer: CallResult<CallName>) => void>();
  #transport: Transport | null = null;
  // Messages behind a push that waits; null while none does.
  #behind: (string | Uint8Array<ArrayBuffer>)[] | null = null;
  #calls = 0;
  #waitMs = FIRST_WAIT_MS;
  #refused = false;
  #everOpen = false;

  constructor(open: () => Transport, listeners: ConnectionListeners, delay: Delay) {
    this.#open = open;
    this.#listeners = listeners;
    this.#delay = delay;
  }

  connect(): void {
    this.#listeners.onState(this.#everOpen ? 'lost' : 'connecting');
    const transport = this.#open();
    this.#transport = transport;
    transport.onClose(() => this.#lose(transport));
    transport.onMessage((message) => {
      if (this.#transport === transport) this.#take(message);
    });
    void this.call('hello', { version: PROTOCOL_VERSION }).then((answer) => {
      if (this.#transport !== transport) return;
      if (answer.ok) this.#welcome(answer.value);
      else this.#refuse(answer.problems);
    });
  }

  /** Sends a call; the promise is always kept, with problems where the host cannot be reached. */
  call<N extends CallName>(name: N, args?: CallArguments<N>): Promise<CallResult<N>> {
    const transport = this.#transport;
    if (transport === null) return Promise.resolve({ ok: false, problems: [unreachable(name)] });
    const id = ++this.#calls;
    const message = JSON.stringify({ type: 'call', id, call: name, ...(args === undefined ? {} : { args }) });
    // The host would not read it, and a much longer one would cost the connection.
    if (message.length > CALL_LENGTH_MAX)
      return Promise.resolve({ ok: false, problems: [tooLong(name, message.length)] });
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve as (answer: CallResult<CallName>) => void);
      transport.send(message);
    });
  }

  #welcome(welcome: Welcome): void {
    this.#everOpen = true;
    this.#waitMs = FIRST_WAIT_MS;
    this.#listeners.onState('open');
    this.#listeners.onWelcome(welcome);
  }

  #refuse(problems: readonly Problem[]): void {
    this.#refused = true;
    this.#listeners.onRefused(problems);
    this.#transport?.close();
  }

  #take(message: string | Uint8Array<ArrayBuffer>): void {
    if (this.#behind !== null) {
      this.#behind.push(message);
      return;
    }
    if (typeof message !== 'string') {
      this.#takePacket(decodePacket(message));
      return;
    }
    const parsed = JSON.parse(message) as Push | AnswerMessage;
    if (parsed.type !== 'answer') {
      this.#takePush(parsed.type === 'session' ? unpackSession(parsed) : parsed);
      return;
    }
    const settle = this.#waiting.get(parsed.id);
    this.#waiting.delete(parsed.id);
    settle?.(parsed as CallResult<CallName>);
  }

  #takePush(push: Push): void {
    const missing = this.#listeners.before?.(push) ?? null;
    if (missing === null) {
      this.#listeners.onPush(push);
      return;
    }
    const behind: (string | Uint8Array<ArrayBuffer>)[] = [];
    this.#behind = behind;
    void missing.then(() => {
      // After a loss the next connection tells everything anew.
      if (this.#behind !== behind) return;
      this.#behind = null;
      this.#listeners.onPush(push);
      for (const message of behind) this.#take(message);
    });
  }

  #takePacket(packet: Packet): void {
    const transport = this.#transport;
    void this.#listeners.onPacket(packet).then((tookMs) => {
      if (this.#transport !== transport) return;
      const args = { packet: packet.header.packet, ...(tookMs === null ? {} : { tookMs }) };
      transport?.send(JSON.stringify({ type: 'call', id: ++this.#calls, call: 'ack', args }));
    });
  }

  #lose(transport: Transport): void {
    if (this.#transport !== transport) return;
    this.#transport = null;
    this.#behind = null;
    const unanswered = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const settle of unanswered) settle({ ok: false, problems: [unreachable('call')] });
    this.#listeners.onState(this.#everOpen ? 'lost' : 'connecting');
    if (this.#refused) return;
    this.#delay(this.#waitMs, () => {
      if (this.#transport === null) this.connect();
    });
    this.#waitMs = Math.min(LAST_WAIT_MS, this.#waitMs * 2);
  }
}
