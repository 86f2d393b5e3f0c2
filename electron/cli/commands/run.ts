import { Deadlocked, Exit, report, say } from '../failure.ts';
import { runAndAdd } from '../figures/account.ts';
import { readLimits } from '../input/limits.ts';
import { request, scenarioOf, showsDeadlock } from '../input/scenario.ts';
import { oneOf } from '../input/values.ts';
import { clock } from '../output/clock.ts';
import { csvWriter, jsonLinesWriter, jsonWriter, traceWriter, type Writer } from '../output/formats.ts';
import { Progress } from '../output/progress.ts';
import { runTableWriter } from '../output/run-table.ts';
import { openSink, type Sink } from '../output/sink.ts';
import { sayUnretrieved } from '../output/unretrieved.ts';
import { pythonScript } from '../../../shared/listing/script.ts';
import type { RunOptions } from './options.ts';

const writers: Readonly<Record<string, (sink: Sink) => Writer>> = {
  table: runTableWriter,
  json: jsonWriter,
  jsonl: jsonLinesWriter,
  csv: csvWriter,
  trace: traceWriter,
};

/** `simul run`: one run, told in one format. Returns the exit code. */
export async function run(id: string, options: RunOptions): Promise<number> {
  const asked = request(id, options);
  const scenario = scenarioOf(asked);
  const limits = readLimits(options);
  const format = oneOf('--format', options.format, [...Object.keys(writers), 'python']);
  const sink = openSink(options.out);
  if (format === 'python') {
    const { title, texts } = asked.workload;
    await sink.write(pythonScript({ title, texts, scenario }));
    sink.close();
    return Exit.ok;
  }
  const writer = writers[format]!(sink);
  const progress = new Progress();
  const { run, account } = await runAndAdd(scenario, asked.workload, { limits, progress, listener: writer });
  progress.end();
  await writer.end(run, account);
  sink.close();
  sayUnretrieved(run);
  if (account.failure instanceof Deadlocked && showsDeadlock(asked.workload, options)) {
    say(account.failure.message);
    return Exit.ok;
  }
  if (account.failure !== null) return report(account.failure);
  if (account.cut === 'until') say(`stopped at ${clock(account.now)} of virtual time, as asked; the run is not over`);
  return Exit.ok;
}
