import { Kind } from './kinds.ts';
import type { EventSink, Trace } from './trace.ts';
import { fieldText, type Vocabulary, type WorkloadEvent } from './events.ts';

/** One entry of a log: `t` in virtual seconds, who, what, and the fields of that event. */
export interface LogEntry {
  readonly t: number;
  readonly task: string;
  readonly event: string;
  readonly [field: string]: number | string;
}

/** Rounds to four decimals, ties to even, which is how logs are written. */
export function rounded(x: number): number {
  const scaled = x * 1e4;
  const below = Math.floor(scaled);
  if (Math.abs(scaled - below - 0.5) > 1e-3) return Number(x.toFixed(4));
  const digits = x.toFixed(60);
  const rest = digits.slice(digits.indexOf('.') + 5);
  if (!/^50*$/.test(rest)) return Number(x.toFixed(4));
  return (below % 2 === 0 ? below : below + 1) / 1e4;
}

/** The workload's events of a trace as a log, in the words of a vocabulary. The kernel's own events are not part of it. */
export function readLog(trace: Trace, vocabulary: Vocabulary, from = 0, to = trace.length): LogEntry[] {
  const log = new LogReader(trace, vocabulary);
  trace.feed(log, from, to);
  return log.take();
}

/** Turns events into log entries as they come. */
export class LogReader implements EventSink {
  readonly #trace: Trace;
  readonly #vocabulary: Vocabulary;
  readonly #round: (x: number) => number;
  #entries: LogEntry[] = [];
  #open: { t: number; task: string; event: string; [field: string]: number | string } | null = null;
  #event: WorkloadEvent | null = null;
  #field = 0;

  /** `round` writes instants and figures, where four decimals are not what is wanted. */
  constructor(trace: Trace, vocabulary: Vocabulary, round = rounded) {
    this.#trace = trace;
    this.#vocabulary = vocabulary;
    this.#round = round;
  }

  event(at: number, kind: number, task: number, value: number): void {
    if (kind === Kind.FIELD) {
      this.#write(value);
      return;
    }
    this.#close();
    if (kind < Kind.OWN) return;
    const event = this.#vocabulary[kind - Kind.OWN];
    if (event === undefined) return;
    this.#event = event;
    this.#field = 0;
    this.#open = { t: this.#round(at), task: this.#trace.taskName(task), event: event.event };
    this.#write(value);
  }

  /** The entries read since the last call. */
  take(): LogEntry[] {
    this.#close();
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  #write(value: number): void {
    const field = this.#event?.fields[this.#field++];
    if (field === undefined || this.#open === null) return;
    if (typeof field === 'string') this.#open[field] = this.#round(value);
    else this.#open[field.name] = fieldText(field, value, this.#trace.names.resources);
  }

  #close(): void {
    if (this.#open === null) return;
    this.#entries.push(this.#open);
    const { t, task } = this.#open;
    if (this.#event?.then !== undefined) this.#entries.push({ t, task, event: this.#event.then });
    this.#open = null;
  }
}
