/**
 * Serves a session to pages. Every call is validated before anything happens; one that is refused changes nothing
 * and is answered with its problems. Several pages may look at the same session: each has a publisher of its own,
 * and all of them steer the one clock.
 *
 * The host computes in slices and gives way in between, so that the process it lives in stays responsive.
 */
import {
  callSchemas,
  PROTOCOL_VERSION,
  type AnswerMessage,
  type CallArguments,
  type CallName,
} from '../../shared/protocol/calls.ts';
import type { CataloguePush, Push } from '../../shared/protocol/pushes.ts';
import type { Transport } from '../../shared/protocol/transport.ts';
import { InputError, problem, problemsOf } from '../../shared/scenario/problem.ts';
import { Publisher } from '../session/publisher.ts';
import { Session } from '../session/session.ts';
import type { Workload } from '../workloads/workload.ts';
import { catalogueOf } from './catalogue.ts';

/** Longest slice of computing, in wall milliseconds. */
export const SLICE_MS = 4;
/** Wall milliseconds between two frames while the clock goes. */
const FRAME_MS = 1000 / 60;
/** Longest call that is read, in characters. */
const CALL_LENGTH_MAX = 1 << 20;

/** The wall clock and what waits on it; handed in, so that tests need not wait. */
export interface WallClock {
  nowMs(): number;
  /** Runs `turn` after `delayMs`, or as soon as others have had a turn when that is 0. Returns its undoing. */
  schedule(delayMs: number, turn: () => void): () => void;
}

export interface HostOptions {
  readonly workloads: readonly Workload<unknown>[];
  /** What is on screen at first. */
  readonly start: CallArguments<'open'>;
  readonly clock: WallClock;
  /** Told of errors that are no bad input: a defect of this program. */
  readonly onDefect?: (error: unknown) => void;
}

interface Connection {
  readonly transport: Transport;
  publisher: Publisher | null;
  changes: number;
}

export class Host {
  readonly #session: Session;
  readonly #clock: WallClock;
  readonly #catalogue: CataloguePush;
  readonly #onDefect: (error: unknown) => void;
  readonly #connections = new Set<Connection>();
  #cancelTurn: (() => void) | null = null;
  #closed = false;

  constructor({ workloads, start, clock, onDefect }: HostOptions) {
    this.#session = new Session(workloads, start);
    this.#clock = clock;
    this.#catalogue = catalogueOf(workloads);
    this.#onDefect = onDefect ?? (() => {});
  }

  /** Pages that are connected. */
  get connections(): number {
    return this.#connections.size;
  }

  /** Takes a page in. It is told nothing before it says hello. */
  connect(transport: Transport): void {
    const connection: Connection = { transport, publisher: null, changes: -1 };
    this.#connections.add(connection);
    transport.onClose(() => {
      this.#connections.delete(connection);
    });
    transport.onMessage((message) => {
      this.#take(connection, message);
    });
  }

  close(): void {
    this.#closed = true;
    this.#cancelTurn?.();
    for (const { transport } of this.#connections) transport.close();
  }

  #take(connection: Connection, message: string | Uint8Array): void {
    const { id, answer } = this.#answer(connection, message);
    if (id !== null) connection.transport.send(JSON.stringify(answer));
    this.#wake();
  }

  #answer(connection: Connection, message: string | Uint8Array): { id: number | null; answer: AnswerMessage } {
    let id = -1;
    try {
      const call = readCall(message);
      id = call.id;
      const value = this.#dispatch(connection, call.call, call.args);
      // Acknowledgements come with every frame and are not answered.
      return { id: call.call === 'ack' ? null : id, answer: { type: 'answer', id, ok: true, value } };
    } catch (error) {
      if (error instanceof CallError) id = error.id;
      if (error instanceof InputError) {
        return { id, answer: { type: 'answer', id, ok: false, problems: error.problems } };
      }
      this.#onDefect(error);
      const text = error instanceof Error ? error.message : String(error);
      const defect = { path: 'host', value: null, limit: 'a working program', message: `Simul has a defect: ${text}` };
      return { id, answer: { type: 'answer', id, ok: false, problems: [defect] } };
    }
  }

  #dispatch(connection: Connection, call: CallName, args: unknown): unknown {
    const session = this.#session;
    const now = this.#clock.nowMs();
    const given = <N extends CallName>() => args as NonNullable<CallArguments<N>>;
    if (connection.publisher === null && call !== 'hello') {
      throw new InputError([problem('call', call, 'hello, which comes before every other call')]);
    }
    switch (call) {
      case 'hello':
        return this.#welcome(connection, given<'hello'>().version);
      case 'ack':
        connection.publisher!.acknowledge(given<'ack'>().frame);
        return null;
      case 'save':
        return session.saved;
      case 'open':
        session.open(given<'open'>(), now);
        return null;
      case 'edit':
        session.edit(given<'edit'>().path, given<'edit'>().value, now);
        return null;
      case 'undo':
        session.undo(now);
        return null;
      case 'play':
        session.play(now);
        return null;
      case 'pause':
        session.pause(now);
        return null;
      case 'restart':
        session.restart(now);
        return null;
      case 'setPace':
        session.setPace(given<'setPace'>().pace, now);
        return null;
      case 'seek':
        session.seek(given<'seek'>().at, now);
        return null;
      case 'step':
        session.step(now, (args as CallArguments<'step'>)?.lane);
        return null;
      case 'stepBack':
        session.stepBack(now, (args as CallArguments<'stepBack'>)?.lane);
        return null;
    }
  }

  #welcome(connection: Connection, version: unknown): { version: number } {
    if (version !== PROTOCOL_VERSION) {
      throw new InputError([problem('version', version, `${PROTOCOL_VERSION}, the version this host speaks`)]);
    }
    connection.publisher = new Publisher(this.#session);
    connection.changes = -1;
    this.#push(connection, this.#catalogue);
    return { version: PROTOCOL_VERSION };
  }

  #push({ transport }: Connection, push: Push): void {
    transport.send(JSON.stringify(push));
  }

  /** Something has happened: the next turn comes at once. */
  #wake(): void {
    if (this.#closed) return;
    this.#cancelTurn?.();
    this.#cancelTurn = this.#clock.schedule(0, () => {
      this.#turn();
    });
  }

  #turn(): void {
    this.#cancelTurn = null;
    const session = this.#session;
    const began = this.#clock.nowMs();
    try {
      while (session.computing && this.#clock.nowMs() - began < SLICE_MS) session.compute();
      session.tick(this.#clock.nowMs());
      for (const connection of this.#connections) this.#publish(connection);
    } catch (error) {
      this.#onDefect(error);
    }
    if (this.#closed || this.#connections.size === 0) return;
    const delay = session.computing ? 0 : session.clock.playing ? FRAME_MS : null;
    if (delay === null) return;
    this.#cancelTurn = this.#clock.schedule(delay, () => {
      this.#turn();
    });
  }

  #publish(connection: Connection): void {
    const { publisher, transport } = connection;
    if (publisher === null) return;
    if (connection.changes !== this.#session.changes) {
      connection.changes = this.#session.changes;
      this.#push(connection, { type: 'session', ...this.#session.info });
    }
    const frame = publisher.next();
    if (frame !== null) transport.send(frame);
  }
}

/** @throws InputError when the message is no call. */
function readCall(message: string | Uint8Array): { id: number; call: CallName; args: unknown } {
  if (typeof message !== 'string') throw new InputError([problem('message', 'bytes', 'a call as JSON text')]);
  if (message.length > CALL_LENGTH_MAX) {
    const size = `${message.length} characters`;
    throw new InputError([problem('message', size, `at most ${CALL_LENGTH_MAX} characters`)]);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    throw new InputError([problem('message', message.slice(0, 40), 'a call as JSON text')]);
  }
  const { type, id, call, args } = (parsed ?? {}) as { type?: unknown; id?: unknown; call?: unknown; args?: unknown };
  if (type !== 'call' || typeof id !== 'number') {
    throw new InputError([problem('message', parsed, 'an object with type "call", id, call and args')]);
  }
  if (typeof call !== 'string' || !Object.hasOwn(callSchemas, call)) {
    throw new CallError(id, [problem('call', call, `one of ${Object.keys(callSchemas).join(', ')}`)]);
  }
  const name = call as CallName;
  const result = callSchemas[name].safeParse(args);
  if (!result.success) throw new CallError(id, problemsOf(result.error, args, 'args'));
  return { id, call: name, args: result.data };
}

/** A call whose number is known, so that its answer finds the caller. */
class CallError extends InputError {
  readonly id: number;

  constructor(id: number, problems: InputError['problems']) {
    super(problems);
    this.id = id;
  }
}
