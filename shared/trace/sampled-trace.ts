/**
 * The trace of a run of any length. Up to a limit it holds every event; from there on stretches of events that follow
 * each other, and between them gaps of which only a summary is kept (thin.ts). A gap stands in the trace as GAP, its
 * summary, RESUME. No instant within a gap is a true one: whoever asks for it gets the state before the gap. With each
 * doubling of the run the gaps become twice as long, so that the trace grows with its logarithm. What is kept depends
 * on the run alone.
 */
import { Bucket } from './bucket.ts';
import { Kind } from './kinds.ts';
import { thin, ThinRoom } from './thin.ts';
import { feedColumns, Trace, type EventSink } from './trace.ts';

export interface SampledOptions {
  /** Events up to which all are kept. */
  readonly whole?: number;
  /** Events of a stretch, at least. */
  readonly stretch?: number;
  /** What is told every event, kept or not: from some while before the first is left out, and then of all before too. */
  readonly told?: EventSink;
}

/** Events up to which all are kept: what a page can hold and scrub at once. */
export const WHOLE_EVENTS = 5_000_000;
/** Events of a stretch. Where there are many tasks the summary of a gap is long, and the stretches are as long as it. */
const STRETCH_EVENTS = 4096;
/** In the first doubling one stretch in so many is kept. */
const FIRST_RATIO = 16;
/** Events after which what is told every event is told of twice as many, until it is level with the run. */
const TOLD_EVENTS = 1024;
/** Events that are thinned at once, to begin with. */
const BUCKET_EVENTS = 1 << 17;

export class SampledTrace extends Trace {
  readonly #whole: number;
  readonly #least: number;
  readonly #depths = new Map<number, number>();
  readonly #depthReader: EventSink;
  readonly #kept: EventSink = {
    event: (at, kind, task, value, line) => super.event(at, kind, task, value, line),
  };
  #read = 0;
  /** Events that have happened, whether they are here or not. */
  seen = 0;
  /** The number of events at which a gap, or the stretch behind it, begins. */
  #turn: number;
  readonly #held = new Bucket();
  readonly #thinRoom = new ThinRoom();
  #inGap = false;
  #left = 0;
  // When the gap begins, and when the last event in it was.
  #from = 0;
  #to = 0;
  #stretch: number;
  // Events of the last summary: it is kept as a stretch is.
  #summary = 0;
  #room = BUCKET_EVENTS;
  // Who is told every event; how many they know of, and the number of events at which they are told more.
  readonly #told: EventSink | null;
  #toldEvents = 0;
  #tellAt: number;
  #level = false;

  constructor({ whole = WHOLE_EVENTS, stretch = STRETCH_EVENTS, told }: SampledOptions = {}) {
    super();
    this.#whole = whole;
    this.#turn = whole;
    this.#least = stretch;
    this.#stretch = stretch;
    this.#told = told ?? null;
    this.#tellAt = told === undefined ? Infinity : whole >> 1;
    this.#depthReader = {
      event: (_at, kind, task, value, line) => {
        const [queue, more] = kind === Kind.SKIP ? [task, value] : [value, 1];
        const what = kind === Kind.SKIP ? line : kind;
        if (what !== Kind.PUT && what !== Kind.TAKE) return;
        this.#depths.set(queue, (this.#depths.get(queue) ?? 0) + (what === Kind.PUT ? more : -more));
      },
    };
  }

  override event(at: number, kind: number, task: number, value: number, line: number): void {
    if (this.seen >= this.#tellAt) this.#tell();
    // What a task does in one step stays together.
    if (this.seen >= this.#turn && kind === Kind.RUN) this.#change();
    this.seen++;
    if (this.#level) this.#told!.event(at, kind, task, value, line);
    if (!this.#inGap) {
      super.event(at, kind, task, value, line);
      return;
    }
    this.#to = at;
    this.#held.event(at, kind, task, value, line);
    if (this.#held.length >= this.#room) this.#squeeze(this.#held);
  }

  /** Bytes of its events, those included that are held back. */
  override get bytes(): number {
    const { told, kept } = this.#thinRoom;
    return super.bytes + this.#held.bytes + told.bytes + kept.bytes;
  }

  /** The instant up to which everything that is kept is in the trace; Infinity where nothing is held back. */
  get toldUntil(): number {
    return this.#inGap ? this.#from : Infinity;
  }

  /** The run is over: what is held back comes into the trace. */
  finish(): void {
    if (this.#inGap) this.#close(this.#held);
    this.#turn = Infinity;
  }

  #change(): void {
    if (!this.#inGap) {
      this.feed(this.#depthReader, this.#read);
      this.#read = this.length;
      this.#from = this.endsAt;
      this.#left = 0;
      this.#inGap = true;
      this.#turn = this.seen + (this.#ratio() - 1) * (this.#stretch + this.#summary);
    } else {
      this.#close(this.#held);
      this.#turn = this.seen + this.#stretch;
    }
  }

  /** Tells of events that were kept so far; from the first on that may be left out, they are told as they come. */
  #tell(): void {
    const known = this.#toldEvents;
    const level = this.seen >= this.#whole;
    this.#toldEvents = level ? this.length : Math.min(this.length, known + 2 * TOLD_EVENTS);
    this.feed(this.#told!, known, this.#toldEvents);
    this.#level = level;
    this.#tellAt = level ? Infinity : Math.min(this.#whole, this.#tellAt + TOLD_EVENTS);
  }

  #ratio(): number {
    return FIRST_RATIO * 2 ** Math.floor(Math.log2(Math.max(1, this.seen / this.#whole)));
  }

  /** Thins what is held back before it becomes too much. */
  #squeeze(gap: Bucket): void {
    const { told, kept, left } = thin(gap, this.#from, this.#depths, this.#thinRoom);
    this.#left += left;
    gap.length = 0;
    copyInto(gap, told);
    copyInto(gap, kept);
    // Where little can be left out there is more to hold.
    this.#room = Math.max(BUCKET_EVENTS, 2 * gap.length);
  }

  #close(gap: Bucket): void {
    this.#inGap = false;
    const { told, kept, left } = thin(gap, this.#from, this.#depths, this.#thinRoom);
    const summary = told.length + kept.length + 2;
    if (this.#left === 0 && summary >= gap.length) {
      // Nothing would be gained: there are too many tasks for gaps as short as this one.
      copyInto(this.#kept, gap);
      this.#stretch *= 2;
    } else {
      const from = this.length;
      super.event(this.#from, Kind.GAP, -1, summary, 0);
      copyInto(this.#kept, told);
      copyInto(this.#kept, kept);
      super.event(this.#to, Kind.RESUME, -1, this.#left + left, 0);
      this.noteGap(from, summary);
      this.#summary = summary;
      this.#stretch = Math.max(this.#least, summary);
    }
    gap.length = 0;
  }
}

function copyInto(sink: EventSink, bucket: Bucket): void {
  feedColumns(sink, bucket, 0, bucket.length);
}
