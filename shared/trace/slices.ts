import { Kind } from './kinds.ts';
import type { EventSink, Trace } from './trace.ts';
import { fieldText, type Vocabulary } from './events.ts';

/** What a task does, in the words that every view uses. */
type State = 'running' | 'ready' | 'waiting' | 'holding';

/** The rest of the kernel's events are instants of the task they are about. */
const instants: Readonly<Record<number, string>> = {
  [Kind.CANCEL]: 'cancel',
  [Kind.DONE]: 'done',
  [Kind.FAIL]: 'failed',
  [Kind.CANCELLED]: 'cancelled',
  [Kind.PUT]: 'put',
  [Kind.TAKE]: 'take',
  [Kind.ACQUIRE]: 'acquire',
  [Kind.RELEASE]: 'release',
  [Kind.EDIT]: 'edit',
};

/**
 * Turns events into the entries of a Chrome trace, as JSON with a comma before each. A task is in one state at a
 * time; the slice of a state is written when it is left. States that take no time are left out.
 */
export class Slices implements EventSink {
  readonly #trace: Trace;
  readonly #vocabulary: Vocabulary;
  readonly #open = new Map<number, { state: State; since: number; args: string }>();
  #event: { kind: number; at: number; task: number; values: number[] } | null = null;
  #text = '';

  constructor(trace: Trace, vocabulary: Vocabulary) {
    this.#trace = trace;
    this.#vocabulary = vocabulary;
  }

  event(at: number, kind: number, task: number, value: number): void {
    if (kind === Kind.FIELD) {
      this.#event?.values.push(value);
      return;
    }
    this.#closeEvent();
    if (kind >= Kind.OWN) {
      this.#event = { kind, at, task, values: [value] };
      return;
    }
    switch (kind) {
      case Kind.SPAWN:
        this.#nameThread(task);
        return this.#enter(task, 'ready', at);
      case Kind.READY:
      case Kind.YIELD:
        return this.#enter(task, 'ready', at);
      case Kind.CONTEND:
        return this.#enter(task, 'ready', at, '{"for":"the processor"}');
      case Kind.RUN:
      case Kind.WORK:
        return this.#enter(task, 'running', at);
      case Kind.SLEEP:
        return this.#enter(task, 'waiting', at);
      case Kind.PARK:
        return this.#enter(task, 'waiting', at, this.#resource('on', value));
      case Kind.BLOCK:
        return this.#enter(task, 'holding', at);
      case Kind.DONE:
      case Kind.FAIL:
      case Kind.CANCELLED:
        this.#enter(task, null, at);
        return this.#instant(at, task, instants[kind]!, '{}');
      case Kind.PUT:
      case Kind.TAKE:
      case Kind.ACQUIRE:
      case Kind.RELEASE:
        return this.#instant(at, task, instants[kind]!, this.#resource('resource', value));
      default:
        return this.#instant(at, task, instants[kind] ?? `event ${kind}`, JSON.stringify({ value }));
    }
  }

  /** Ends every slice that is still open. */
  end(at: number): void {
    this.#closeEvent();
    for (const task of this.#open.keys()) this.#enter(task, null, at);
  }

  /** What has been written since the last call. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #enter(task: number, state: State | null, at: number, args = '{}'): void {
    const before = this.#open.get(task);
    if (before !== undefined) {
      const from = microseconds(before.since);
      const length = microseconds(at) - from;
      if (length > 0) this.#write('X', from, task, before.state, before.args, `,"dur":${length}`);
    }
    if (state === null) this.#open.delete(task);
    else this.#open.set(task, { state, since: at, args });
  }

  #closeEvent(): void {
    if (this.#event === null) return;
    const { kind, at, task, values } = this.#event;
    this.#event = null;
    const own = this.#vocabulary[kind - Kind.OWN];
    if (own === undefined) return this.#instant(at, task, `event ${kind}`, JSON.stringify({ value: values[0] }));
    const args: Record<string, number | string> = {};
    for (const [place, field] of own.fields.entries()) {
      const value = values[place];
      if (value === undefined) break;
      if (typeof field === 'string') args[field] = value;
      else args[field.name] = fieldText(field, value, this.#trace.names.resources);
    }
    this.#instant(at, task, own.event, JSON.stringify(args));
    if (own.then !== undefined) this.#instant(at, task, own.then, '{}');
  }

  #instant(at: number, task: number, name: string, args: string): void {
    this.#write('i', microseconds(at), task, name, args, `,"s":"${task < 0 ? 'g' : 't'}"`);
  }

  #nameThread(task: number): void {
    const name = JSON.stringify({ name: this.#trace.taskName(task) });
    this.#write('M', null, task, 'thread_name', name);
    this.#write('M', null, task, 'thread_sort_index', `{"sort_index":${task}}`);
  }

  /** A name where the resource has one: joining tasks waits on something that has none. */
  #resource(word: string, number: number): string {
    const name = this.#trace.names.resources[number];
    return name === undefined ? '{}' : JSON.stringify({ [word]: name });
  }

  /** One entry. Viewers that read in a hurry want the time before any text, and take thread 0 for their own. */
  #write(ph: string, ts: number | null, task: number, name: string, args: string, more = ''): void {
    const time = ts === null ? '' : `,"ts":${ts}`;
    const thread = `"pid":1,"tid":${task + 1}`;
    this.#text += `,\n{"ph":"${ph}"${time}${more},${thread},"name":${JSON.stringify(name)},"args":${args}}`;
  }
}

function microseconds(seconds: number): number {
  const whole = Math.round(seconds * 1e6);
  return Number.isFinite(whole) ? whole : 0;
}
