import { STEPS_MAX } from '../../session/run.ts';
import { LogReader, type LogEntry } from '../../../shared/trace/log.ts';
import { messageOf } from '../../../shared/message-of.ts';
import { runAndAdd } from '../figures/account.ts';
import { Deadlocked } from '../failure.ts';
import type { Progress } from '../output/progress.ts';
import type { Case } from './case.ts';
import { differences } from './differences.ts';
import type { Difference } from './same.ts';

/** Runs a case again and says in what it differs. */
export async function verifyCase(given: Case, progress?: Progress): Promise<Difference[]> {
  const { scenario, workload, until } = given;
  const log: LogEntry[] = [];
  let reader: LogReader | undefined;
  const { account } = await runAndAdd(scenario, workload, {
    limits: { until, steps: STEPS_MAX },
    listener: {
      slice({ trace }, from) {
        reader ??= new LogReader(trace, workload.vocabulary);
        trace.feed(reader, from);
        // The trace is let go: a case may be long.
        for (const entry of reader.take()) log.push(entry);
      },
    },
    ...(progress === undefined ? {} : { progress }),
  });
  const found = differences(given, { ...account, log });
  const asExpected = account.failure instanceof Deadlocked && given.ending === 'deadlock';
  if (account.failure === null || asExpected) return found;
  return [{ what: 'end of the run', expected: undefined, got: messageOf(account.failure) }, ...found];
}
