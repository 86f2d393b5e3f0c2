/**
 * The contenders that have to be compiled first. Their programs go into a folder of the dependencies' cache, named
 * after what they are made of, so that each is compiled once.
 */
import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const sources = join(root, 'tests/bench/cpp');
const cache = join(root, 'node_modules/.cache/bench');

/** How to ask a program what it is. */
export const quiet: ExecFileSyncOptionsWithStringEncoding = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };

interface Source {
  readonly file: string;
  readonly compilers: readonly string[];
  readonly flags: readonly string[];
}

export const compiled = {
  'C++20': { file: 'coroutines.cpp', compilers: ['c++', 'g++', 'clang++'], flags: ['-std=c++20', '-O2'] },
  C: { file: 'loop.c', compilers: ['cc', 'gcc', 'clang'], flags: ['-std=gnu11', '-O2'] },
} as const satisfies Record<string, Source>;

export interface Compiler {
  readonly command: string;
  /** The first line of what it says it is. */
  readonly version: string;
}

/** The first compiler of that language on this machine. */
export function compilerOf({ compilers }: Source): Compiler | null {
  for (const command of compilers) {
    try {
      return { command, version: execFileSync(command, ['--version'], quiet).split('\n')[0]! };
    } catch {
      // The next one may be there.
    }
  }
  return null;
}

/** Compiles a contender, unless that was done before; returns the path of its program. Throws what the compiler says. */
export function programOf(source: Source, compiler: Compiler): string {
  const hash = createHash('sha256').update([compiler.version, ...source.flags].join('\n'));
  for (const file of ['workload.h', source.file]) hash.update(readFileSync(join(sources, file)));
  const program = join(cache, `${source.file.split('.')[0]}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  const made = `${program}.${process.pid}`;
  execFileSync(compiler.command, [...source.flags, '-o', made, join(sources, source.file)], { encoding: 'utf8' });
  renameSync(made, program);
  return program;
}
