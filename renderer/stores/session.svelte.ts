import { Connection, type CallResult, type ConnectionState } from '../client/connection.ts';
import { Painted } from '../client/painted.ts';
import { SessionKeeper, type KeptSession } from '../client/kept-session.ts';
import type { CallArguments, CallName, SavedSession, Welcome } from '../../shared/protocol/calls.ts';
import type { Change } from '../../shared/protocol/change.ts';
import type { Packet } from '../../shared/protocol/packet.ts';
import type {
  CatalogueEntry,
  CataloguePush,
  ClockState,
  ExperimentPush,
  GivenFile,
  LaneInfo,
  NoticePush,
  Push,
  SessionPush,
} from '../../shared/protocol/pushes.ts';
import { savedSession } from '../../shared/protocol/saved-session.ts';
import type { Transport } from '../../shared/protocol/transport.ts';
import type { Opening, SavedRun } from '../../shared/saved/saved-run.ts';
import type { Problem } from '../../shared/scenario/problem.ts';
import type { Edit } from '../../shared/scenario/scenario.ts';
import { window as words } from '../words/en/window.ts';
import { agrees } from './agrees.ts';
import { keepUp } from './folds.ts';
import { ClockStore } from './clock.svelte.ts';
import { Going } from './going.ts';
import { LaneStore } from './lane.svelte.ts';
import { thisPage, type Surroundings } from './surroundings.ts';

/** Names the lanes of a program. The store does not know what they are called on screen. */
export type LaneTitles = (lanes: readonly LaneInfo[], entry: CatalogueEntry | null) => readonly string[];

/** Told what comes of experiments, and when nothing more will come: the connection is lost. */
export interface ExperimentListener {
  push(push: ExperimentPush): void;
  lost(): void;
}

/** Has the code that shows a program arrive; null where it is there. */
export type Arrival = (entry: CatalogueEntry | null) => Promise<unknown> | null;

/** Wall milliseconds between two comparisons of what is on screen with what the host has. */
const CHECK_MS = 10_000;

/** The session on screen: what the host has told, kept up with, and the way to call it. */
export class SessionStore {
  readonly clock = new ClockStore();
  readonly #surroundings: Surroundings;
  readonly #painted: Painted;
  #arrival: Arrival = () => null;
  #titles: LaneTitles = (lanes) => lanes.map(({ model }) => model);
  readonly #keeper: SessionKeeper;
  #link: Connection | null = null;
  #host = '';
  #told: ClockState | null = null;
  readonly #going = new Going();
  #checkedMs: number | null = null;
  #computing = true;
  // A host that is not the one before it, until it has told what it shows.
  #newcomer: (Welcome & { readonly kept: KeptSession }) | null = null;
  // What is to be shown first.
  #first: Opening | null = null;
  #epoch = -1;
  #shown = '';
  #experiments: ExperimentListener | null = null;
  #files: (file: GivenFile) => void = () => {};
  #connection = $state.raw<ConnectionState>('connecting');
  #refusal = $state.raw<readonly Problem[] | null>(null);
  #catalogue = $state.raw<CataloguePush | null>(null);
  #lanes = $state.raw<readonly LaneStore[]>([]);
  #params = $state.raw<Readonly<Record<string, unknown>>>({});
  #edits = $state.raw<readonly Edit[]>([]);
  #undoes = $state.raw<Change | null>(null);
  #redoes = $state.raw<Change | null>(null);
  #notice = $state.raw<NoticePush | null>(null);
  #offer = $state.raw<KeptSession | null>(null);
  #wantedExperiment = $state.raw<Readonly<Record<string, unknown>> | null>(null);
  #entry = $derived(this.#catalogue?.workloads.find(({ id }) => id === this.#lanes[0]?.info.scenario.workload) ?? null);

  constructor(surroundings: Surroundings = thisPage) {
    this.#surroundings = surroundings;
    this.#keeper = new SessionKeeper(surroundings.shelf ?? null);
    const { frames, nowMs, delay, settled } = surroundings;
    this.#painted = new Painted(frames, nowMs, delay, settled);
    frames.onFrame((nowMs) => this.#tick(nowMs));
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

  /** The change that `undo` would take back; null for none. */
  get undoes(): Change | null {
    return this.#undoes;
  }

  /** The change that `redo` would make again; null for none. */
  get redoes(): Change | null {
    return this.#redoes;
  }

  /** Something the audience should know; null once it has been put away. */
  get notice(): NoticePush | null {
    return this.#notice;
  }

  /** What is on screen, for a file; null before there is anything. It needs no host. */
  get saved(): SavedSession | null {
    return savedSession(this.#lanes.map(({ info }) => info));
  }

  /** The same with the instant, for whatever brings it back. */
  get run(): SavedRun | null {
    const { saved } = this;
    return saved === null ? null : { ...saved, at: this.clock.at };
  }

  /** What this page showed of another host, where this one shows something else; null when there is nothing to ask. */
  get offer(): KeptSession | null {
    return this.#offer;
  }

  /** An experiment that somebody has asked for by a file, a link or a picture; null once it has been taken. */
  get wantedExperiment(): Readonly<Record<string, unknown>> | null {
    return this.#wantedExperiment;
  }

  takeExperiment(): void {
    this.#wantedExperiment = null;
  }

  /** Answers the offer: shows what the page showed before, or leaves what the host shows. */
  answerOffer(restore: boolean): void {
    const offer = this.#offer;
    this.#offer = null;
    if (offer === null) return;
    if (restore) void this.#restore(offer);
    else if (this.saved !== null) this.#keeper.keep(this.#host, this.saved);
  }

  /** Opens a run that was saved, at its instant. Nothing changes when it is refused. */
  async openRun({ open, at, experiment }: Opening): Promise<CallResult<'open'>> {
    const opened = await this.call('open', open);
    if (opened.ok && experiment !== undefined) this.#wantedExperiment = experiment;
    if (opened.ok && at > 0) await this.call('seek', { at });
    return opened;
  }

  /** Opens a run as soon as a host has let this page in, in place of what this page showed before. */
  openFirst(opening: Opening): void {
    this.#first = opening;
  }

  /** Tells the audience something that the page itself has found. */
  say(message: string, problems: readonly Problem[] = []): void {
    this.#notice = { type: 'notice', message, problems };
  }

  /** Tells the first of some problems. */
  sayProblems(problems: readonly Problem[]): void {
    this.say(problems[0]?.message ?? '', problems);
  }

  /** Puts the notice away. */
  dismiss(): void {
    this.#notice = null;
  }

  /** Says how lanes are named from now on. */
  nameLanes(titles: LaneTitles): void {
    this.#titles = titles;
  }

  /** Says who is told of experiments from now on. */
  followExperiments(listener: ExperimentListener): void {
    this.#experiments = listener;
  }

  /** Says who opens the file that a host was started with. */
  followFiles(listener: (file: GivenFile) => void): void {
    this.#files = listener;
  }

  /** Says what a program waits for before it is shown; what was on screen stays until then. */
  showAfter(arrival: Arrival): void {
    this.#arrival = arrival;
  }

  /** Connects, and stays connected: after a loss it opens another transport. */
  connect(open: () => Transport): void {
    const { frames } = this.#surroundings;
    this.#link = new Connection(
      open,
      {
        onState: (state) => this.#enter(state),
        onWelcome: (welcome) => this.#meet(welcome),
        before: (push) => (push.type === 'session' ? this.#arrival(this.#entryOf(push)) : null),
        onPush: (push) => this.#take(push),
        onPacket: (packet) => {
          this.#takePacket(packet);
          frames.request();
          return this.#painted.next();
        },
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

  /** Goes to an instant: this page at its next frame, as far as its lanes are known, and the host behind it. */
  seek(at: number): Promise<CallResult<'seek'>> {
    return this.#goTo(at, this.call('seek', { at }));
  }

  /** Goes back to the start, and plays on if it was playing. */
  restart(): Promise<CallResult<'restart'>> {
    return this.#goTo(0, this.call('restart'));
  }

  /** Compares what is on screen with what the host has told; false, and a notice, where they differ. */
  async check(): Promise<boolean> {
    const answer = await this.call('check');
    if (!answer.ok || answer.value === null || this.#told === null) return true;
    const same = agrees(answer.value, { epoch: this.#epoch, lanes: this.#lanes, clock: this.#told });
    if (!same) this.say(words.states.differs);
    return same;
  }

  async #goTo<N extends CallName>(at: number, answer: Promise<CallResult<N>>): Promise<CallResult<N>> {
    const { nowMs, frames } = this.#surroundings;
    this.clock.moveTo(at, nowMs());
    for (const lane of this.#lanes) lane.follow({ at, within: null });
    frames.request();
    const answered = await this.#going.until(at, answer, () => this.#connection === 'open');
    // The host does not come along: the page goes back to it.
    if (!answered.ok && this.#connection === 'open') this.#followClock();
    return answered;
  }

  #enter(state: ConnectionState): void {
    const lost = state === 'lost' && this.#connection === 'open';
    this.#connection = state;
    if (!lost) return;
    this.#experiments?.lost();
    // Where the page has gone by itself counts, also where the host was lost before it had answered.
    const [nowMs, { pace }] = [this.#surroundings.nowMs(), this.clock];
    const at = this.clock.goal(nowMs);
    if (this.#told !== null && this.#offer === null) this.#keeper.keepClock({ at, pace, playing: false }, nowMs);
    this.clock.hold();
    for (const lane of this.#lanes) lane.expectRepeat();
  }

  /** Lets a host in that may be another one than before: then what was shown is compared with what it shows. */
  #meet(welcome: Welcome): void {
    const alone = this.#going.comeBack();
    const kept = this.#offer ?? this.#keeper.read();
    const other = this.#first === null && kept !== null && kept.host !== welcome.host;
    this.#newcomer = other ? { ...welcome, kept: alone === null ? kept : goneOn(kept, alone) } : null;
    this.#host = welcome.host;
    this.#offer = null;
    if (alone !== null && this.#newcomer === null) void this.seek(alone);
    if (welcome.experiment !== undefined) this.#wantedExperiment = welcome.experiment;
  }

  #compare(saved: SavedSession): void {
    const newcomer = this.#newcomer;
    this.#newcomer = null;
    const same = JSON.stringify(newcomer?.kept.saved) === JSON.stringify(saved);
    if (newcomer?.untouched === true) void this.#restore(newcomer.kept, same);
    else if (newcomer !== null && !same) this.#offer = newcomer.kept;
    // What is offered stays kept until somebody has answered.
    if (this.#offer === null) this.#keeper.keep(this.#host, saved);
  }

  /** Brings back what was shown; only where the clock stood, where the rest of it is `there`. */
  async #restore({ saved, clock }: KeptSession, there = false): Promise<void> {
    const { scenario, lanes } = saved;
    const opened = there ? null : await this.call('open', { scenario: { ...scenario }, lanes: [...lanes] });
    if (opened !== null && !opened.ok) return this.sayProblems(opened.problems);
    await this.call('setPace', { pace: clock.pace });
    await this.call('seek', { at: clock.at });
  }

  #take(push: Push): void {
    if (push.type === 'catalogue') this.#catalogue = push;
    else if (push.type === 'notice') this.#notice = push;
    else if (push.type === 'file') this.#files(push);
    else if (push.type === 'experiment') this.#experiments?.push(push);
    else this.#show(push);
  }

  #entryOf({ lanes }: Pick<SessionPush, 'lanes'>): CatalogueEntry | null {
    const workload = lanes[0]?.scenario.workload;
    return this.#catalogue?.workloads.find(({ id }) => id === workload) ?? null;
  }

  #show({ epoch, lanes, params, edits, undoes, redoes }: SessionPush): void {
    const before = this.#lanes;
    // Edits replace part of a run; anything else that differs is another run, also under a number seen before.
    const shown = JSON.stringify(lanes.map((lane) => ({ ...lane, scenario: { ...lane.scenario, edits: [] } })));
    if (epoch === this.#epoch && shown === this.#shown) {
      lanes.forEach((info, index) => (before[index]!.info = info));
    } else {
      const entry = this.#entryOf({ lanes });
      const titles = this.#titles(lanes, entry);
      this.#lanes = lanes.map((info, index) => new LaneStore(index, info, titles[index]!, entry?.theory));
    }
    this.#epoch = epoch;
    this.#shown = shown;
    this.#params = params;
    this.#edits = edits;
    this.#undoes = undoes;
    this.#redoes = redoes;
    if (this.saved !== null) this.#compare(this.saved);
    const first = this.#first;
    this.#first = null;
    if (first !== null) void this.openRun(first).then((opened) => opened.ok || this.sayProblems(opened.problems));
  }

  #takePacket({ header, events }: Packet): void {
    if (header.epoch !== this.#epoch) return;
    header.lanes.forEach((frame, index) => this.#lanes[index]?.take(frame, events[index]!));
    const nowMs = this.#surroundings.nowMs();
    this.#told = header.clock;
    this.#followClock();
    this.#checkedMs ??= nowMs;
    // A run that has just been computed to its end is compared at once.
    const computing = header.lanes.some(({ status }) => status === 'computing');
    const whole = this.#computing && !computing;
    this.#computing = computing;
    if (whole || nowMs - this.#checkedMs >= CHECK_MS) {
      this.#checkedMs = nowMs;
      void this.check();
    }
    if (this.#offer === null && !this.#going.ahead) this.#keeper.keepClock(header.clock, nowMs);
  }

  /** Takes up what the host has told of its clock. */
  #followClock(): void {
    const { ahead } = this.#going;
    if (this.#told === null) return;
    if (!ahead) for (const lane of this.#lanes) lane.follow(this.#told);
    this.clock.set(this.#told, this.#surroundings.nowMs(), ahead);
    this.#surroundings.frames.request();
  }

  #tick(nowMs: number): void {
    for (const lane of this.#lanes) {
      lane.flush();
      keepUp(lane);
    }
    const reached = this.#lanes.reduce((least, lane) => Math.min(least, lane.reached), Infinity);
    this.clock.tick(nowMs, Number.isFinite(reached) ? reached : 0);
    if (this.clock.playing) this.#surroundings.frames.request();
  }
}

/** What was kept, at the instant to which the page has gone since. */
function goneOn(kept: KeptSession, at: number): KeptSession {
  return { ...kept, clock: { ...kept.clock, at } };
}

export const session = new SessionStore();
