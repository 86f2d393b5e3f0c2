/** What a run comes to by one measure: what a mistake costs is the difference between two of these. */
import type { Measure } from '../listing/mistake.ts';
import { Kind } from '../trace/kinds.ts';
import type { EventSink, Trace } from '../trace/trace.ts';
import type { Vocabulary } from '../trace/events.ts';
import { LagFold } from './lag.ts';
import { QueuesFold, type QueueLane } from './queues.ts';

/** A measure of the events seen so far; see `Measure` for the units. */
export interface CostFold extends EventSink {
  /** 0 where nothing of the kind has happened. */
  readonly value: number;
}

/** The fold of a measure, where a trace is told in these words. */
export function costFold(measure: Measure, vocabulary: Vocabulary): CostFold {
  if (measure === 'makespan') return new Makespan();
  if (measure === 'end') return new End();
  if (measure === 'depth') return new OfQueues((queues) => Math.max(0, ...queues.map(({ deepest }) => deepest)));
  if (measure === 'left')
    return new OfQueues((queues) => queues.reduce((left, { put, taken }) => left + put - taken, 0));
  if (measure === 'lag') return new Lag();
  if ('events' in measure) return new Told(measure.events, vocabulary);
  return new Largest(measure.largest, vocabulary);
}

/** What a whole run comes to. */
export function costOf(measure: Measure, trace: Trace, vocabulary: Vocabulary): number {
  const fold = costFold(measure, vocabulary);
  trace.feed(fold);
  return fold.value;
}

/** Whether the values of a measure are spans of virtual time; else they are counts. */
export function isSpan(measure: Measure): boolean {
  return measure === 'makespan' || measure === 'end' || measure === 'lag';
}

/** A value of a measure in words; the caller formats spans and counts. */
export function costWords(
  measure: Measure,
  value: number,
  write: { readonly span: (seconds: number) => string; readonly count: (count: number) => string },
): string {
  if (measure === 'end' && value === Infinity) return 'never ends: each waits for the next';
  if (measure === 'end') return `ends after ${write.span(value)}`;
  return isSpan(measure) ? write.span(value) : write.count(value);
}

/** When the main task ended; until then the last instant. */
class Makespan implements CostFold {
  value = 0;
  #over = false;

  event(at: number, kind: number, task: number): void {
    if (this.#over) return;
    this.value = at;
    this.#over = task === 0 && (kind === Kind.DONE || kind === Kind.FAIL || kind === Kind.CANCELLED);
  }
}

/** When the main task ended; Infinity where a whole run has no such end. */
class End implements CostFold {
  value = Infinity;

  event(at: number, kind: number, task: number): void {
    if (
      task === 0 &&
      this.value === Infinity &&
      (kind === Kind.DONE || kind === Kind.FAIL || kind === Kind.CANCELLED)
    ) {
      this.value = at;
    }
  }
}

/** A figure of the queues, all of them together. */
class OfQueues implements CostFold {
  readonly #queues = new QueuesFold();
  readonly #figure: (queues: readonly QueueLane[]) => number;

  constructor(figure: (queues: readonly QueueLane[]) => number) {
    this.#figure = figure;
  }

  event(at: number, kind: number, task: number, resource: number): void {
    this.#queues.event(at, kind, task, resource);
  }

  get value(): number {
    return this.#figure(this.#queues.queues);
  }
}

class Lag implements CostFold {
  readonly #fold = new LagFold();

  event(at: number, kind: number, task: number): void {
    this.#fold.event(at, kind, task);
  }

  get value(): number {
    return this.#fold.lags.max;
  }
}

/** How often an event of the vocabulary was told. */
class Told implements CostFold {
  value = 0;
  // How often each kind of event tells it: with what follows it at once, one may tell two.
  readonly #times: readonly number[];

  constructor(event: string, vocabulary: Vocabulary) {
    this.#times = vocabulary.map((each) => [each.event, each.then].filter((name) => name === event).length);
  }

  event(_at: number, kind: number): void {
    this.value += this.#times[kind - Kind.OWN] ?? 0;
  }
}

/** The largest value that an event of the vocabulary has told in its first field. */
class Largest implements CostFold {
  value = 0;
  readonly #kinds: ReadonlySet<number>;

  constructor(event: string, vocabulary: Vocabulary) {
    const places = vocabulary.flatMap((each, number) => (each.event === event ? [Kind.OWN + number] : []));
    this.#kinds = new Set(places);
  }

  event(_at: number, kind: number, _task: number, value: number): void {
    if (value > this.value && this.#kinds.has(kind)) this.value = value;
  }
}
