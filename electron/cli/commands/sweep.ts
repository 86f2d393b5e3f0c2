import { rmSync } from 'node:fs';
import { Pace } from '../../experiment/pace.ts';
import { sealed, type Journal } from '../../experiment/journal.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { Exit, say } from '../failure.ts';
import { onInterrupt } from '../guard.ts';
import { oneOf, wholeNumber } from '../input/values.ts';
import { figure } from '../output/clock.ts';
import { checkOut } from '../output/atomic.ts';
import { openSink, type Sink } from '../output/sink.ts';
import { sweepFormats, type SweepFormatName } from '../output/sweep-formats.ts';
import { askFirst, checkPoints } from '../sweep/check.ts';
import { readAsked, type Asked } from '../sweep/asked.ts';
import { conduct, wordOf } from '../sweep/conduct.ts';
import { attempt, heading, journalPath, openJournal } from '../sweep/keep.ts';
import { pointsOf } from '../../../shared/experiment/points.ts';
import { readShard, sizeOf, unitsOf, WHOLE, type Shard } from '../sweep/shard.ts';
import type { UnitRecord } from '../../../shared/experiment/record.ts';
import type { SweepOptions } from './options.ts';

const JOBS_MAX = 256;

/** `simul sweep`: the same comparison at each point of one axis or two. Returns the exit code. */
export async function sweep(what: string, options: SweepOptions): Promise<number> {
  const asked = readAsked(what, options);
  const format = oneOf('--format', options.format, Object.keys(sweepFormats) as SweepFormatName[]);
  const jobs = options.jobs === undefined ? null : wholeNumber('--jobs', options.jobs, 1, JOBS_MAX);
  const shard = options.shard === undefined ? WHOLE : readShard(options.shard);
  const toFile = options.out !== undefined && options.out !== '-';
  if (options.shard !== undefined && !toFile) {
    throw new InputError([problem('--out', options.out, 'a file, to which a shard is written for simul merge')]);
  }
  await checkPoints(asked);
  await askFirst(asked, options.yes === true, jobs);
  if (!toFile) await straight(asked, format, jobs);
  else await kept(asked, { out: options.out, format, jobs, shard, part: options.shard !== undefined });
  return Exit.ok;
}

/** Results go to standard output as they come, in their order. */
async function straight(asked: Asked, format: SweepFormatName, jobs: number | null): Promise<void> {
  const { plan } = asked;
  const pace = new Pace(plan.units);
  const written = format === 'csv' ? 'their rows are written' : 'nothing was written; --out FILE keeps what is done';
  const told = onInterrupt(
    () => `${figure(pace.done)} of ${figure(plan.units)} ${wordOf(asked)} were done, ${written}`,
  );
  const how = { units: unitsOf(plan.units, WHOLE), count: plan.units, before: 0, jobs, ordered: true, pace };
  const sink = openSink(undefined);
  await write(asked, format, conduct(asked, how), sink);
  sink.close();
  told();
}

interface Kept {
  readonly out: string;
  readonly format: SweepFormatName;
  readonly jobs: number | null;
  readonly shard: Shard;
  /** Whether only this part is written, for `merge`. */
  readonly part: boolean;
}

/** Results go to a journal beside the file as they come; the file is written from it when all are there. */
async function kept(asked: Asked, { out, format, jobs, shard, part }: Kept): Promise<void> {
  checkOut(out);
  const { plan, task } = asked;
  const top = heading(task, shard, format);
  const journal = openJournal(out, top);
  const path = journalPath(out);
  const total = sizeOf(plan.units, shard);
  const words = wordOf(asked);
  if (journal.size > 0) say(`going on with ${path}: ${figure(journal.size)} of ${figure(total)} ${words} are there`);
  const state = () =>
    `${figure(journal.size)} of ${figure(total)} ${words} are kept in ${path}; the same command goes on from there`;
  const told = onInterrupt(state);
  const pending = function* () {
    for (const unit of unitsOf(plan.units, shard)) if (!journal.has(unit)) yield unit;
  };
  const before = journal.size;
  const pace = new Pace(total, before);
  const how = { units: pending(), count: total - before, before, jobs, ordered: false, pace };
  for await (const record of conduct(asked, how)) attempt(path, () => journal.put(record), `; ${state()}`);
  const sink = openSink(out);
  if (part) await writePart(top, journal, unitsOf(plan.units, shard), sink);
  else await write(asked, format, inUnitOrder(journal, unitsOf(plan.units, shard)), sink);
  sink.close();
  journal.close();
  rmSync(path);
  told();
}

/** Writes a sweep in a format. */
export async function write(
  asked: Asked,
  format: SweepFormatName,
  records: AsyncIterable<UnitRecord>,
  sink: Sink,
): Promise<void> {
  const points = pointsOf(asked.plan, records);
  for await (const text of sweepFormats[format](asked, points, sink.look)) await sink.write(text);
}

async function writePart(
  top: unknown,
  journal: Journal<UnitRecord>,
  units: Iterable<number>,
  sink: Sink,
): Promise<void> {
  await sink.write(sealed(top));
  for (const unit of units) await sink.write(sealed(journal.get(unit)));
}

async function* inUnitOrder(journal: Journal<UnitRecord>, units: Iterable<number>): AsyncGenerator<UnitRecord> {
  for (const unit of units) yield journal.get(unit);
}
