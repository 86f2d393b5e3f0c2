/**
 * Pages that are asked for beside a heartbeat, as a picture shows them: how far each page has come, when the heart beat
 * last and how late, and the lag of the loop.
 */
import { defineEvents } from '../trace/events.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';
import { HoldersFold } from './holders.ts';
import { LagFold } from './lag.ts';
import { hasEnded, State } from './marks.ts';
import { StateFold } from './state.ts';
import { StuckFold } from './stuck.ts';

/** The events of a program that checks pages beside a heartbeat. */
export const requestEvents = defineEvents({
  beat: { fields: ['late'], says: 'The heart beats, {late} late.' },
  sent: { says: '{who} is asked for.' },
  answered: { fields: ['took'], says: '{who} answers after {took}.' },
  checked: { fields: ['took'], says: '{who} is checked after {took}.' },
  skipped: { says: '{who} is left out: the quota is used up.' },
});

/** How far a page has come by its own events. */
const Step = { NONE: 0, SENT: 1, ANSWERED: 2, CHECKED: 3, SKIPPED: 4 } as const;

/**
 * What goes on with a page: not there yet, there but not asked for, on its way, answered while nobody has time for the
 * answer, answered and waiting for something else, being parsed, checked, or left out.
 */
export type PageDoing = 'absent' | 'unsent' | 'travels' | 'arrived' | 'waits' | 'parsing' | 'checked' | 'skipped';

/** A page at one instant; virtual seconds. */
export interface PageAt {
  readonly doing: PageDoing;
  readonly state: State;
  /** When it came to be so, and when that will be over; NaN where it is not known. */
  readonly since: number;
  readonly until: number;
  /** When it was asked for; NaN before. */
  readonly sentAt: number;
  /** How long it took until it was checked; NaN before. */
  readonly took: number;
}

/** A beat of the heart: when it was due and when it came. */
export interface Beat {
  readonly dueAt: number;
  readonly at: number;
}

/** Beats that are remembered. */
const BEATS_KEPT = 128;

export class RequestsStageFold implements EventSink {
  states = new StateFold();
  holding = new HoldersFold();
  lag = new LagFold();
  stuck = new StuckFold();
  #steps = new Uint8Array(0);
  #sentAt = new Float64Array(0);
  #took = new Float64Array(0);
  #beats: Beat[] = [];
  #beatCount = 0;
  #counts: [sent: number, answered: number, checked: number, skipped: number] = [0, 0, 0, 0];

  event(at: number, kind: number, task: number, value: number, line: number): void {
    this.states.event(at, kind, task, value, line);
    this.holding.event(at, kind, task);
    this.lag.event(at, kind, task);
    this.stuck.event(at, kind, task, value);
    if (task < 0) return;
    if (kind === Kind.SKIP && line === requestEvents.kind.beat) this.#beatCount += value;
    if (kind < Kind.OWN) return;
    if (kind === requestEvents.kind.beat) return this.#beat(at, value);
    this.#reach(at, task, kind, value);
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]!);
  }

  /** How many tasks could go on if they had a worker. */
  get ready(): number {
    return this.states.count(State.NEW) + this.states.count(State.READY);
  }

  /** How many tasks there are. */
  get size(): number {
    return this.states.size;
  }

  /** The last beats, the latest at the end; no more than 128 of them. */
  get beats(): readonly Beat[] {
    return this.#beats;
  }

  /** How often the heart has beaten. */
  get beatCount(): number {
    return this.#beatCount;
  }

  /** How many pages were asked for, answered, checked and left out. */
  get counts(): {
    readonly sent: number;
    readonly answered: number;
    readonly checked: number;
    readonly skipped: number;
  } {
    const [sent, answered, checked, skipped] = this.#counts;
    return { sent, answered, checked, skipped };
  }

  /** The page that is task number `task`. */
  page(task: number): PageAt {
    const { state, since, until } = this.states.task(task);
    const doing = this.#doing(task, state, until);
    return { doing, state, since, until, sentAt: this.#sentAt[task] ?? NaN, took: this.#took[task] ?? NaN };
  }

  copy(): RequestsStageFold {
    const copy = new RequestsStageFold();
    copy.states = this.states.copy();
    copy.holding = this.holding.copy();
    copy.lag = this.lag.copy();
    copy.stuck = this.stuck.copy();
    copy.#steps = this.#steps.slice();
    copy.#sentAt = this.#sentAt.slice();
    copy.#took = this.#took.slice();
    copy.#beats = [...this.#beats];
    copy.#beatCount = this.#beatCount;
    copy.#counts = [...this.#counts];
    return copy;
  }

  #doing(task: number, state: State, until: number): PageDoing {
    const step = this.#steps[task] ?? Step.NONE;
    if (step === Step.CHECKED) return 'checked';
    if (step === Step.SKIPPED) return 'skipped';
    if (state === State.ABSENT) return 'absent';
    if (step === Step.NONE) return hasEnded(state) ? 'skipped' : 'unsent';
    if (step === Step.SENT) return state === State.READY || state === State.RUNNING ? 'arrived' : 'travels';
    return state === State.RUNNING && !Number.isNaN(until) ? 'parsing' : 'waits';
  }

  #beat(at: number, late: number): void {
    this.#beats.push({ dueAt: at - late, at });
    if (this.#beats.length > BEATS_KEPT) this.#beats.shift();
    this.#beatCount++;
  }

  #reach(at: number, task: number, kind: number, value: number): void {
    if (task >= this.#steps.length) {
      this.#steps = grown(this.#steps, task + 1);
      this.#sentAt = grown(this.#sentAt, task + 1, NaN);
      this.#took = grown(this.#took, task + 1, NaN);
    }
    const place = kind - requestEvents.kind.sent;
    if (this.#counts[place] === undefined) return;
    this.#counts[place]++;
    this.#steps[task] = place + Step.SENT;
    if (kind === requestEvents.kind.sent) this.#sentAt[task] = at;
    else if (kind === requestEvents.kind.checked) this.#took[task] = value;
  }
}
