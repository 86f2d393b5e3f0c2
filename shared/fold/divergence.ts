/**
 * Where the timelines of two runs diverge: the instant of the first entry in which their logs differ, or at which one of the
 * runs is over while the other goes on. Where they tell the same from beginning to end it is that of the first event in
 * which the traces differ; lines do not count, for two variants of a program have different ones.
 */
import { Kind } from '../trace/kinds.ts';
import { LogReader, type LogEntry } from '../trace/log.ts';
import type { Trace } from '../trace/trace.ts';
import type { Vocabulary } from '../trace/events.ts';

/** Compares two runs while their traces grow. A trace that was cut wants another comparison. */
export class Divergence {
  readonly #first: Teller;
  readonly #second: Teller;
  #at: number | null = null;
  #decided = false;

  constructor(first: Trace, second: Trace, vocabulary: Vocabulary) {
    this.#first = new Teller(first, vocabulary);
    this.#second = new Teller(second, vocabulary);
  }

  /** Virtual seconds at which they diverge; null while that is not known, and where they never do. */
  get at(): number | null {
    return this.#at;
  }

  /** Whether more of the traces can change nothing any more. */
  get decided(): boolean {
    return this.#decided;
  }

  /** Takes in what the traces hold by now, and whether each of them is complete; says where they diverge. */
  follow(firstOver: boolean, secondOver: boolean): number | null {
    while (!this.#decided) {
      const first = this.#first.peek(firstOver);
      const second = this.#second.peek(secondOver);
      if (first === null && second === null) {
        if (!firstOver || !secondOver) break;
        return this.#decide(firstEvent(this.#first.trace, this.#second.trace));
      }
      if (first !== null && second !== null) {
        if (!same(first, second)) return this.#decide(Math.min(first.t, second.t));
        this.#first.pass();
        this.#second.pass();
        continue;
      }
      if (!(first === null ? firstOver : secondOver)) break;
      // One of them has nothing more to tell: it may have ended before the other tells its next.
      const over = first === null ? this.#first.trace : this.#second.trace;
      return this.#decide(Math.min((first ?? second)!.t, over.endsAt));
    }
    return this.#at;
  }

  #decide(at: number | null): number | null {
    this.#decided = true;
    this.#at = at;
    return at;
  }
}

/** Where two complete runs diverge; null when they never do. */
export function divergenceOf(first: Trace, second: Trace, vocabulary: Vocabulary): number | null {
  return new Divergence(first, second, vocabulary).follow(true, true);
}

/** Events that are read at once. */
const SLICE = 4096;

/** The entries of a log one after the other, from a trace that grows. */
class Teller {
  readonly trace: Trace;
  readonly #reader: LogReader;
  #entries: readonly LogEntry[] = [];
  #next = 0;
  #read = 0;

  constructor(trace: Trace, vocabulary: Vocabulary) {
    this.trace = trace;
    this.#reader = new LogReader(trace, vocabulary);
  }

  /** The next entry; null where there is none yet, or none any more. */
  peek(over: boolean): LogEntry | null {
    while (this.#next === this.#entries.length) {
      const end = this.#wholeUntil(Math.min(this.#read + SLICE, this.trace.length), over);
      if (end <= this.#read) return null;
      this.trace.feed(this.#reader, this.#read, end);
      this.#read = end;
      this.#entries = this.#reader.take();
      this.#next = 0;
    }
    return this.#entries[this.#next]!;
  }

  pass(): void {
    this.#next++;
  }

  /** Up to where no event is cut off from its fields: those of the last one may still be to come. */
  #wholeUntil(end: number, over: boolean): number {
    const { trace } = this;
    if (end === trace.length && over) return end;
    while (end > this.#read && belongs(trace, end)) end--;
    return end;
  }
}

/** Whether what comes at `index` is, or may be, a field of the event before it. */
function belongs(trace: Trace, index: number): boolean {
  if (index < trace.length) return trace.at(index).kind === Kind.FIELD;
  return trace.at(index - 1).kind >= Kind.FIELD;
}

function same(first: LogEntry, second: LogEntry): boolean {
  const names = Object.keys(first);
  return names.length === Object.keys(second).length && names.every((name) => first[name] === second[name]);
}

/** The instant of the first event in which two traces differ; null when none does. */
function firstEvent(first: Trace, second: Trace): number | null {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  for (let index = 0; index < short.length; index++) {
    const [a, b] = [first.at(index), second.at(index)];
    const equal = a.at === b.at && a.kind === b.kind && a.task === b.task && Object.is(a.value, b.value);
    if (!equal) return Math.min(a.at, b.at);
  }
  return long.length > short.length ? long.at(short.length).at : null;
}
