/** What an event of a trace says, in a sentence. The log, captions and live regions use the same ones. */
import { counted } from '../../shared/counted.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { Kind } from '../../shared/trace/kinds.ts';
import type { Trace, TraceEvent } from '../../shared/trace/trace.ts';
import { fieldText, type WorkloadEvent, type Vocabulary } from '../../shared/trace/events.ts';
import { en } from './en.ts';
import { fill, type Parts } from './fill.ts';
import { numberText, spanText } from './numbers.ts';

/** How a kind of program is told, where names of tasks and the workload's vocabulary are not enough. */
export interface Manner {
  /** What a task is called. Left out: its own name. */
  taskTitle?(task: number): string;
  /** What an event of the workload says, with the parts its sentence has gaps for; null for what its vocabulary has. */
  says?(event: TraceEvent, parts: Parts, scenario: Pick<Scenario, 'seed'>): string | null;
}

/** What a sentence is about. */
export interface Telling {
  readonly trace: Trace;
  readonly vocabulary: Vocabulary;
  readonly manner: Manner;
  readonly scenario: Pick<Scenario, 'seed' | 'edits'>;
  /** Says what an edit changes. */
  readonly change?: (edit: Scenario['edits'][number]) => string;
  /** What events of the kernel say in place of their usual sentences, by kind. */
  readonly texts?: ReadonlyMap<number, string>;
}

/** Fields of workload events that are spans of virtual time. */
const spans: readonly string[] = ['seconds', 'waited', 'took', 'late'];

type KernelKind = Exclude<keyof typeof Kind, 'FIELD' | 'OWN'>;

const kernelKinds = Object.entries(Kind).filter(([name]) => name !== 'FIELD' && name !== 'OWN');
const kernelTexts = new Map(kernelKinds.map(([name, kind]) => [kind, en.events.kernel[name as KernelKind]]));

/**
 * Event number `index` in a sentence. Fields of a workload event belong to it and have none: ''. Neither has an event
 * that the trace holds no longer, because something was changed before it.
 */
export function sentenceAt(telling: Telling, index: number): string {
  if (index >= telling.trace.length) return '';
  const event = telling.trace.at(index);
  if (event.kind === Kind.FIELD) return '';
  const own = telling.vocabulary[event.kind - Kind.OWN];
  if (own !== undefined) return ownSentence(telling, index, event, own);
  const text = telling.texts?.get(event.kind) ?? kernelTexts.get(event.kind as Kind) ?? en.events.plainKind;
  return fill(text, { ...kernelParts(telling, event), ...gapParts(telling.trace, index, event) });
}

/** What a task is called in sentences. */
export function taskTitle({ trace, manner }: Pick<Telling, 'trace' | 'manner'>, task: number): string {
  if (task < 0) return en.events.kernelItself;
  return manner.taskTitle?.(task) ?? trace.taskName(task);
}

function kernelParts(telling: Telling, { kind, task, value }: TraceEvent): Parts {
  const { trace, scenario, change } = telling;
  const edit = kind === Kind.EDIT ? scenario.edits[value] : undefined;
  return {
    kind,
    value: numberText(value),
    span: spanText(value),
    who: taskTitle(telling, task),
    by: kind === Kind.CANCEL || kind === Kind.SPAWN ? taskTitle(telling, value) : '',
    resource: trace.names.resources[value] ?? en.events.someResource,
    change: edit !== undefined && change !== undefined ? change(edit) : en.events.someChange,
  };
}

/** How many events are left out of a gap, and until when: its last event says. */
function gapParts(trace: Trace, index: number, { kind, value }: TraceEvent): Parts {
  if (kind !== Kind.GAP) return {};
  const last = Math.max(index, Math.min(trace.length, index + value) - 1);
  return { count: counted(trace.at(last).value), until: spanText(trace.at(last).at - trace.at(index).at) };
}

function ownSentence(telling: Telling, index: number, event: TraceEvent, own: WorkloadEvent): string {
  const { trace, manner, scenario } = telling;
  const who = taskTitle(telling, event.task);
  const fields = fieldsOf(trace, index, event, own);
  const parts: Parts = { ...fields, who, event: own.event, span: spanText(event.value), board: event.task };
  return fill(manner.says?.(event, parts, scenario) ?? own.says, parts);
}

/** The fields of a workload event by name: its own value, and those of the events behind it. */
function fieldsOf(
  trace: Trace,
  index: number,
  { value }: TraceEvent,
  { fields }: WorkloadEvent,
): Record<string, string> {
  const found: Record<string, string> = {};
  let number = value;
  for (const [place, field] of fields.entries()) {
    if (place > 0) {
      const next = index + place < trace.length ? trace.at(index + place) : null;
      if (next?.kind !== Kind.FIELD) break;
      number = next.value;
    }
    if (typeof field === 'string') found[field] = spans.includes(field) ? spanText(number) : numberText(number);
    else found[field.name] = fieldText(field, number, trace.names.resources);
  }
  return found;
}
