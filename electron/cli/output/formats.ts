import type { Run } from '../../session/run.ts';
import { encodeChrome } from '../../../shared/trace/chrome.ts';
import { Kind } from '../../../shared/trace/kinds.ts';
import { LogReader, type LogEntry } from '../../../shared/trace/log.ts';
import type { Trace } from '../../../shared/trace/trace.ts';
import { Failure } from '../failure.ts';
import type { Account, Listener } from '../figures/account.ts';
import { csvLine } from '../../../shared/csv.ts';
import { datum } from '../../../shared/datum.ts';
import { resultOf } from './result.ts';
import type { Sink } from './sink.ts';

/** Writes a run in one format: as it goes, or at its end. */
export interface Writer extends Listener {
  end(run: Run, account: Account): Promise<void>;
}

/** A trace of more events than this is not kept whole: a gigabyte is enough. */
const KEPT_EVENTS_MAX = 40_000_000;
const PIECE_EVENTS = 1 << 14;

/** One JSON object: what was run, what came out, the log. */
export function jsonWriter(sink: Sink): Writer {
  return {
    ...keeping('json'),
    async end(run, account) {
      const head = JSON.stringify(resultOf(account, run.workload));
      await sink.write(`${head.slice(0, -1)},"log":[`);
      let first = true;
      for (const entries of logPieces(run, 0)) {
        if (entries.length === 0) continue;
        await sink.write(
          entries.map((entry, i) => `${first && i === 0 ? '' : ','}\n${JSON.stringify(entry)}`).join(''),
        );
        first = false;
      }
      await sink.write('\n]}\n');
    },
  };
}

/** One log entry a line. */
export function jsonLinesWriter(sink: Sink): Writer {
  return {
    async slice(run, from) {
      for (const entries of logPieces(run, from)) {
        if (entries.length > 0) await sink.write(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      }
    },
    end: async () => {},
  };
}

/** One log entry a line of RFC 4180, with every field that the workload has a word for. */
export function csvWriter(sink: Sink): Writer {
  let header = true;
  return {
    async slice(run, from) {
      const own = run.workload.vocabulary.flatMap(({ fields }) => fields);
      const fields = ['t', 'task', 'event', ...own.map((field) => (typeof field === 'string' ? field : field.name))];
      const columns = [...new Set(fields)];
      if (header) await sink.write(csvLine(columns));
      header = false;
      for (const entries of logPieces(run, from)) {
        const lines = entries.map((entry) => csvLine(columns.map((column) => entry[column])));
        if (lines.length > 0) await sink.write(lines.join(''));
      }
    },
    end: async () => {},
  };
}

/** Chrome Trace Event JSON. */
export function traceWriter(sink: Sink): Writer {
  return {
    ...keeping('trace'),
    async end(run, { scenario, now }) {
      const { trace, workload } = run;
      const title = `${workload.title}, ${scenario.model}`;
      for (const piece of encodeChrome({ trace, vocabulary: workload.vocabulary, scenario, title, until: now })) {
        await sink.write(piece);
      }
    },
  };
}

function keeping(format: string): Listener {
  return {
    keepsTrace: true,
    slice({ trace }) {
      if (trace.length <= KEPT_EVENTS_MAX) return;
      const limit = `${KEPT_EVENTS_MAX} events, the most that --format ${format} keeps`;
      throw new Failure(`the trace has grown beyond ${limit}; jsonl and csv have no limit, --until ends a run earlier`);
    },
  };
}

/** The log from an event on, in pieces. */
function* logPieces({ trace, workload }: Run, from: number): Generator<LogEntry[]> {
  const reader = new LogReader(trace, workload.vocabulary, datum);
  for (let at = from; at < trace.length;) {
    const to = endOfPiece(trace, at + PIECE_EVENTS);
    trace.feed(reader, at, to);
    yield reader.take();
    at = to;
  }
}

/** The fields of an event follow it: they stay together. */
function endOfPiece(trace: Trace, to: number): number {
  let end = to;
  while (end < trace.length && trace.at(end).kind === Kind.FIELD) end++;
  return Math.min(end, trace.length);
}
