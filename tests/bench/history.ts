/**
 * The kept history: one line of JSON for each benchmark that somebody found worth keeping, with the commit it was
 * taken at and the kind of machine. It says nothing by which the machine itself could be found.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { verdictOf, type Row } from './figures.ts';
import { table } from './tables.ts';

const root = resolve(import.meta.dirname, '../..');
export const HISTORY = resolve(root, 'tests/bench/history.jsonl');

/** What a figure depends on besides the code. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly gigabytes: number;
  readonly versions: Readonly<Record<string, string>>;
}

export interface Kept {
  readonly name: string;
  /** The day it was taken. */
  readonly on: string;
  readonly commit: string;
  readonly machine: Machine;
  readonly rows: readonly Row[];
}

export function machineOf(versions: Readonly<Record<string, string>>): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    versions,
  };
}

/** The commit that is checked out, with a plus where files differ from it. */
export function commitOf(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain', '-uno') === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}

export function readHistory(path = HISTORY): Kept[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Kept);
}

export function keep(kept: Kept, path = HISTORY): void {
  appendFileSync(path, `${JSON.stringify(kept)}\n`);
}

/** The last benchmark kept, or the last of that name or commit. Throws when there is none. */
export function chosen(history: readonly Kept[], name: string): Kept {
  const found = history.findLast((kept) => name === '' || kept.name === name || kept.commit === name);
  if (found !== undefined) return found;
  throw new Error(name === '' ? 'no benchmark has been kept yet' : `no benchmark called ${name} has been kept`);
}

const times = (now: number | null, then: number | null) =>
  now === null || then === null ? '-' : `${then.toFixed(2)} > ${now.toFixed(2)} (${(now / then).toFixed(2)}x)`;

/** This run against a kept one: ratios, which other machines share, and speeds, which count on the same machine only. */
export function comparison(now: readonly Row[], machine: Machine, then: Kept): string {
  const head = [`than ${then.name}`, 'to C++20', 'cold/warm', 'trace costs', 'warm millions/s'];
  const lines = now.flatMap((row) => {
    const before = then.rows.find(({ workload }) => workload === row.workload);
    if (before === undefined) return [];
    const [a, b] = [verdictOf(row), verdictOf(before)];
    const speed = times(row.contenders['simul']!.warm, before.contenders['simul']!.warm);
    return [[row.workload, times(a.warm, b.warm), times(a.start, b.start), times(a.trace, b.trace), speed]];
  });
  const same = JSON.stringify(machine) === JSON.stringify(then.machine);
  const note = `${then.name}: ${then.on}, commit ${then.commit}, ${then.machine.cpu}${
    same ? '' : '; another machine or other versions, so only the ratios compare'
  }\n`;
  return `${table([head, ...lines])}${note}`;
}
