import { FrameLoop } from '../../renderer/client/frames.ts';
import { UNSEEN_MS } from '../../renderer/client/painted.ts';
import { SessionStore } from '../../renderer/stores/session.svelte.ts';
import { encodePacket } from '../../shared/protocol/packet.ts';
import type { ClockState, LaneInfo, LanePacket, SessionPush } from '../../shared/protocol/pushes.ts';
import type { Transport } from '../../shared/protocol/transport.ts';
import { transportPair } from '../support/transport-pair.ts';
import type { Welcome } from '../../shared/protocol/calls.ts';
import { Trace } from '../../shared/trace/trace.ts';

/** A lane of a program of which nothing else matters. */
export const someLane: LaneInfo = {
  model: 'asynchronous',
  scenario: {
    version: 1, workload: 'w', variant: null, model: 'asynchronous', workers: 1, seed: '0', draws: 'keyed',
    params: {}, edits: [],
  },
}; // prettier-ignore

/** A clock that stands at 5. */
export const atFive: ClockState = {
  at: 5, within: null, playing: false, pace: { kind: 'speed', speed: 60 }, speed: 60, achieved: null, endsAt: null,
}; // prettier-ignore

/** A host that says what a test tells it to. */
export class FakeHost {
  readonly calls: string[] = [];
  /** For each packet that was acknowledged how long the page was busy with it. */
  readonly tookMs: (number | undefined)[] = [];
  readonly store: SessionStore;
  /** The page's wall clock. */
  nowMs = 0;
  refuse: string | null = null;
  /** Whether answers are kept back until `release`. */
  holds = false;
  readonly #held: (() => void)[] = [];
  /** Who answers a hello. */
  welcome: Welcome = { version: 1, host: 'first', untouched: true };
  readonly shelf = new Map<string, string>();
  /** The calls that were made, with their arguments. */
  readonly asked: [call: string, args: unknown][] = [];
  #end: Transport | null = null;
  #frames = 0;
  #draw: ((nowMs: number) => void) | null = null;
  readonly #later: (() => void)[] = [];
  readonly waits: number[] = [];

  constructor() {
    const frames = new FrameLoop((draw) => (this.#draw = draw));
    this.store = new SessionStore({
      nowMs: () => this.nowMs,
      frames,
      settled: () => Promise.resolve(),
      shelf: {
        getItem: (key) => this.shelf.get(key) ?? null,
        setItem: (key, value) => void this.shelf.set(key, value),
      },
      delay: (ms, task) => {
        // Every packet waits for its frame.
        if (ms !== UNSEEN_MS) this.waits.push(ms);
        this.#later.push(task);
      },
    });
  }

  connect(): void {
    this.store.connect(() => this.#accept());
  }

  /** Runs what the page has put off. */
  later(): void {
    for (const task of this.#later.splice(0)) task();
  }

  /** Gives the answers that were kept back, and the next ones at once. */
  release(): void {
    this.holds = false;
    for (const give of this.#held.splice(0)) give();
  }

  push(message: object): void {
    this.#end?.send(JSON.stringify(message));
  }

  session(push: Partial<SessionPush> & Pick<SessionPush, 'lanes'>): void {
    this.push({
      type: 'session',
      epoch: 1,
      params: {},
      edits: [],
      canUndo: false,
      canRedo: false,
      undoes: null,
      redoes: null,
      ...push,
    });
  }

  frame(
    clock: ClockState,
    lanes: readonly (Partial<LanePacket> & { readonly events: readonly (readonly number[])[] })[],
    epoch = 1,
  ): void {
    const traces = lanes.map(({ events }) => {
      const trace = new Trace();
      for (const [at, kind, task] of events) trace.event(at!, kind!, task!, 0, 0);
      return trace;
    });
    const frames = lanes.map(({ events, ...rest }): LanePacket => ({
      from: 0, count: events.length, seen: events.length, reached: events.at(-1)?.[0] ?? 0, status: 'computing', makespan: null,
      message: null, deadlock: null, tasksFrom: 0, tasks: [], resourcesFrom: 0, resources: [], ...rest,
    })); // prettier-ignore
    this.#end?.send(
      encodePacket({
        header: { type: 'packet', epoch, packet: ++this.#frames, clock, lanes: frames },
        events: traces.map((trace) => trace.columns(0, trace.length)),
      }),
    );
  }

  lose(): void {
    this.#end?.close();
  }

  /** Lets a display frame pass. */
  draw(nowMs = this.nowMs): void {
    const draw = this.#draw;
    this.#draw = null;
    draw?.(nowMs);
  }

  #accept(): Transport {
    const [page, host] = transportPair((deliver) => deliver());
    this.#end = host;
    host.onMessage((message) => this.#answer(String(message), host));
    return page;
  }

  #answer(message: string, host: Transport): void {
    const { id, call, args } = JSON.parse(message) as {
      id: number;
      call: string;
      args?: { packet?: number; tookMs?: number };
    };
    this.calls.push(call === 'ack' ? `ack ${args?.packet}` : call);
    if (call === 'ack') this.tookMs.push(args?.tookMs);
    if (call === 'ack') return;
    this.asked.push([call, args]);
    const problems =
      this.refuse === null ? null : [{ path: 'version', value: 1, limit: this.refuse, message: this.refuse }];
    const answer =
      problems === null
        ? { type: 'answer', id, ok: true, value: call === 'hello' ? this.welcome : null }
        : { type: 'answer', id, ok: false, problems };
    const give = () => host.send(JSON.stringify(answer));
    if (this.holds) this.#held.push(give);
    else give();
  }
}
