import type { CatalogueEntry, ClockState, LanePacket, LaneInfo, LaneStatus } from '../../shared/protocol/pushes.ts';
import { theoryOf, type Theory } from '../../shared/theory/theory.ts';
import type { Deadlock } from '../../shared/trace/deadlock.ts';
import { Trace, type EventColumns } from '../../shared/trace/trace.ts';
import { laneTitle } from './titles.ts';

/** At instant `at` no more than the first `index` events have happened. */
interface Cut {
  readonly at: number;
  readonly index: number;
}

/** What a lane needs to know of its program. */
type ProgramKind = Pick<CatalogueEntry, 'stage' | 'theory'>;

/**
 * A lane as the page knows it: what it runs, and the trace so far. The trace is a plain object that grows in place;
 * `version` is what tells that it has.
 */
export class LaneStore {
  readonly index: number;
  readonly trace = new Trace();
  readonly #entry: ProgramKind;
  readonly #part: string | null;
  #info = $state.raw<LaneInfo>()!;
  #version = $state(0);
  #reached = $state.raw(0);
  #status = $state.raw<LaneStatus>('computing');
  #makespan = $state.raw<number | null>(null);
  #message = $state.raw<string | null>(null);
  #deadlock = $state.raw<Deadlock | null>(null);
  #cut = $state.raw<Cut | null>(null);
  #dirty = false;
  #repeating = false;
  #rewrites = 0;
  #rewrittenFrom = Infinity;

  /** `entry` is what the catalogue says of its program; `part` what the lane is called as one of a pair. */
  constructor(index: number, info: LaneInfo, entry: ProgramKind | null, part: string | null = null) {
    this.index = index;
    this.#entry = entry ?? { stage: '', theory: null };
    this.#part = part;
    this.#info = info;
  }

  get info(): LaneInfo {
    return this.#info;
  }

  set info(info: LaneInfo) {
    this.#info = info;
  }

  /** What the lane is called on screen. */
  get title(): string {
    return this.#part ?? laneTitle(this.#info.scenario, this.#entry.stage);
  }

  /** What theory says of its run. */
  get theory(): Theory {
    return theoryOf(this.#entry.theory, this.#info.scenario);
  }

  /** Counts up when events have come in, at most once a display frame. */
  get version(): number {
    return this.#version;
  }

  /** Virtual seconds up to which the trace is complete. */
  get reached(): number {
    return this.#reached;
  }

  get status(): LaneStatus {
    return this.#status;
  }

  /** When the main task ended; null while it lives. */
  get makespan(): number | null {
    return this.#makespan;
  }

  /** When its clock stops: the makespan, or the last event of a run that did not finish; null while it is computed. */
  get end(): number | null {
    return this.#status === 'computing' ? null : (this.#makespan ?? this.trace.endsAt);
  }

  /** Why a run that did not finish stopped, in a sentence. */
  get message(): string | null {
    return this.#message;
  }

  /** The tasks that wait for ever, where the run has ended in a deadlock. */
  get deadlock(): Deadlock | null {
    return this.#deadlock;
  }

  /** How many events have happened at instant `at`: not all of that instant while one steps through it. */
  countUntil(at: number): number {
    const cut = this.#cut;
    return cut?.at === at ? Math.min(cut.index, this.trace.length) : this.trace.countUntil(at);
  }

  /** The clock stands inside an instant, or does not. */
  follow({ at, within }: Pick<ClockState, 'at' | 'within'>): void {
    if (within === null || this.index < within.lane) this.#cut = null;
    else this.#cut = { at, index: this.index === within.lane ? within.index : this.trace.countBefore(at) };
  }

  /** Counts up whenever events that had been there were replaced: a fold that has gone further must go back. */
  get rewrites(): number {
    return this.#rewrites;
  }

  /** Index of the first event that the last rewrite replaced. */
  get rewrittenFrom(): number {
    return this.#rewrittenFrom;
  }

  /** The host will tell everything anew: what is here stays on screen unless it turns out to be something else. */
  expectRepeat(): void {
    this.#repeating = true;
  }

  /** Takes in what a packet says of this lane. */
  take(packet: LanePacket, events: EventColumns): void {
    const { trace } = this;
    packet.tasks.forEach((name, place) => trace.name('task', packet.tasksFrom + place, name));
    packet.resources.forEach((name, place) => trace.name('resource', packet.resourcesFrom + place, name));
    const end = packet.from + packet.count;
    const same = this.#repeating && repeats(trace, packet.from, events);
    // What is told again is less than what is here: it stays, until the host is done or says otherwise.
    if (same && end < trace.length && packet.status === 'computing') return;
    this.#repeating = false;
    const known = same ? Math.min(trace.length, end) : packet.from;
    this.#truncate(known);
    appendFrom(trace, events, known - packet.from);
    this.#reached = packet.reached;
    this.#status = packet.status;
    this.#makespan = packet.makespan;
    this.#message = packet.message;
    this.#deadlock = packet.deadlock;
    this.#dirty = true;
  }

  /** Tells those who look at the trace, once for all packets since the last time. */
  flush(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#version++;
  }

  #truncate(length: number): void {
    if (length >= this.trace.length) return;
    this.trace.truncate(length);
    this.#rewrites++;
    this.#rewrittenFrom = length;
  }
}

/** Whether the events are those that the trace holds from `from` on, as far as it goes. */
function repeats(trace: Trace, from: number, events: EventColumns): boolean {
  const count = Math.min(events.at.length, trace.length - from);
  for (let place = 0; place < count; place++) {
    const event = trace.at(from + place);
    const same =
      event.at === events.at[place] &&
      event.kind === events.kind[place] &&
      event.task === events.task[place] &&
      event.value === events.value[place];
    if (!same) return false;
  }
  return true;
}

function appendFrom(trace: Trace, { at, kind, task, value, line }: EventColumns, first: number): void {
  for (let place = first; place < at.length; place++) {
    trace.event(at[place]!, kind[place]!, task[place]!, value[place]!, line[place]!);
  }
}
