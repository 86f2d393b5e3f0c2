/** What happened last, as short marks with a name and a verb. */
import { Kind } from '../../../shared/trace/kinds.ts';
import type { Trace, TraceEvent } from '../../../shared/trace/trace.ts';
import { general as words } from '../../words/en/general.ts';
import { fill } from '../../words/fill.ts';
import type { TaskMark } from '../kit/task-view.ts';
import { lengthText } from './time.ts';

/** An event that is shown. */
export interface TapeEntry {
  /** Its number in the trace. */
  readonly index: number;
  /** Virtual seconds. */
  readonly at: number;
  readonly task: number;
  readonly name: string;
  readonly verb: string;
  /** What it makes of its task, or that a resource was taken or given back, or an event of the program's own. */
  readonly mark: TaskMark | 'taken' | 'given' | 'own';
}

type Told = keyof typeof words.verbs;

const marks: Readonly<Record<Told, TapeEntry['mark']>> = {
  SPAWN: 'ready',
  SLEEP: 'waiting',
  BLOCK: 'holding',
  WORK: 'running',
  CONTEND: 'ready',
  PARK: 'waiting',
  YIELD: 'ready',
  CANCEL: 'cancelled',
  DONE: 'done',
  FAIL: 'failed',
  CANCELLED: 'cancelled',
  PUT: 'given',
  TAKE: 'taken',
  ACQUIRE: 'taken',
  RELEASE: 'given',
};

const told = new Map<number, Told>((Object.keys(words.verbs) as Told[]).map((name) => [Kind[name], name]));

/** Events that are looked at for each one that is shown: a task that becomes ready or gets its worker is not told. */
const LOOKED_AT = 8;

/** The last of the first `happened` events of a trace, the newest first, `most` at most. */
export function lastEvents(trace: Trace, happened: number, most: number, own: readonly string[]): TapeEntry[] {
  const entries: TapeEntry[] = [];
  const first = Math.max(0, happened - most * LOOKED_AT - LOOKED_AT);
  for (let index = happened - 1; index >= first && entries.length < most; index--) {
    const event = trace.at(index);
    const entry = event.task < 0 ? null : (kernelEntry(trace, event) ?? ownEntry(event, own));
    if (entry === null) continue;
    entries.push({ index, at: event.at, task: event.task, name: trace.taskName(event.task), ...entry });
  }
  return entries;
}

function kernelEntry({ names }: Trace, { kind, value }: TraceEvent): Pick<TapeEntry, 'verb' | 'mark'> | null {
  const name = told.get(kind);
  if (name === undefined) return null;
  const resource = value < 0 ? words.otherTasks : names.resources[value] || fill(words.someResource, { number: value });
  return { verb: fill(words.verbs[name], { span: lengthText(value), resource }), mark: marks[name] };
}

function ownEntry({ kind }: TraceEvent, own: readonly string[]): Pick<TapeEntry, 'verb' | 'mark'> | null {
  const event = own[kind - Kind.OWN];
  return event === undefined ? null : { verb: fill(words.own, { event }), mark: 'own' };
}
