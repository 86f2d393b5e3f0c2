/** Who takes part in the benchmark. Each run is a process of its own that prints what it measured. */
import { execFileSync, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { compiled, compilerOf, programOf, quiet } from './compiled.ts';
import type { Printed } from './repeat.ts';

export interface Contender {
  readonly name: string;
  /** What it runs on, for the head of the table. */
  readonly version: string;
  /** Whether it takes so long over that workload that it is run for --slow alone. */
  readonly slow: (workload: string) => boolean;
  /** The runs of one process; the first is the cold one. */
  run(workload: string): Promise<Printed[]>;
}

const entry = resolve(import.meta.dirname, '../../out/bench/index.js');
const python = resolve(import.meta.dirname, '../../tests/bench/python');

function contender(
  name: string,
  version: string,
  command: string,
  args: (workload: string) => string[],
  slow: Contender['slow'] = () => false,
): Contender {
  return { name, version, slow, run: (workload) => printedBy(`${name}, ${workload}`, command, args(workload)) };
}

/** Runs a program to its end; what it printed, line by line. Rejects when it fails or came to a wrong result. */
function printedBy(what: string, command: string, args: readonly string[]): Promise<Printed[]> {
  return new Promise((done, fail) => {
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (code !== 0) return fail(new Error(`${what}: ended with ${signal ?? `exit code ${code}`}`));
      const runs = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Printed);
      if (!runs.every(({ check }) => check)) return fail(new Error(`${what}: the simulation came to a wrong result`));
      done(runs);
    });
  });
}

function kernel(name: string, ...flags: string[]): Contender {
  return contender(name, `Node ${process.version}`, process.execPath, (workload) => [
    entry,
    '--one',
    workload,
    ...flags,
  ]);
}

function compiledContenders(leftOut: (line: string) => void): Contender[] {
  const found: Contender[] = [];
  for (const [name, source] of Object.entries(compiled)) {
    const compiler = compilerOf(source);
    if (compiler === null) {
      leftOut(`no compiler for ${name} is on this machine; it is left out`);
      continue;
    }
    try {
      const program = programOf(source, compiler);
      found.push(contender(name, compiler.version, program, (workload) => [workload]));
    } catch (error) {
      leftOut(`${name} is left out: ${compiler.version} does not compile it (${String(error).split('\n')[0]})`);
    }
  }
  return found;
}

/** The workloads on which the Python contenders take seconds; the others take up to minutes. */
const quickInPython = new Set(['W2-cold', 'W3', 'W4b']);

function pythonContenders(leftOut: (line: string) => void): Contender[] {
  const found: Contender[] = [];
  for (const [name, script] of [
    ['simpy', 'simpy_bench.py'],
    ['asyncio', 'asyncio_bench.py'],
  ] as const) {
    const interpreter = interpreterWith(name);
    if (interpreter === null) leftOut(`${name} is not on this machine; it is left out`);
    else {
      const args = (workload: string) => [resolve(python, script), workload];
      found.push(
        contender(name, interpreter.version, interpreter.command, args, (workload) => !quickInPython.has(workload)),
      );
    }
  }
  return found;
}

/** The first interpreter that can import a module, and what it is. */
function interpreterWith(module: string): { command: string; version: string } | null {
  const script = `import platform, ${module}; print("Python", platform.python_version(), getattr(${module}, "__version__", ""))`;
  for (const command of ['python3', '/usr/bin/python3']) {
    try {
      return { command, version: execFileSync(command, ['-c', script], quiet).trim() };
    } catch {
      // The next one may have it.
    }
  }
  return null;
}

/** Everybody who is on this machine, the kernel first; `leftOut` is told who is not. */
export function contenders(leftOut: (line: string) => void): Contender[] {
  return [kernel('simul'), kernel('traced', '--trace'), ...compiledContenders(leftOut), ...pythonContenders(leftOut)];
}
