import {
  PROTOCOL_VERSION,
  type AnswerMessage,
  type CallArguments,
  type CallName,
} from '../../shared/protocol/calls.ts';
import { hashOf, type Checkpoint } from '../../shared/protocol/checkpoint.ts';
import { decodePacket } from '../../shared/protocol/packet.ts';
import type {
  ClockState,
  ExperimentPush,
  PacketHeader,
  LanePacket,
  Push,
  SessionPush,
} from '../../shared/protocol/pushes.ts';
import { unpackSession } from '../../shared/protocol/session-push.ts';
import type { Transport } from '../../shared/protocol/transport.ts';
import { Trace } from '../../shared/trace/trace.ts';

/** A page without a picture: it takes in what the host sends as the protocol says, and keeps all of it. */
export class TestPage {
  readonly log: string[] = [];
  readonly answers = new Map<number, AnswerMessage>();
  readonly frames: PacketHeader[] = [];
  readonly experiments: ExperimentPush[] = [];
  session: SessionPush | null = null;
  traces: Trace[] = [];
  lanes: readonly LanePacket[] = [];
  clock: ClockState | null = null;
  closed = false;
  /** How often the page compared what it has with its host, and how often that was not the same. */
  compared = 0;
  differences = 0;
  /** Whether each frame is acknowledged as soon as it is in. */
  acknowledges = true;
  readonly #transport: Transport;
  #calls = 0;

  constructor(transport: Transport) {
    this.#transport = transport;
    transport.onMessage((message) => {
      if (typeof message === 'string') this.#take(JSON.parse(message) as Push | AnswerMessage);
      else this.#takeFrame(message);
    });
    transport.onClose(() => (this.closed = true));
  }

  hello(version: unknown = PROTOCOL_VERSION): number {
    return this.call('hello', { version });
  }

  /** Sends a call and returns its number, under which the answer is found. */
  call<N extends CallName>(call: N, args?: CallArguments<N>): number {
    return this.send({ type: 'call', id: ++this.#calls, call, ...(args === undefined ? {} : { args }) });
  }

  /** Sends anything at all. */
  send<M extends object>(message: M): number {
    this.#transport.send(JSON.stringify(message));
    return this.#calls;
  }

  /** What the page makes of what it was told, where the host has told this much. */
  #hash({ events }: Checkpoint): number {
    const { session, clock, traces } = this;
    return hashOf({ epoch: session!.epoch, lanes: session!.lanes, clock: clock!, traces, events });
  }

  acknowledge(packet = this.frames.at(-1)?.packet ?? 0): void {
    this.call('ack', { packet });
  }

  close(): void {
    this.#transport.close();
  }

  #take(message: Push | AnswerMessage): void {
    if ((message as { type: string }).type === 'beat') return;
    this.log.push(message.type);
    if (message.type === 'answer') this.#takeAnswer(message);
    else if (message.type === 'session') this.session = unpackSession(message);
    else if (message.type === 'experiment') this.experiments.push(message);
  }

  /** A checkpoint is about what the page has been told up to now: the next frame would already be too late. */
  #takeAnswer(answer: AnswerMessage): void {
    this.answers.set(answer.id, answer);
    const checkpoint = answer.ok ? (answer.value as Partial<Checkpoint> | null) : null;
    if (checkpoint?.hash === undefined) return;
    this.compared++;
    if (this.#hash(checkpoint as Checkpoint) !== checkpoint.hash) this.differences++;
  }

  #takeFrame(bytes: Uint8Array<ArrayBuffer>): void {
    const { header, events } = decodePacket(bytes);
    this.log.push('frame');
    if (header.epoch !== this.frames.at(-1)?.epoch) this.traces = header.lanes.map(() => new Trace());
    this.frames.push(header);
    this.clock = header.clock;
    this.lanes = header.lanes;
    for (const [index, lane] of header.lanes.entries()) takeIn(this.traces[index]!, lane, events[index]!);
    if (this.acknowledges) this.acknowledge(header.packet);
  }
}

/** What a frame does to a page's copy of a trace. */
export function takeIn(trace: Trace, frame: LanePacket, events: Parameters<Trace['append']>[0]): void {
  if (frame.from > trace.length) throw new Error(`events ${trace.length} to ${frame.from} were left out`);
  trace.truncate(frame.from);
  trace.append(events);
  frame.tasks.forEach((name, place) => trace.name('task', frame.tasksFrom + place, name));
  frame.resources.forEach((name, place) => trace.name('resource', frame.resourcesFrom + place, name));
}
