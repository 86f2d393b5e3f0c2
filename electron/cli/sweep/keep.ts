import { rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { Journal } from '../../experiment/journal.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { messageOf } from '../../../shared/message-of.ts';
import { Failure } from '../failure.ts';
import type { Shard } from './shard.ts';
import type { SweepTask } from '../../../shared/experiment/task.ts';
import type { UnitRecord } from '../../../shared/experiment/record.ts';

/** The version of journals that this program writes and reads. */
const VERSION = 1;

const ENDING = '.journal';
/** What most file systems allow. */
const NAME_BYTES_MAX = 255;

const headingSchema = z.strictObject({
  simul: z.literal('sweep'),
  version: z.literal(VERSION),
  task: z.unknown(),
  shard: z.strictObject({ number: z.int().min(1), of: z.int().min(1) }),
  format: z.string(),
});

/** What stands at the top of a journal, and of a shard's file. */
export interface Heading {
  readonly simul: 'sweep';
  readonly version: typeof VERSION;
  readonly task: SweepTask;
  readonly shard: Shard;
  /** The format that was asked for, which `merge` writes unless it is told otherwise. */
  readonly format: string;
}

export function heading(task: SweepTask, shard: Shard, format: string): Heading {
  return { simul: 'sweep', version: VERSION, task, shard, format };
}

/** Whether two headings are of the same sweep. */
export function sameSweep(a: Heading, b: Heading): boolean {
  return textOf(a.task) === textOf(b.task);
}

/** Where a sweep keeps what is done, until all of it is. */
export function journalPath(out: string): string {
  const name = basename(out);
  const fits = Buffer.byteLength(name) + ENDING.length <= NAME_BYTES_MAX;
  // A name as long as names can be has no room for an ending; a checksum keeps what is cut off apart.
  const stem = fits ? name : `${name.slice(0, 40)}-${crc32(name).toString(16)}`;
  return join(dirname(out), `${stem}${ENDING}`);
}

/**
 * The journal beside a file: the one that is there, if it is of this sweep, else a new one.
 *
 * @throws InputError when another sweep's is there.
 */
export function openJournal(out: string, asked: Heading): Journal<UnitRecord> {
  const path = journalPath(out);
  return attempt(path, () => {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there === undefined) return Journal.begin<UnitRecord>(path, asked);
    if (!there.isFile()) throw new InputError([problem('--out', out, `another file: ${path} is no regular file`)]);
    const found = Journal.open<UnitRecord>(path, 'r+');
    // A journal without a whole heading holds nothing.
    if (found === null) {
      rmSync(path);
      return Journal.begin<UnitRecord>(path, asked);
    }
    const own = readHeading(found.heading);
    const same = own !== null && sameSweep(own, asked) && textOf(own.shard) === textOf(asked.shard);
    if (same) return found;
    throw new InputError([
      problem('--out', out, `another file, or ${path} removed: it holds another sweep, not finished`),
    ]);
  });
}

/** A shard's file, or a journal, with its heading. */
export function readShardFile(path: string): { journal: Journal<UnitRecord>; heading: Heading } {
  const refuse = (limit: string) => new InputError([problem('file', path, limit)]);
  let journal: Journal<UnitRecord> | null;
  try {
    // A pipe has no end that anybody could wait for.
    if (!statSync(path).isFile()) throw refuse('a regular file');
    journal = Journal.open<UnitRecord>(path, 'r');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw refuse(code === 'ENOENT' ? 'a file that is there' : `a file that can be read (${code ?? messageOf(error)})`);
  }
  const heading = journal === null ? null : readHeading(journal.heading);
  if (journal === null || heading === null) throw refuse('a file that simul sweep --shard has written');
  return { journal, heading };
}

/** Does something with a journal, and says what happened when the disk is full or the file is gone. */
export function attempt<T>(path: string, job: () => T, kept = ''): T {
  try {
    return job();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined || error instanceof InputError) throw error;
    throw new Failure(`${path} cannot be written: ${messageOf(error)}${kept}`);
  }
}

function readHeading(value: unknown): Heading | null {
  const result = headingSchema.safeParse(value);
  return result.success ? (result.data as Heading) : null;
}

function textOf(value: unknown): string {
  return JSON.stringify(value);
}
