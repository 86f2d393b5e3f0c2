import { Connection, type CallResult, type ConnectionState, type Delay } from '../client/connection.ts';
import { frames, type FrameLoop } from '../client/frames.ts';
import type { CallArguments, CallName } from '../../shared/protocol/calls.ts';
import type { Packet } from '../../shared/protocol/packet.ts';
import type {
  CatalogueEntry,
  CataloguePush,
  LaneInfo,
  NoticePush,
  Push,
  SessionPush,
} from '../../shared/protocol/pushes.ts';
import type { Transport } from '../../shared/protocol/transport.ts';
import type { Problem } from '../../shared/scenario/problem.ts';
import type { Edit } from '../../shared/scenario/scenario.ts';
import { ClockStore } from './clock.svelte.ts';
import { LaneStore } from './lane.svelte.ts';

/** Names the lanes of a program. The store does not know what they are called on screen. */
export type LaneTitles = (lanes: readonly LaneInfo[], entry: CatalogueEntry | null) => readonly string[];

/** What the store needs of the machine it runs on; handed in, so that tests need not wait. */
export interface Surroundings {
  readonly nowMs: () => number;
  readonly frames: FrameLoop;
  readonly delay: Delay;
}

const thisPage: Surroundings = {
  nowMs: () => performance.now(),
  frames,
  delay: (ms, task) => void setTimeout(task, ms),
};

/** The session on screen: what the host has told, kept up with, and the way to call it. */
export class SessionStore {
  readonly clock = new ClockStore();
  readonly #surroundings: Surroundings;
  #titles: LaneTitles = (lanes) => lanes.map(({ model }) => model);
  #link: Connection | null = null;
  #epoch = -1;
  #shown = '';
  #connection = $state.raw<ConnectionState>('connecting');
  #refusal = $state.raw<readonly Problem[] | null>(null);
  #catalogue = $state.raw<CataloguePush | null>(null);
  #lanes = $state.raw<readonly LaneStore[]>([]);
  #params = $state.raw<Readonly<Record<string, unknown>>>({});
  #edits = $state.raw<readonly Edit[]>([]);
  #canUndo = $state.raw(false);
  #notice = $state.raw<NoticePush | null>(null);
  #entry = $derived(this.#catalogue?.workloads.find(({ id }) => id === this.#lanes[0]?.info.scenario.workload) ?? null);

  constructor(surroundings: Surroundings = thisPage) {
    this.#surroundings = surroundings;
    surroundings.frames.onFrame((nowMs) => this.#tick(nowMs));
  }

  get connection(): ConnectionState {
    return this.#connection;
  }

  /** Why the host will not speak with this page; null while it does. */
  get refusal(): readonly Problem[] | null {
    return this.#refusal;
  }

  get catalogue(): CataloguePush | null {
    return this.#catalogue;
  }

  /** The catalogue's entry for the workload on screen. */
  get entry(): CatalogueEntry | null {
    return this.#entry;
  }

  get lanes(): readonly LaneStore[] {
    return this.#lanes;
  }

  /** The parameters as they are at the end of all edits. */
  get params(): Readonly<Record<string, unknown>> {
    return this.#params;
  }

  get edits(): readonly Edit[] {
    return this.#edits;
  }

  get canUndo(): boolean {
    return this.#canUndo;
  }

  /** Something the audience should know; null once it has been put away. */
  get notice(): NoticePush | null {
    return this.#notice;
  }

  /** Tells the audience something that the page itself has found. */
  say(message: string, problems: readonly Problem[] = []): void {
    this.#notice = { type: 'notice', message, problems };
  }

  /** Puts the notice away. */
  dismiss(): void {
    this.#notice = null;
  }

  /** Says how lanes are named from now on. */
  nameLanes(titles: LaneTitles): void {
    this.#titles = titles;
  }

  /** Connects, and stays connected: after a loss it opens another transport. */
  connect(open: () => Transport): void {
    this.#link = new Connection(
      open,
      {
        onState: (state) => this.#enter(state),
        onPush: (push) => this.#take(push),
        onPacket: (packet) => this.#takePacket(packet),
        onRefused: (problems) => (this.#refusal = problems),
      },
      this.#surroundings.delay,
    );
    this.#link.connect();
  }

  /** Calls the host. The promise is always kept: with the value, or with what was wrong. */
  call<N extends CallName>(name: N, args?: CallArguments<N>): Promise<CallResult<N>> {
    if (this.#link !== null) return this.#link.call(name, args);
    return Promise.resolve({ ok: false, problems: [] });
  }

  #enter(state: ConnectionState): void {
    const lost = state === 'lost' && this.#connection === 'open';
    this.#connection = state;
    if (!lost) return;
    this.clock.hold();
    for (const lane of this.#lanes) lane.expectRepeat();
  }

  #take(push: Push): void {
    if (push.type === 'catalogue') this.#catalogue = push;
    else if (push.type === 'notice') this.#notice = push;
    else this.#show(push);
  }

  #show({ epoch, lanes, params, edits, canUndo }: SessionPush): void {
    const before = this.#lanes;
    // Edits replace part of a run; anything else that differs is another run, also under a number seen before.
    const shown = JSON.stringify(lanes.map((lane) => ({ ...lane, scenario: { ...lane.scenario, edits: [] } })));
    if (epoch === this.#epoch && shown === this.#shown) {
      lanes.forEach((info, index) => (before[index]!.info = info));
    } else {
      const workload = lanes[0]?.scenario.workload;
      const entry = this.#catalogue?.workloads.find(({ id }) => id === workload) ?? null;
      const titles = this.#titles(lanes, entry);
      this.#lanes = lanes.map((info, index) => new LaneStore(index, info, titles[index]!, entry?.theory));
    }
    this.#epoch = epoch;
    this.#shown = shown;
    this.#params = params;
    this.#edits = edits;
    this.#canUndo = canUndo;
  }

  #takePacket({ header, events }: Packet): void {
    if (header.epoch !== this.#epoch) return;
    header.lanes.forEach((frame, index) => this.#lanes[index]?.take(frame, events[index]!));
    for (const lane of this.#lanes) lane.follow(header.clock);
    this.clock.set(header.clock, this.#surroundings.nowMs());
    this.#surroundings.frames.request();
  }

  #tick(nowMs: number): void {
    for (const lane of this.#lanes) lane.flush();
    const reached = this.#lanes.reduce((least, lane) => Math.min(least, lane.reached), Infinity);
    this.clock.tick(nowMs, Number.isFinite(reached) ? reached : 0);
    if (this.clock.playing) this.#surroundings.frames.request();
  }
}

export const session = new SessionStore();
