import { encodePacket } from '../../shared/protocol/packet.ts';
import { hashOf, type Checkpoint } from '../../shared/protocol/checkpoint.ts';
import type { ClockState, LanePacket } from '../../shared/protocol/pushes.ts';
import type { EventColumns } from '../../shared/trace/trace.ts';
import type { Lane } from './lane.ts';
import type { Session } from './session.ts';

/** Most events in a packet, all lanes together: some 750 kB. */
export const PACKET_EVENTS_MAX = 1 << 15;
/** Packets that may be on their way without having been acknowledged. */
export const PACKETS_IN_FLIGHT = 2;

interface Sent {
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
  #packet = 0;
  #acknowledged = 0;
  #lastState = '';
  #clock: ClockState | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The page has taken in packet number `packet`, and so all before it. */
  acknowledge(packet: number): void {
    if (packet <= this.#packet) this.#acknowledged = Math.max(this.#acknowledged, packet);
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
      this.#sent = session.lanes.map(() => ({ generation: 0, events: 0, tasks: 0, resources: 0 }));
      this.#lastState = '';
    }
    let room = PACKET_EVENTS_MAX;
    const events: EventColumns[] = [];
    const lanes = session.lanes.map((lane, index) => {
      const sent = this.#sent[index]!;
      if (sent.generation !== lane.generation) {
        Object.assign(sent, {
          generation: lane.generation,
          events: Math.min(sent.events, lane.keptSince(sent.generation)),
          tasks: 0,
          resources: 0,
        });
        this.#lastState = '';
      }
      // What lanes before this one left over is shared out evenly, so that all of them grow side by side.
      const share = Math.ceil(room / (session.lanes.length - index));
      const columns = lane.trace.columns(sent.events, sent.events + share);
      room -= columns.at.length;
      events.push(columns);
      return this.#describe(lane, sent, sent.events, columns.at.length);
    });
    const state = JSON.stringify([clock, lanes.map(({ status, reached }) => [status, reached])]);
    if (state === this.#lastState && events.every(({ at }) => at.length === 0)) return null;
    this.#lastState = state;
    this.#clock = clock;
    for (const [index, { from, count, tasksFrom, tasks, resourcesFrom, resources }] of lanes.entries()) {
      const { generation } = this.#sent[index]!;
      this.#sent[index] = {
        generation,
        events: from + count,
        tasks: tasksFrom + tasks.length,
        resources: resourcesFrom + resources.length,
      };
    }
    return encodePacket({
      header: { type: 'packet', epoch: session.epoch, packet: ++this.#packet, clock, lanes },
      events,
    });
  }

  #describe(lane: Lane, sent: Sent, from: number, count: number): LanePacket {
    const { tasks, resources } = lane.trace.names;
    const complete = from + count === lane.trace.length;
    return {
      from,
      count,
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
    };
  }
}
