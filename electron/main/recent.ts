import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { messageOf } from '../../shared/message-of.ts';
import { writeStateFile } from './state-file.ts';

/** How many files are remembered. */
const MOST = 8;
const PATH_MAX = 4096;

/** The files that were opened or saved last, the last one first; kept in a file. */
export class Recent {
  readonly #file: string;
  readonly #changed: () => void;
  #paths: readonly string[];
  /** What is wrong with the file, in a line; null where nothing is. */
  readonly problem: string | null;

  constructor(file: string, changed: () => void) {
    this.#file = file;
    this.#changed = changed;
    const { paths, problem } = read(file);
    this.#paths = paths;
    this.problem = problem;
  }

  get paths(): readonly string[] {
    return this.#paths;
  }

  add(path: string): void {
    this.#set([path, ...this.#paths.filter((each) => each !== path)].slice(0, MOST));
  }

  /** Forgets one that is no longer there. */
  remove(path: string): void {
    this.#set(this.#paths.filter((each) => each !== path));
  }

  clear(): void {
    this.#set([]);
  }

  #set(paths: readonly string[]): void {
    this.#paths = paths;
    writeStateFile(this.#file, paths);
    this.#changed();
  }
}

function read(file: string): { paths: readonly string[]; problem: string | null } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { paths: [], problem: null };
    return { paths: [], problem: `The list of recent files cannot be read: ${messageOf(error)}.` };
  }
  try {
    const paths = JSON.parse(text) as unknown;
    if (Array.isArray(paths) && paths.every(isPath)) return { paths: paths.slice(0, MOST), problem: null };
  } catch {
    // It is no JSON at all.
  }
  return { paths: [], problem: `The list of recent files is broken and begins anew: ${file}.` };
}

function isPath(given: unknown): given is string {
  return typeof given === 'string' && given.length <= PATH_MAX && isAbsolute(given);
}
