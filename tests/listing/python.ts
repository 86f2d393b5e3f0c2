// The tests' Python: started anew, as a reader of a script starts it, or forked from one that is there, which takes a
// tenth of the time.
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a script left. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const asked = 'import sys; sys.version_info < (3, 9) or print(sys.executable)';
/** The interpreter itself, without what looks for it; empty where there is none, or an old one. */
export const python = (spawnSync('python3', ['-c', asked], { encoding: 'utf8' }).stdout ?? '').trim();

const TIMEOUT_MS = 60_000;

/** Runs a script as one runs it. */
export function runAlone(file: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { maxBuffer: 2 ** 26, timeout: TIMEOUT_MS };
    const child = execFile(python, ['-W', 'ignore', file, ...args], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** A Python that forks a process for each script, where the system can fork. */
export class Forks {
  readonly #waiting: ((code: number) => void)[] = [];
  #process: ChildProcess | null = null;

  /** Runs a script in a process of its own. */
  async run(file: string, ...args: string[]): Promise<Ended> {
    if (process.platform === 'win32') return runAlone(file, ...args);
    this.#process ??= this.#start();
    const number = this.#waiting.length;
    this.#process.stdin!.write(`${JSON.stringify([number, file, args])}\n`);
    const code = await new Promise<number>((resolve) => (this.#waiting[number] = resolve));
    return { code, stdout: readFileSync(`${file}.out`, 'utf8'), stderr: readFileSync(`${file}.err`, 'utf8') };
  }

  end(): void {
    this.#process?.stdin!.end();
  }

  #start(): ChildProcess {
    const file = join(import.meta.dirname, 'forks.py');
    const child = spawn(python, ['-W', 'ignore', file], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface(child.stdout).on('line', (line) => {
      const [number, code] = JSON.parse(line) as [number, number];
      this.#waiting[number]!(code);
    });
    return child;
  }
}
