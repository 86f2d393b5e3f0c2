/** How far each countdown has come: the hold before it, the seconds that are left, lift-off. */
import { defineEvents } from '../trace/events.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';
import { grown } from '../grown.ts';

/** The events of a program of countdowns. */
export const launchEvents = defineEvents({
  waiting: { fields: ['seconds'], says: '{who} waits {seconds}.' },
  started: { fields: ['waited'], says: '{who} starts after {waited}.' },
  tick: { fields: ['remaining'], says: '{who}: {remaining}.' },
  liftoff: { says: '{who} lifts off.' },
});

/** What a rocket is at. */
export const LaunchPhase = {
  /** Nothing has been heard of it. */
  IDLE: 0,
  /** It waits out the delay before its countdown. */
  HOLD: 1,
  COUNTS: 2,
  LIFTED: 3,
} as const;

export type LaunchPhase = (typeof LaunchPhase)[keyof typeof LaunchPhase];

/** One rocket at one instant; instants and spans in virtual seconds. */
export interface LaunchAt {
  readonly phase: LaunchPhase;
  /** Since when it is so; NaN before anything was heard. */
  readonly since: number;
  /** The hold before the countdown; NaN before it is known. */
  readonly delay: number;
  /** What was counted last; before that, and after lift-off, 0. */
  readonly remaining: number;
  /** What was counted first; 0 for a countdown without numbers, NaN before it is known. */
  readonly length: number;
}

export class LaunchesFold implements EventSink {
  #phases = new Uint8Array(0);
  #since = new Float64Array(0);
  #delays = new Float64Array(0);
  #remaining = new Float64Array(0);
  #lengths = new Float64Array(0);
  #size = 0;

  event(at: number, kind: number, task: number, value: number): void {
    if (kind < Kind.OWN || kind > launchEvents.kind.liftoff || task < 0) return;
    if (task >= this.#size) this.#admit(task);
    switch (kind) {
      case launchEvents.kind.waiting:
        this.#delays[task] = value;
        return this.#enter(task, LaunchPhase.HOLD, at);
      case launchEvents.kind.started:
        return this.#enter(task, LaunchPhase.COUNTS, at);
      case launchEvents.kind.tick:
        this.#remaining[task] = value;
        if (Number.isNaN(this.#lengths[task])) this.#lengths[task] = value;
        return;
      case launchEvents.kind.liftoff:
        this.#remaining[task] = 0;
        if (Number.isNaN(this.#lengths[task])) this.#lengths[task] = 0;
        return this.#enter(task, LaunchPhase.LIFTED, at);
    }
  }

  events({ at, kind, task, value }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++) this.event(at[index]!, kind[index]!, task[index]!, value[index]!);
  }

  /** How many tasks have been heard of, the main one included. */
  get size(): number {
    return this.#size;
  }

  launch(task: number): LaunchAt {
    return {
      phase: (this.#phases[task] ?? LaunchPhase.IDLE) as LaunchPhase,
      since: this.#since[task] ?? NaN,
      delay: this.#delays[task] ?? NaN,
      remaining: this.#remaining[task] ?? 0,
      length: this.#lengths[task] ?? NaN,
    };
  }

  copy(): LaunchesFold {
    const copy = new LaunchesFold();
    copy.#phases = this.#phases.slice(0, this.#size);
    copy.#since = this.#since.slice(0, this.#size);
    copy.#delays = this.#delays.slice(0, this.#size);
    copy.#remaining = this.#remaining.slice(0, this.#size);
    copy.#lengths = this.#lengths.slice(0, this.#size);
    copy.#size = this.#size;
    return copy;
  }

  #enter(task: number, phase: LaunchPhase, at: number): void {
    this.#phases[task] = phase;
    this.#since[task] = at;
  }

  #admit(task: number): void {
    this.#size = task + 1;
    if (task < this.#phases.length) return;
    this.#phases = grown(this.#phases, task + 1);
    this.#since = grown(this.#since, task + 1, NaN);
    this.#delays = grown(this.#delays, task + 1, NaN);
    this.#remaining = grown(this.#remaining, task + 1);
    this.#lengths = grown(this.#lengths, task + 1, NaN);
  }
}
