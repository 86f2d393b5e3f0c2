import type { ClockState, LanePacket, LaneInfo, LaneStatus } from '../../shared/protocol/pushes.ts';
import type { WholeRun } from '../../shared/fold/comparison.ts';
import { theoryOf, type Theory, type TheoryId } from '../../shared/theory/theory.ts';
import type { Deadlock } from '../../shared/trace/deadlock.ts';
import { Trace, type EventColumns } from '../../shared/trace/trace.ts';

/** At instant `at` no more than the first `index` events have happened. */
interface Cut {
  readonly at: number;
  readonly index: number;
}

/**
 * A lane as the page knows it: what it runs, and the trace so far. The trace is a plain object that grows in place;
 * `version` is what tells that it has.
 */
export class LaneStore {
  readonly index: number;
  readonly trace = new Trace();
  /** What the lane is called on screen. */
  readonly title: string;
  /** The closed forms of its program; null for none. */
  readonly theoryId: TheoryId | null;
  #info = $state.raw<LaneInfo>()!;
  #version = $state(0);
  #reached = $state.raw(0);
  #status = $state.raw<LaneStatus>('computing');
  #seen = $state.raw(0);
  #makespan = $state.raw<number | null>(null);
  #message = $state.raw<string | null>(null);
  #deadlock = $state.raw<Deadlock | null>(null);
  #whole = $state.raw<WholeRun | null>(null);
  #cut = $state.raw<Cut | null>(null);
  #dirty = false;
  #repeating = false;
  #rewrites = 0;
  #rewrittenFrom = Infinity;

  constructor(index: number, info: LaneInfo, title: string, theory: TheoryId | null = null) {
    this.index = index;
    this.title = title;
    this.theoryId = theory;
    this.#info = info;
  }

  get info(): LaneInfo {
    return this.#info;
  }

  set info(info: LaneInfo) {
    this.#info = info;
  }

  /** What theory says of its run. */
  get theory(): Theory {
    return theoryOf(this.theoryId, this.#info.scenario);
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

  /** How many events have happened; the trace of a long run holds only some of them. */
  get seen(): number {
    return this.#seen;
  }

  /** How many events have happened for each one that is kept; null where all of them are. */
  get ratio(): number | null {
    void this.#version;
    return this.trace.gaps.length === 0 ? null : this.#seen / this.trace.length;
  }

  /** The instant that is shown for instant `at`: of one in a gap of the trace nothing true is known. */
  trueAt(at: number): number {
    return this.trace.lostAt(at)?.from ?? at;
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

  /** The whole run in figures, as its host added up every event; null where the trace holds them all. */
  get whole(): WholeRun | null {
    return this.#whole;
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

  /** Takes in what a frame says of this lane. */
  take(frame: LanePacket, events: EventColumns): void {
    const { trace } = this;
    frame.tasks.forEach((name, place) => trace.name('task', frame.tasksFrom + place, name));
    frame.resources.forEach((name, place) => trace.name('resource', frame.resourcesFrom + place, name));
    const end = frame.from + frame.count;
    const same = this.#repeating && repeats(trace, frame.from, events);
    // What is told again is less than what is here: it stays, until the host is done or says otherwise.
    if (same && end < trace.length && frame.status === 'computing') return;
    this.#repeating = false;
    const known = same ? Math.min(trace.length, end) : frame.from;
    this.#truncate(known);
    trace.append(events, known - frame.from);
    this.#reached = frame.reached;
    this.#status = frame.status;
    this.#seen = frame.seen;
    this.#makespan = frame.makespan;
    this.#message = frame.message;
    this.#deadlock = frame.deadlock;
    // It is told once, and void when the run is another one.
    this.#whole = frame.status === 'computing' ? null : (frame.whole ?? this.#whole);
    this.#dirty = true;
  }

  /** Tells the readers of the trace, once for all packets since the last time. */
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
