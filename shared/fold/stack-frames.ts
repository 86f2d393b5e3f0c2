/**
 * The frames of a program that calls, yields and sends: which of them runs, which are on the stack below it, which are
 * kept alive in the middle of a line, and which are gone; the value that is on its way between two of them; what the
 * program has got so far, and how many values it keeps in memory.
 *
 * Frames lie in each other in the order of their first calls, the program's main one outermost: whoever lies inside
 * the one that runs is parked. A step stands on a line, and runs in the frame to which that line belongs.
 */
import { defineEvents } from '../trace/events.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventColumns, EventSink } from '../trace/trace.ts';

const frame = { name: 'frame', as: 'name' } as const;

/** The events of a program of generators: what happens to their stack frames. */
export const stackFrameEvents = defineEvents({
  called: { fields: [frame], says: '{frame} is called.' },
  sent: { fields: [frame, 'value'], says: '{frame} is entered again with {value}.' },
  yielded: { fields: [frame, 'value'], says: '{frame} yields {value} and stops where it is.' },
  returned: { fields: [frame, 'value'], says: '{frame} returns {value}.' },
  ended: { fields: [frame], says: '{frame} is at its end.' },
  kept: { fields: ['values'], says: 'Values in memory: {values}.' },
  got: { fields: ['value'], says: 'The program has {value}.' },
});

/** The outermost frame, which is nobody's resource. */
export const MAIN = -1;

/** How many of the last values are known. */
export const GOT_KEPT = 48;

/**
 * What a frame does: it runs; it waits for one that it has entered; it is parked in the middle of a line; it was made
 * and has not begun; it is gone; it was never called.
 */
export type StackFrameState = 'runs' | 'waits' | 'parked' | 'made' | 'gone' | 'absent';

/** One frame at one instant. */
export interface StackFrameAt {
  /** The number of its resource; MAIN for the outermost one. */
  readonly frame: number;
  readonly state: StackFrameState;
  /** The line on which it stood last; 0 when unknown. */
  readonly line: number;
  /** The line of its caller on which it was called, or sent something, last; 0 when unknown. */
  readonly from: number;
  /** What it has returned; NaN where there is nothing. */
  readonly returned: number;
}

const messageKinds = ['called', 'sent', 'yielded', 'returned', 'ended', 'got'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What goes from one frame to another in a step, or stays with the outermost one. */
export interface Message {
  readonly kind: MessageKind;
  readonly from: number;
  readonly to: number;
  /** The value; NaN where there is none. */
  readonly value: number;
  /** When the step began, and when it will be over; NaN while that is not known. Virtual seconds. */
  readonly at: number;
  readonly until: number;
}

interface StackFrame {
  readonly frame: number;
  line: number;
  from: number;
  returned: number;
  begun: boolean;
  gone: boolean;
}

const kinds = new Map(messageKinds.map((name) => [stackFrameEvents.kind[name], name] as const));

export class StackFramesFold implements EventSink {
  readonly #belongs: (frame: number, line: number) => boolean;
  // The outermost one first, the others as they lie in each other.
  #frames: StackFrame[] = [frameOf(MAIN)];
  // Place of the frame that runs; -1 before the beginning and after the end.
  #lit = -1;
  #message: Message | null = null;
  // The event whose fields, if any, still have to follow.
  #open: MessageKind | null = null;
  #values: number[] = [];
  #got = 0;
  #kept = 0;
  #most = 0;
  #largest = 0;
  #over = false;

  /** `belongs` tells whether a line of the listing is one of a frame; frames have the numbers of their resources. */
  constructor(belongs: (frame: number, line: number) => boolean) {
    this.#belongs = belongs;
  }

  event(at: number, kind: number, task: number, value: number, line: number): void {
    if (task !== 0) return;
    if (kind >= Kind.OWN && kind <= stackFrameEvents.kind.got) this.#tell(at, kind, value, line);
    else if (kind === Kind.FIELD) this.#field(value);
    else if (kind === Kind.WORK || kind === Kind.SLEEP || kind === Kind.BLOCK) this.#until(at + value);
    else if (kind === Kind.RUN && this.#lit < 0 && !this.#over) this.#lit = 0;
    else if (kind === Kind.DONE || kind === Kind.FAIL || kind === Kind.CANCELLED) this.#end();
  }

  events({ at, kind, task, value, line }: EventColumns, from: number, to: number): void {
    for (let index = from; index < to; index++)
      this.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]!);
  }

  /** The frames that were ever called, the outermost one first. */
  get frames(): StackFrameAt[] {
    return this.#frames.map((each, place) => {
      const { frame, line, from, returned } = each;
      return { frame, line, from, returned, state: this.#stateOf(each, place) };
    });
  }

  /** What is on its way; null where nothing is. */
  get message(): Message | null {
    return this.#message;
  }

  /** The last values that the program has got, at most GOT_KEPT, and how many it has got in all. */
  get values(): readonly number[] {
    return this.#values;
  }

  get got(): number {
    return this.#got;
  }

  /** How many values are in memory, and the most that ever were. */
  get kept(): number {
    return this.#kept;
  }

  get most(): number {
    return this.#most;
  }

  /** The largest value that was ever on its way, or got, its sign left out. */
  get largest(): number {
    return this.#largest;
  }

  get over(): boolean {
    return this.#over;
  }

  /** What a copy costs. */
  get size(): number {
    return this.#frames.length + this.#values.length;
  }

  copy(): StackFramesFold {
    const copy = new StackFramesFold(this.#belongs);
    copy.#frames = this.#frames.map((frame) => ({ ...frame }));
    copy.#lit = this.#lit;
    copy.#message = this.#message;
    copy.#open = this.#open;
    copy.#values = [...this.#values];
    copy.#got = this.#got;
    copy.#kept = this.#kept;
    copy.#most = this.#most;
    copy.#largest = this.#largest;
    copy.#over = this.#over;
    return copy;
  }

  #tell(at: number, event: number, value: number, line: number): void {
    this.#settle();
    this.#open = kinds.get(event) ?? null;
    this.#message = null;
    if (event === stackFrameEvents.kind.kept) {
      this.#kept = value;
      this.#most = Math.max(this.#most, value);
      // Before the first step it stands on no line.
      if (line > 0) this.#light(this.#ownerOf(line) ?? Math.max(0, this.#lit), line);
      return;
    }
    if (event === stackFrameEvents.kind.got) {
      this.#values.push(value);
      if (this.#values.length > GOT_KEPT) this.#values.shift();
      this.#got++;
      this.#largest = Math.max(this.#largest, Math.abs(value));
      this.#light(this.#ownerOf(line) ?? 0, line);
      this.#message = { kind: 'got', from: MAIN, to: MAIN, value, at, until: NaN };
      return;
    }
    const place = event === stackFrameEvents.kind.called ? this.#admit(value) : this.#placeOf(value);
    const caller = this.#callerOf(place);
    const inwards = event === stackFrameEvents.kind.called || event === stackFrameEvents.kind.sent;
    const runs = this.#ownerOf(line) ?? (inwards ? caller : place);
    if (inwards) this.#frames[place]!.from = runs === place ? 0 : line;
    this.#light(runs, line);
    const [from, to] = [this.#frames[inwards ? caller : place]!, this.#frames[inwards ? place : caller]!];
    this.#message = { kind: this.#open!, from: from.frame, to: to.frame, value: NaN, at, until: NaN };
  }

  #field(value: number): void {
    if (this.#message === null || this.#open === null || this.#open === 'got') return;
    this.#message = { ...this.#message, value };
    this.#largest = Math.max(this.#largest, Math.abs(value));
    if (this.#open === 'returned') this.#frames[this.#placeOf(this.#message.from)]!.returned = value;
  }

  #until(until: number): void {
    if (this.#message !== null && Number.isNaN(this.#message.until)) this.#message = { ...this.#message, until };
  }

  /** A generator that has returned, or come to its end, is gone with the next step. */
  #settle(): void {
    const message = this.#message;
    if (message?.kind !== 'returned' && message?.kind !== 'ended') return;
    this.#frames[this.#placeOf(message.from)]!.gone = true;
  }

  #end(): void {
    for (const frame of this.#frames) frame.gone = true;
    this.#message = null;
    this.#lit = -1;
    this.#over = true;
  }

  /** The frame in that place runs on that line; those it lies in have begun too. */
  #light(place: number, line: number): void {
    this.#lit = place;
    if (line > 0) this.#frames[place]!.line = line;
    for (let outer = place; outer >= 0; outer--) this.#frames[outer]!.begun = true;
  }

  #admit(frame: number): number {
    const known = this.#frames.findIndex((each) => each.frame === frame);
    const place = known < 0 ? this.#frames.length : known;
    this.#frames[place] = frameOf(frame);
    return place;
  }

  #placeOf(frame: number): number {
    const place = this.#frames.findIndex((each) => each.frame === frame);
    return place < 0 ? this.#admit(frame) : place;
  }

  /** The place of the frame in which the one in a place lies. */
  #callerOf(place: number): number {
    let outer = place - 1;
    while (outer > 0 && this.#frames[outer]!.gone) outer--;
    return Math.max(0, outer);
  }

  /** The place of the frame to which a line belongs; null where that is none of those there are. */
  #ownerOf(line: number): number | null {
    const place = line === 0 ? -1 : this.#frames.findIndex(({ frame, gone }) => !gone && this.#belongs(frame, line));
    return place < 0 ? null : place;
  }

  #stateOf({ gone, begun }: StackFrame, place: number): StackFrameState {
    if (gone) return 'gone';
    if (this.#lit < 0) return 'absent';
    if (place === this.#lit) return 'runs';
    return place < this.#lit ? 'waits' : begun ? 'parked' : 'made';
  }
}

function frameOf(frame: number): StackFrame {
  return { frame, line: 0, from: 0, returned: NaN, begun: false, gone: false };
}
