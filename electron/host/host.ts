/**
 * Serves a session to pages. Every call is validated before anything happens; one that is refused changes nothing
 * and is answered with its problems. Several pages may look at the same session: each has a publisher of its own,
 * and all of them steer the one clock.
 *
 * The host computes in slices and gives way in between, so that the process it lives in stays responsive.
 */
import { randomUUID } from 'node:crypto';
import {
  PROTOCOL_VERSION,
  type Answer,
  type AnswerMessage,
  type CallArguments,
  type CallName,
} from '../../shared/protocol/calls.ts';
import type { CataloguePush, GivenFile, Push } from '../../shared/protocol/pushes.ts';
import { packSession } from '../../shared/protocol/session-push.ts';
import type { Transport } from '../../shared/protocol/transport.ts';
import { InputError, problem, toldProblems } from '../../shared/scenario/problem.ts';
import { messageOf } from '../../shared/message-of.ts';
import { PACKETS_IN_FLIGHT, Publisher } from '../session/publisher.ts';
import { Session } from '../session/session.ts';
import type { Workload } from '../workloads/workload.ts';
import type { Workers } from '../experiment/conducted.ts';
import { catalogueOf } from './catalogue.ts';
import { Experiments } from './experiments.ts';
import { perform, type ExperimentCall, type SessionCall } from './perform.ts';
import { CallError, readCall } from './read-call.ts';
import type { WallClock } from './wall-clock.ts';

/** Longest slice of computing, in wall milliseconds. */
export const SLICE_MS = 4;
/** Wall milliseconds between two packets to one page: whole ones, because timers know no others. */
export const FRAME_MS = 16;

export interface HostOptions {
  readonly workloads: readonly Workload<unknown>[];
  /** What is on screen at first. */
  readonly start: CallArguments<'open'>;
  /** The instant on screen at first. Who names one has asked for this run: no page then shows its own instead. */
  readonly at?: number;
  /** The experiment beside it, which the first page opens. */
  readonly experiment?: Readonly<Record<string, unknown>>;
  /** A file that the first page opens: the recording of another program. */
  readonly file?: GivenFile;
  readonly clock: WallClock;
  /** Tells this host from the one before it; random when left out. */
  readonly identity?: string;
  /** Who does the work of experiments; without them there are none. */
  readonly workers?: Workers | null;
  /** Told of errors that are no bad input: a defect of this program. */
  readonly onDefect?: (error: unknown) => void;
}

interface Connection {
  readonly transport: Transport;
  readonly experiments: Experiments;
  publisher: Publisher | null;
  changes: number;
  /** Wall instant before which the page gets no further packet. */
  dueMs: number;
}

export class Host {
  readonly #session: Session;
  readonly #identity: string;
  readonly #changesAtFirst: number;
  readonly #clock: WallClock;
  readonly #catalogue: CataloguePush;
  readonly #onDefect: (error: unknown) => void;
  readonly #workloads: readonly Workload<unknown>[];
  readonly #workers: Workers | null;
  #experimentAtFirst: Readonly<Record<string, unknown>> | undefined;
  #fileAtFirst: GivenFile | undefined;
  readonly #connections = new Set<Connection>();
  #cancelTurn: (() => void) | null = null;
  #closed = false;
  #suspended = false;
  /** Whether the last turn was spent on computing. */
  #hasComputed = false;

  constructor({ workloads, start, at, experiment, file, clock, identity, workers, onDefect }: HostOptions) {
    this.#workloads = workloads;
    this.#workers = workers ?? null;
    this.#experimentAtFirst = experiment;
    this.#fileAtFirst = file;
    this.#session = new Session(workloads, start);
    this.#identity = identity ?? randomUUID();
    this.#changesAtFirst = at === undefined ? this.#session.changes : -1;
    if (at !== undefined) this.#session.seek(at, clock.nowMs());
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
    const experiments = new Experiments(this.#workloads, this.#workers, {
      nowMs: () => this.#clock.nowMs(),
      schedule: (delayMs, turn) => this.#clock.schedule(delayMs, turn),
      congested: () => transport.congested === true,
      push: (push) => this.#push({ transport }, push),
      onDefect: this.#onDefect,
    });
    const connection: Connection = { transport, experiments, publisher: null, changes: -1, dueMs: 0 };
    this.#connections.add(connection);
    transport.onClose(() => {
      this.#connections.delete(connection);
      experiments.free();
    });
    transport.onMessage((message) => {
      this.#take(connection, message);
    });
  }

  /** Ends every connection; nothing is computed any more. */
  close(): void {
    this.#closed = true;
    this.#cancelTurn?.();
    for (const { transport, experiments } of this.#connections) {
      experiments.free();
      transport.close();
    }
    this.#connections.clear();
  }

  /** The computer is about to sleep: the clock stands until it wakes. */
  suspend(): void {
    this.#suspended = true;
  }

  /** The computer is awake: what it slept through is not played. */
  resume(): void {
    if (!this.#suspended) return;
    this.#suspended = false;
    this.#session.skip(this.#clock.nowMs());
    this.#wake();
  }

  get #isWatched(): boolean {
    return [...this.#connections].some(({ publisher }) => publisher !== null);
  }

  #take(connection: Connection, message: string | Uint8Array): void {
    if (this.#closed || !this.#connections.has(connection)) return;
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
      // Acknowledgements come with every packet and are not answered.
      return { id: call.call === 'ack' ? null : id, answer: { type: 'answer', id, ok: true, value } };
    } catch (error) {
      if (error instanceof CallError) id = error.id;
      if (error instanceof InputError) {
        return { id, answer: { type: 'answer', id, ok: false, problems: toldProblems(error) } };
      }
      this.#onDefect(error);
      const defect = { path: 'host', value: null, limit: 'a working program', message: defectMessage(error) };
      return { id, answer: { type: 'answer', id, ok: false, problems: [defect] } };
    }
  }

  #dispatch(connection: Connection, call: CallName, args: unknown): unknown {
    const { publisher } = connection;
    if (call === 'hello') return this.#welcome(connection, (args as CallArguments<'hello'>).version);
    if (publisher === null) throw new InputError([problem('call', call, 'hello, which comes before every other call')]);
    if (call === 'check') return connection.changes === this.#session.changes ? publisher.checkpoint() : null;
    if (isExperimentCall(call)) return this.#experiment(connection, call, args);
    if (call !== 'ack') return this.#perform(call, args);
    const { packet, tookMs } = args as CallArguments<'ack'>;
    publisher.acknowledge(packet, tookMs);
    return null;
  }

  #perform(call: SessionCall, args: unknown): unknown {
    return perform(this.#session, call, args, this.#clock.nowMs());
  }

  #experiment({ experiments }: Connection, call: ExperimentCall, args: unknown): unknown {
    switch (call) {
      case 'experiment':
        return experiments.begin(args as CallArguments<'experiment'>);
      case 'cancelExperiment':
        experiments.cancel();
        return null;
      case 'openPoint':
        return this.#perform('open', experiments.opening(args as CallArguments<'openPoint'>));
    }
  }

  #welcome(connection: Connection, version: unknown): Answer<'hello'> {
    if (version !== PROTOCOL_VERSION) {
      throw new InputError([problem('version', version, `${PROTOCOL_VERSION}, the version this host speaks`)]);
    }
    // The clock held while nobody looked, so that a page that comes back finds it where it was.
    if (!this.#isWatched) this.#session.skip(this.#clock.nowMs());
    connection.publisher = new Publisher(this.#session);
    connection.changes = -1;
    this.#push(connection, this.#catalogue);
    const untouched = this.#session.changes === this.#changesAtFirst;
    const experiment = this.#experimentAtFirst;
    this.#experimentAtFirst = undefined;
    if (this.#fileAtFirst !== undefined) this.#push(connection, { type: 'file', ...this.#fileAtFirst });
    this.#fileAtFirst = undefined;
    return {
      version: PROTOCOL_VERSION,
      host: this.#identity,
      untouched,
      ...(experiment === undefined ? {} : { experiment }),
    };
  }

  #push({ transport }: Pick<Connection, 'transport'>, push: Push): void {
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
    let wait: number | null = null;
    try {
      if (!this.#isWatched || this.#suspended) return;
      // A slice of computing and the making of a packet both take their time: they take turns.
      this.#hasComputed = !this.#hasComputed && this.#computeSlice();
      if (this.#hasComputed) {
        wait = 0;
      } else {
        session.tick(this.#clock.nowMs());
        for (const connection of this.#connections) wait = sooner(wait, this.#publish(connection));
      }
    } catch (error) {
      // What fails once fails again: the host rests until somebody calls.
      this.#report(error);
      return;
    }
    if (session.computing) wait = 0;
    else if (session.clock.playing) wait = sooner(wait, FRAME_MS);
    // A page that answered meanwhile has asked for a turn at once.
    if (wait === null || this.#closed || this.#cancelTurn !== null) return;
    this.#cancelTurn = this.#clock.schedule(wait, () => {
      this.#turn();
    });
  }

  /** Computes for as long as a slice may take; false when that was hardly anything, and there is time for more. */
  #computeSlice(): boolean {
    const session = this.#session;
    const began = this.#clock.nowMs();
    let passed = 0;
    while (session.computing && passed < SLICE_MS) {
      session.compute();
      passed = this.#clock.nowMs() - began;
    }
    return passed >= SLICE_MS / 2;
  }

  /** Sends a page what is new, if it can take it. Returns after how many milliseconds it may be asked again. */
  #publish(connection: Connection): number | null {
    const { publisher, transport } = connection;
    if (publisher === null) return null;
    const now = this.#clock.nowMs();
    if (now < connection.dueMs) return connection.dueMs - now;
    if (transport.congested === true) return FRAME_MS;
    // Its next acknowledgement asks for more.
    if (publisher.inFlight >= PACKETS_IN_FLIGHT) return null;
    if (connection.changes !== this.#session.changes) {
      connection.changes = this.#session.changes;
      this.#push(connection, packSession({ type: 'session', ...this.#session.info }));
    }
    const packet = publisher.next();
    if (packet === null) return null;
    transport.send(packet);
    connection.dueMs = now + FRAME_MS;
    return FRAME_MS;
  }

  #report(error: unknown): void {
    this.#onDefect(error);
    for (const connection of this.#connections) {
      if (connection.publisher === null) continue;
      this.#push(connection, { type: 'notice', message: defectMessage(error), problems: [] });
    }
  }
}

function isExperimentCall(call: CallName): call is ExperimentCall {
  return call === 'experiment' || call === 'cancelExperiment' || call === 'openPoint';
}

function sooner(some: number | null, other: number | null): number | null {
  return some === null || other === null ? (some ?? other) : Math.min(some, other);
}

function defectMessage(error: unknown): string {
  return `Simul has a defect: ${messageOf(error)}`;
}
