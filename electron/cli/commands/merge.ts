import { InputError, problem } from '../../../shared/scenario/problem.ts';
import type { Journal } from '../../experiment/journal.ts';
import { Exit } from '../failure.ts';
import { oneOf } from '../input/values.ts';
import { figure } from '../output/clock.ts';
import { openSink } from '../output/sink.ts';
import { sweepFormats, type SweepFormatName } from '../output/sweep-formats.ts';
import { askedFrom } from '../sweep/asked.ts';
import { wordOf } from '../sweep/conduct.ts';
import { readShardFile, sameSweep } from '../sweep/keep.ts';
import type { UnitRecord } from '../../../shared/experiment/record.ts';
import { write } from './sweep.ts';

export interface MergeOptions {
  readonly format?: string;
  readonly out?: string;
}

/** `simul merge`: puts the shards of a sweep together, to what one process would have written. Returns the exit code. */
export async function merge(files: readonly string[], { format, out }: MergeOptions): Promise<number> {
  const parts = files.map((file) => ({ file, ...readShardFile(file) }));
  const { heading } = parts[0]!;
  const from = new Map<number, { journal: Journal<UnitRecord>; file: string }>();
  for (const { file, journal, heading: own } of parts) {
    if (!sameSweep(heading, own))
      throw new InputError([problem('file', file, `a shard of the same sweep as ${files[0]}`)]);
    for (const unit of journal.units) {
      const other = from.get(unit);
      if (other !== undefined)
        throw new InputError([problem('file', file, `another shard than that in ${other.file}`)]);
      from.set(unit, { journal, file });
    }
  }
  const asked = askedFrom(heading.task);
  const { units } = asked.plan;
  if (from.size < units) {
    const there = `${figure(from.size)} of ${figure(units)} ${wordOf(asked)}`;
    const shards = parts.map(({ heading: { shard } }) => `${shard.number}/${shard.of}`);
    throw new InputError([problem('files', there, `all shards of the sweep, whole; these are ${shards.join(', ')}`)]);
  }
  const chosen = oneOf('--format', format ?? heading.format, Object.keys(sweepFormats) as SweepFormatName[]);
  const sink = openSink(out);
  const records = (async function* () {
    for (let unit = 0; unit < units; unit++) yield from.get(unit)!.journal.get(unit);
  })();
  await write(asked, chosen, records, sink);
  sink.close();
  return Exit.ok;
}
