import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { ensure, root } from '../../scripts/ensure.mjs';
import { runHere, type Left } from './in-process.ts';

/** The program that bin/simul.mjs starts once the build is up to date. */
export const program = join(root, 'out/cli/index.js');

/** What a process left. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Brings the build up to date once, before the tests of a file that starts processes. */
export function useBuild(): void {
  beforeAll(() => ensure());
}

/** Starts the command line as a process of its own, away from any terminal. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  const { NO_COLOR: _, COLUMNS: __, LC_ALL: ___, ...inherited } = process.env;
  return spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...inherited, LANG: 'C.UTF-8', ...env },
  });
}

/** Waits for a process to end; what it says meanwhile is collected. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs the command line as a process of its own, to its end. */
export function simulAlone(...args: string[]): Promise<Ended> {
  return ended(start(args));
}

/** As many processes at once as keep the processors busy. */
const AT_ONCE = 4;

/** Runs many command lines as processes, a few at a time, and returns what they left in their order. */
export async function allAlone(lines: readonly (readonly string[])[]): Promise<Ended[]> {
  const results: Ended[] = [];
  const queue = lines.entries();
  const worker = async () => {
    for (const [i, args] of queue) results[i] = await simulAlone(...args);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/**
 * Runs the command line to its end, in this process: what it reads and writes is the same, and it starts at once. What
 * needs a process - signals, threads, streams that break - is started; `built.test.ts` holds the two together.
 */
export function simul(...args: string[]): Promise<Left> {
  return runHere(args);
}

/** Runs many command lines, and returns what they left in their order. */
export function simulAll(lines: readonly (readonly string[])[]): Promise<Left[]> {
  return Promise.all(lines.map((args) => runHere(args)));
}
