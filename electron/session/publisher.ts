import { encodePacket } from '../../shared/protocol/packet.ts';
import { hashOf, type Checkpoint } from '../../shared/protocol/checkpoint.ts';
import type { ClockState, LanePacket } from '../../shared/protocol/pushes.ts';
import type { Lane } from './lane.ts';
import { PacketRoom } from './packet-room.ts';
import type { Session } from './session.ts';
import { dueBy, piece, sharesOf } from './shares.ts';

/** Packets that may be on their way without having been acknowledged. */
export const PACKETS_IN_FLIGHT = 2;

interface Sent {
  /** Whether the figures of the whole run are there. */
  whole: boolean;
  generation: number;
  events: number;
  tasks: number;
  resources: number;
}

/**
 * What one page has been sent of a session. It makes the next packet when asked, unless enough of them are on their
 * way: a slow page gets fewer and fuller ones, and never a growing queue. No event is left out.
 */
export class Publisher {
  readonly #session: Session;
  #epoch = -1;
  #sent: Sent[] = [];
  readonly #room = new PacketRoom();
  #packet = 0;
  #acknowledged = 0;
  #lastState = '';
  #clock: ClockState | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The page has taken in packet number `packet`, and so all before it; it says how many wall milliseconds that took it. */
  acknowledge(packet: number, tookMs?: number): void {
    if (packet > this.#packet) return;
    this.#acknowledged = Math.max(this.#acknowledged, packet);
    if (tookMs !== undefined) this.#room.taken(packet, tookMs);
  }

  /** What the page has been sent up to now; null where it is about to be told that some of it is void. */
  checkpoint(): Checkpoint | null {
    const { epoch, lanes, info } = this.#session;
    const clock = this.#clock;
    if (clock === null || this.#epoch !== epoch) return null;
    if (lanes.some(({ generation }, index) => this.#sent[index]!.generation !== generation)) return null;
    const events = this.#sent.map((sent) => sent.events);
    const traces = lanes.map(({ trace }) => trace);
    return { epoch, events, hash: hashOf({ epoch, lanes: info.lanes, clock, traces, events }) };
  }

  /** Packets on their way. */
  get inFlight(): number {
    return this.#packet - this.#acknowledged;
  }

  /** The next packet; null when nothing has changed or the page has enough to do. */
  next(): Uint8Array<ArrayBuffer> | null {
    if (this.inFlight >= PACKETS_IN_FLIGHT) return null;
    const session = this.#session;
    const { clock } = session;
    if (this.#epoch !== session.epoch) {
      this.#epoch = session.epoch;
      this.#clock = null;
      this.#sent = session.lanes.map(() => ({ whole: false, generation: 0, events: 0, tasks: 0, resources: 0 }));
      this.#lastState = '';
    }
    session.lanes.forEach((lane, index) => {
      const sent = this.#sent[index]!;
      if (sent.generation === lane.generation) return;
      Object.assign(sent, {
        generation: lane.generation,
        events: Math.min(sent.events, lane.keptSince(sent.generation)),
        tasks: 0,
        resources: 0,
        whole: false,
      });
      this.#lastState = '';
    });
    const unsent = session.lanes.map(({ trace }, index) => ({ trace, sent: this.#sent[index]!.events }));
    const shares = sharesOf(unsent, this.#room.eventsFor(clock.pace.kind === 'fastest' ? 0 : dueBy(unsent, clock.at)));
    const lanes = session.lanes.map((lane, index) => {
      const sent = this.#sent[index]!;
      return this.#describe(lane, sent, sent.events, shares[index]!);
    });
    const state = JSON.stringify([clock, lanes.map(({ status, reached }) => [status, reached])]);
    if (state === this.#lastState && shares.every((share) => share === 0)) return null;
    this.#lastState = state;
    this.#clock = clock;
    const events = unsent.map(({ trace, sent }, index) => piece(trace, sent, sent + shares[index]!));
    for (const [index, { from, count, tasksFrom, tasks, resourcesFrom, resources, whole }] of lanes.entries()) {
      const { generation, whole: known } = this.#sent[index]!;
      this.#sent[index] = {
        whole: known || whole !== undefined,
        generation,
        events: from + count,
        tasks: tasksFrom + tasks.length,
        resources: resourcesFrom + resources.length,
      };
    }
    const packet = ++this.#packet;
    const count = shares.reduce((sum, share) => sum + share, 0);
    this.#room.sent(packet, count);
    return encodePacket({ header: { type: 'packet', epoch: session.epoch, packet, clock, lanes }, events });
  }

  #describe(lane: Lane, sent: Sent, from: number, count: number): LanePacket {
    const { tasks, resources } = lane.trace.names;
    const complete = from + count === lane.trace.length;
    const whole = complete && !sent.whole ? lane.whole : null;
    return {
      from,
      count,
      seen: lane.seen,
      // Not all that was computed may fit: it is complete up to the first event that was left for later.
      reached: Math.min(complete ? Number.MAX_VALUE : lane.trace.at(from + count).at, lane.reached),
      status: complete ? lane.status : 'computing',
      makespan: complete ? lane.makespan : null,
      message: complete ? lane.message : null,
      deadlock: complete ? lane.deadlock : null,
      tasksFrom: sent.tasks,
      tasks: Array.from(tasks.slice(sent.tasks), (name) => name ?? ''),
      resourcesFrom: sent.resources,
      resources: resources.slice(sent.resources),
      ...(whole === null ? {} : { whole }),
    };
  }
}
