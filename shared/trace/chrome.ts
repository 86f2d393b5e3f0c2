/**
 * A trace as Chrome Trace Event JSON, which Perfetto and chrome://tracing open: a thread for each task, a slice for
 * each state it is in, an instant for each event of the workload. Slices are whole microseconds, so that neighbours never overlap.
 *
 * Beside them, under a key of its own, stands the trace itself, event by event: what is read back is what was
 * written, bit for bit. Viewers skip a key that they do not know only after `traceEvents`, so it comes last.
 */
import { z } from 'zod';
import { InputError, problem, Problems } from '../scenario/problem.ts';
import { Slices } from './slices.ts';
import { CHUNK_EVENTS, Trace, type EventSink } from './trace.ts';
import type { Vocabulary } from './events.ts';

/** The version of the exact part that this program writes and reads. */
export const CHROME_VERSION = 1;

/** What goes into a file. */
export interface ChromeSource {
  readonly trace: Trace;
  readonly vocabulary: Vocabulary;
  /** What was run; kept as it is. */
  readonly scenario: unknown;
  /** The title of the whole: one process in a viewer. */
  readonly title: string;
  /** Virtual seconds up to which the run has gone; the last event when left out. */
  readonly until?: number;
}

/** What a file holds beyond its picture. */
export interface ChromeContent {
  readonly trace: Trace;
  readonly scenario: unknown;
}

/** The text of a file, in pieces: a long trace does not fit into one string. */
export function* encodeChrome(source: ChromeSource): Generator<string> {
  const { trace, scenario, title } = source;
  const slices = new Slices(trace, source.vocabulary);
  const process = { ph: 'M', pid: 1, name: 'process_name', args: { name: title } };
  yield `{"displayTimeUnit":"ms","traceEvents":[\n${JSON.stringify(process)}`;
  for (const [from, to] of pieces(trace)) {
    trace.feed(slices, from, to);
    yield slices.take();
  }
  slices.end(Math.max(source.until ?? 0, trace.endsAt));
  yield slices.take();
  const { tasks, resources } = trace.names;
  const named = (names: readonly string[]) => JSON.stringify(Array.from(names, (name) => name ?? null));
  yield `\n],"simul":{"version":${CHROME_VERSION},"scenario":${JSON.stringify(scenario ?? null)}`;
  yield `,"tasks":${named(tasks)},"resources":${named(resources)},"events":[`;
  const rows = new Rows();
  for (const [from, to] of pieces(trace)) {
    trace.feed(rows, from, to);
    yield rows.take();
  }
  yield '\n]}}\n';
}

/**
 * Reads what `encodeChrome` has written, or anybody who writes the same exact part.
 *
 * @throws InputError when the text is no JSON, has no exact part, or one that is not as it must be.
 */
export function decodeChrome(text: string): ChromeContent {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new InputError([problem('trace', text, `JSON (${(error as Error).message})`)]);
  }
  const result = fileSchema.safeParse(file);
  if (!result.success) {
    const problems = new Problems();
    problems.addFrom(result.error, file);
    throw new InputError(problems);
  }
  const { scenario, tasks, resources, events } = result.data.simul;
  const trace = new Trace();
  for (const [number, name] of tasks.entries()) if (name !== null) trace.name('task', number, name);
  for (const [number, name] of resources.entries()) if (name !== null) trace.name('resource', number, name);
  for (const [index, row] of events.entries()) {
    if (!isRow(row)) throw new InputError([problem(`simul.events.${index}`, row, ROW)]);
    const [at, kind, task, value, line] = row;
    trace.event(Number(at), kind, task, Number(value), line);
  }
  return { trace, scenario };
}

const names = z.array(z.string().nullable(), { error: 'a list of names, null where there is none' });

const fileSchema = z.object(
  {
    simul: z.object(
      {
        version: z.literal(CHROME_VERSION, { error: `${CHROME_VERSION}, the version that this program reads` }),
        scenario: z.unknown(),
        tasks: names,
        resources: names,
        events: z.array(z.unknown(), { error: 'a list of events' }),
      },
      { error: 'the exact part that Simul writes' },
    ),
  },
  { error: 'a trace that Simul wrote' },
);

const ROW = '[seconds, kind, task, value, line]';

/** JSON has no such numbers: they are written as words. */
const wordsForNumbers = ['NaN', 'Infinity', '-Infinity', '-0'];

type Row = [at: number | string, kind: number, task: number, value: number | string, line: number];

function isRow(row: unknown): row is Row {
  if (!Array.isArray(row) || row.length !== 5) return false;
  const [at, kind, task, value, line] = row as unknown[];
  const real = (x: unknown) => typeof x === 'number' || (typeof x === 'string' && wordsForNumbers.includes(x));
  const whole = (x: unknown, min: number, max: number) => Number.isInteger(x) && min <= Number(x) && Number(x) <= max;
  return real(at) && real(value) && whole(kind, 0, 255) && whole(task, -1, 2 ** 31 - 1) && whole(line, 0, 2 ** 16 - 1);
}

/** Writes events as rows of numbers, a line each. */
class Rows implements EventSink {
  #text = '';
  #first = true;

  event(at: number, kind: number, task: number, value: number, line: number): void {
    this.#text += `${this.#first ? '' : ','}\n[${exact(at)},${kind},${task},${exact(value)},${line}]`;
    this.#first = false;
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

function exact(x: number): string {
  return Number.isFinite(x) && !Object.is(x, -0) ? String(x) : `"${Object.is(x, -0) ? '-0' : String(x)}"`;
}

function* pieces(trace: Trace): Generator<[from: number, to: number]> {
  for (let from = 0; from < trace.length; from += CHUNK_EVENTS) {
    yield [from, Math.min(trace.length, from + CHUNK_EVENTS)];
  }
}
