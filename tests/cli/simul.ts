import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { ensure, root } from '../../scripts/ensure.mjs';

/** The program that bin/simul.mjs starts once the build is up to date. */
export const program = join(root, 'out/cli/index.js');

/** What a process left. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Processes take their time on a busy machine. */
const TIMEOUT_MS = 60_000;

/** Brings the build up to date once, before the tests of a file. */
export function useBuild(): void {
  vi.setConfig({ testTimeout: TIMEOUT_MS, hookTimeout: 2 * TIMEOUT_MS });
  beforeAll(() => ensure());
}

/** A folder for the files of a test file, removed after it. */
export function useFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'simul-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
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

/** Runs the command line to its end. */
export function simul(...args: string[]): Promise<Ended> {
  return ended(start(args));
}

const AT_ONCE = 4;

/** Runs many command lines, a few at a time, and returns what they left in their order. */
export async function simulAll(lines: readonly (readonly string[])[]): Promise<Ended[]> {
  const results: Ended[] = [];
  const queue = lines.entries();
  const worker = async () => {
    for (const [i, args] of queue) results[i] = await simul(...args);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
