import { Kind } from './kinds.ts';
import { NAMELESS, type TraceNames } from './names.ts';

/** Events in one chunk of a trace. */
export const CHUNK_EVENTS = 1 << 14;
/** Events in the first chunk at first. */
const FIRST_EVENTS = 1 << 9;

/** Bytes an event takes: two doubles, a task number, a line and a kind. */
export const EVENT_BYTES = 8 + 8 + 4 + 2 + 1;

/** Events column by column; the columns are equally long. */
export interface EventColumns {
  readonly at: Float64Array;
  readonly value: Float64Array;
  readonly task: Int32Array;
  readonly line: Uint16Array;
  readonly kind: Uint8Array;
}

/** One block of events. `length` of them are written. */
interface Chunk extends EventColumns {
  length: number;
}

/** An event read from a trace; see `Kind` for what `value` means. */
export interface TraceEvent {
  /** Virtual seconds since the run began. */
  readonly at: number;
  readonly kind: number;
  /** Number of the task, -1 where there is none. */
  readonly task: number;
  readonly value: number;
  /** Line of the listing, 0 when unknown. */
  readonly line: number;
}

/** A stretch of a trace that sums up what was left out: events `from` <= index < `to`. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Takes events in order: a fold, a trace, an observer. */
export interface EventSink {
  event(at: number, kind: number, task: number, value: number, line: number): void;
  /**
   * The same for events `from` <= index < `to` of some columns. A fold of long traces has this loop as its own: the
   * engine compiles it for that one fold, with its `event` within, which is two to four times as fast.
   */
  events?(columns: EventColumns, from: number, to: number): void;
}

/** Feeds events `from` <= index < `to` of columns to a sink, in order. */
export function feedColumns(sink: EventSink, columns: EventColumns, from: number, to: number): void {
  if (sink.events !== undefined) {
    sink.events(columns, from, to);
    return;
  }
  const { at, kind, task, value, line } = columns;
  for (let index = from; index < to; index++) {
    sink.event(at[index]!, kind[index]!, task[index]!, value[index]!, line[index]!);
  }
}

/**
 * The only output of a run: an append-only list of events in order of time, in chunks of typed arrays. Names of
 * tasks and resources are beside it, told once.
 */
export class Trace implements EventSink {
  readonly #chunks: Chunk[] = [];
  #last: Chunk = emptyChunk(0);
  readonly #tasks: string[] = [];
  readonly #resources: string[] = [];
  readonly #gaps: Gap[] = [];
  /** How many events there are. */
  length = 0;

  event(at: number, kind: number, task: number, value: number, line: number): void {
    let chunk = this.#last;
    let place = chunk.length;
    if (place === chunk.kind.length) {
      chunk = this.#append();
      place = chunk.length;
    }
    chunk.at[place] = at;
    chunk.value[place] = value;
    chunk.task[place] = task;
    chunk.line[place] = line;
    chunk.kind[place] = kind;
    chunk.length = place + 1;
    this.length++;
  }

  name(what: 'task' | 'resource', number: number, name: string): void {
    (what === 'task' ? this.#tasks : this.#resources)[number] = name;
  }

  /** Names by number; a task that was never named is told apart by its number. */
  get names(): TraceNames {
    return { tasks: this.#tasks, resources: this.#resources };
  }

  taskName(task: number): string {
    return this.#tasks[task] || NAMELESS(task);
  }

  /** Event number `index`, 0 <= index < length. Throws a RangeError beyond. */
  at(index: number): TraceEvent {
    if (!(index >= 0 && index < this.length)) {
      throw new RangeError(`event ${index} of a trace that has ${this.length}`);
    }
    const chunk = this.#chunks[Math.floor(index / CHUNK_EVENTS)]!;
    const place = index % CHUNK_EVENTS;
    return {
      at: chunk.at[place]!,
      kind: chunk.kind[place]!,
      task: chunk.task[place]!,
      value: chunk.value[place]!,
      line: chunk.line[place]!,
    };
  }

  *[Symbol.iterator](): Generator<TraceEvent> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  /** Bytes of its events, with the room that there is for more. */
  get bytes(): number {
    return this.#chunks.reduce((sum, { kind }) => sum + kind.length * EVENT_BYTES, 0);
  }

  /** Instant of the last event, 0 in an empty trace. */
  get endsAt(): number {
    return this.length === 0 ? 0 : this.#last.at[this.#last.length - 1]!;
  }

  /** The stretches that sum up what was left out, in order; see sampled-trace.ts. */
  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  /** The gap in which instant `t` lies, in virtual seconds: nothing true is known of it. Null for none. */
  lostAt(t: number): { readonly from: number; readonly to: number } | null {
    if (this.#gaps.length === 0) return null;
    const gap = this.gapAround(this.#place((each) => each <= t));
    if (gap === null || gap.to > this.length) return null;
    const [from, to] = [this.at(gap.from).at, this.at(gap.to - 1).at];
    return from < t ? { from, to } : null;
  }

  /** The gap within which the first `index` events end: what they tell is not a true state. Null for none. */
  gapAround(index: number): Gap | null {
    let low = 0;
    let high = this.#gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#gaps[middle]!.from < index) low = middle + 1;
      else high = middle;
    }
    const gap = this.#gaps[low - 1];
    return gap !== undefined && index < gap.to ? gap : null;
  }

  /** The summary of a gap has been written, of `length` events. */
  protected noteGap(from: number, length: number): void {
    this.#gaps.push({ from, to: from + length });
  }

  /** How many events happened up to and including `at`: the index of the first later one. Within a gap, those before it. */
  countUntil(at: number): number {
    return this.#count((each) => each <= at);
  }

  /** How many events happened before `at`: the index of the first one at that instant or later. */
  countBefore(at: number): number {
    return this.#count((each) => each < at);
  }

  /** How many events there are before the first whose instant does not count any more, or before the gap it lies in. */
  #count(counts: (at: number) => boolean): number {
    const count = this.#place(counts);
    return this.#gaps.length === 0 ? count : (this.gapAround(count)?.from ?? count);
  }

  #place(counts: (at: number) => boolean): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (counts(this.#chunks[middle]!.at[0]!)) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    const chunk = this.#chunks[low - 1]!;
    let from = 0;
    let to = chunk.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (counts(chunk.at[middle]!)) from = middle + 1;
      else to = middle;
    }
    return (low - 1) * CHUNK_EVENTS + from;
  }

  /** Feeds events `from` <= index < `to` to a sink, in order. */
  feed(sink: EventSink, from = 0, to = this.length): void {
    for (let index = from; index < to;) {
      const chunk = this.#chunks[Math.floor(index / CHUNK_EVENTS)]!;
      const first = index % CHUNK_EVENTS;
      const last = Math.min(chunk.length, first + to - index);
      feedColumns(sink, chunk, first, last);
      index += last - first;
    }
  }

  /** Events `from` <= index < `to`, at most, as columns of their own; fewer where a chunk ends before `to`. */
  columns(from: number, to: number): EventColumns {
    const chunk = this.#chunks[Math.floor(from / CHUNK_EVENTS)];
    const first = from % CHUNK_EVENTS;
    if (chunk === undefined || first >= chunk.length) return emptyChunk(0);
    const last = Math.min(chunk.length, first + to - from);
    const { at, value, task, line, kind } = chunk;
    return {
      at: at.subarray(first, last),
      value: value.subarray(first, last),
      task: task.subarray(first, last),
      line: line.subarray(first, last),
      kind: kind.subarray(first, last),
    };
  }

  /** Appends events given as columns, from number `from` of them on: column by column, as much as a chunk has room for. */
  append({ at, value, task, line, kind }: EventColumns, from = 0): void {
    for (let gap = kind.indexOf(Kind.GAP, from); gap >= 0; gap = kind.indexOf(Kind.GAP, gap + 1)) {
      this.noteGap(this.length + gap - from, value[gap]!);
    }
    for (let first = from; first < at.length;) {
      let chunk = this.#last;
      if (chunk.length === chunk.kind.length) chunk = this.#append();
      const place = chunk.length;
      const last = Math.min(at.length, first + chunk.kind.length - place);
      chunk.at.set(at.subarray(first, last), place);
      chunk.value.set(value.subarray(first, last), place);
      chunk.task.set(task.subarray(first, last), place);
      chunk.line.set(line.subarray(first, last), place);
      chunk.kind.set(kind.subarray(first, last), place);
      chunk.length = place + last - first;
      this.length += last - first;
      first = last;
    }
  }

  /** Drops every event from `length` on: what is to be run anew. */
  truncate(length: number): void {
    if (length >= this.length) return;
    while (this.#gaps.length > 0 && this.#gaps.at(-1)!.from >= length) this.#gaps.pop();
    const chunks = Math.ceil(length / CHUNK_EVENTS);
    this.#chunks.length = chunks;
    this.#last = this.#chunks[chunks - 1] ?? emptyChunk(0);
    if (chunks > 0) this.#last.length = length - (chunks - 1) * CHUNK_EVENTS;
    this.length = length;
  }

  /** Room for more events: a new chunk, or, as most traces are short, a first one of twice the size. */
  #append(): Chunk {
    const [first] = this.#chunks;
    if (this.#chunks.length === 1 && first!.kind.length < CHUNK_EVENTS) {
      this.#last = enlarged(first!);
      this.#chunks[0] = this.#last;
    } else {
      this.#last = emptyChunk(first === undefined ? FIRST_EVENTS : CHUNK_EVENTS);
      this.#chunks.push(this.#last);
    }
    return this.#last;
  }
}

function emptyChunk(events: number): Chunk {
  const buffer = new ArrayBuffer(events * EVENT_BYTES);
  return {
    at: new Float64Array(buffer, 0, events),
    value: new Float64Array(buffer, 8 * events, events),
    task: new Int32Array(buffer, 16 * events, events),
    line: new Uint16Array(buffer, 20 * events, events),
    kind: new Uint8Array(buffer, 22 * events, events),
    length: 0,
  };
}

function enlarged(chunk: Chunk): Chunk {
  const larger = emptyChunk(chunk.kind.length * 2);
  larger.at.set(chunk.at);
  larger.value.set(chunk.value);
  larger.task.set(chunk.task);
  larger.line.set(chunk.line);
  larger.kind.set(chunk.kind);
  larger.length = chunk.length;
  return larger;
}
