/**
 * npm run bench [-- --runs N] [--only W3,W4a] [--slow]; npm run bench -- folds; npm run bench:page. The first: the kernel against SimPy and asyncio, on the same work, taken
 * in turns. A contender that is not on this machine is left out, and said to be.
 *
 * Every run is a process of its own. Those of the kernel repeat the work in it: the first time is the cold figure,
 * the median of the later ones the warm one, because the engine compiles what it runs while it runs it.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Trace } from '../../shared/trace/trace.ts';
import { foldFigures } from './folds.ts';
import { workloads, type Measurement } from './workloads.ts';

/** Least and most often the kernel repeats a workload in one process, and how long it may take, in seconds. */
const REPEATS = { least: 3, most: 6, seconds: 8 };
/** A contender that takes longer than this (seconds) is not run as often as the others, but for --slow. */
const PATIENCE = 15;

interface Figures {
  /** Millions per second in a process's first run of the workload. */
  readonly cold: number;
  /** Median of the later ones; the same as cold for contenders that do not repeat. */
  readonly warm: number;
  readonly seconds: number;
}

interface Contender {
  readonly name: string;
  run(workload: string): Figures;
}

const here = fileURLToPath(import.meta.url);
const python = resolve(import.meta.dirname, '../../tests/bench/python');

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const rate = ({ count, seconds }: Measurement): number => count / seconds / 1e6;

/** What a process of the kernel prints: the rates of its repeats. */
function repeat(workload: string, traced: boolean): void {
  const program = workloads[workload]!;
  const rates: number[] = [];
  let spent = 0;
  while (rates.length < REPEATS.least || (rates.length < REPEATS.most && spent < REPEATS.seconds)) {
    const measured = program(traced ? () => new Trace() : undefined);
    if (!measured.check) throw new Error(`${workload}: the simulation came to a wrong result`);
    rates.push(rate(measured));
    spent += measured.seconds;
  }
  process.stdout.write(JSON.stringify({ rates, seconds: spent }));
}

function kernel(name: string, ...flags: string[]): Contender {
  return {
    name,
    run(workload) {
      const printed = execFileSync(process.execPath, [here, '--one', workload, ...flags], { encoding: 'utf8' });
      const { rates, seconds } = JSON.parse(printed) as { rates: number[]; seconds: number };
      return { cold: rates[0]!, warm: median(rates.slice(1)), seconds };
    },
  };
}

function inPython(name: string, interpreter: string, script: string): Contender {
  return {
    name,
    run(workload) {
      const args = [resolve(python, script), workload];
      const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
      const printed = execFileSync(interpreter, args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] });
      const measured = JSON.parse(printed) as Measurement;
      if (!measured.check) throw new Error(`${name}, ${workload}: the simulation came to a wrong result`);
      return { cold: rate(measured), warm: rate(measured), seconds: measured.seconds };
    },
  };
}

/** The first interpreter that can import a module. */
function interpreterWith(module: string): string | null {
  for (const interpreter of ['python3', '/usr/bin/python3']) {
    try {
      execFileSync(interpreter, ['-c', `import ${module}`], { stdio: 'ignore' });
      return interpreter;
    } catch {
      // The next one may have it.
    }
  }
  return null;
}

function contenders(): Contender[] {
  const found = [kernel('simul'), kernel('with trace', '--trace')];
  for (const [name, script] of [
    ['simpy', 'simpy_bench.py'],
    ['asyncio', 'asyncio_bench.py'],
  ] as const) {
    const interpreter = interpreterWith(name);
    if (interpreter === null) process.stdout.write(`${name} is not on this machine; it is left out\n`);
    else found.push(inPython(name, interpreter, script));
  }
  return found;
}

function showFolds(): void {
  for (const figure of foldFigures()) process.stdout.write(`${JSON.stringify(figure)}\n`);
}

function compare(only: readonly string[], runs: number, slow: boolean): void {
  const all = contenders();
  const cells = (texts: readonly string[]) => texts.map((text) => text.padStart(12)).join('');
  const ratios = all.slice(2).map(({ name }) => `/ ${name}`);
  process.stdout.write(`millions per second, medians of ${runs} processes; the kernel cold and warm\n`);
  process.stdout.write(
    `${'workload'.padEnd(10)}${cells(['cold', 'warm', 'trace costs', ...all.slice(2).map((c) => c.name), ...ratios])}\n`,
  );
  for (const workload of only) {
    const results = all.map((): Figures[] => []);
    for (let run = 0; run < runs; run++) {
      for (const [index, contender] of all.entries()) {
        const done = results[index]!;
        if (!slow && done.length > 0 && done[0]!.seconds > PATIENCE) continue;
        done.push(contender.run(workload));
      }
    }
    const cold = median(results[0]!.map((figures) => figures.cold));
    const warm = median(results[0]!.map((figures) => figures.warm));
    const traced = median(results[1]!.map((figures) => figures.warm));
    const others = results.slice(2).map((figures) => median(figures.map((each) => each.warm)));
    const texts = [cold.toFixed(3), warm.toFixed(3), (warm / traced).toFixed(2)];
    texts.push(...others.map((other) => other.toFixed(3)));
    texts.push(...others.map((other) => `${(cold / other).toFixed(1)}-${(warm / other).toFixed(1)}`));
    process.stdout.write(`${workload.padEnd(10)}${cells(texts)}\n`);
  }
}

const { values, positionals } = parseArgs({
  options: {
    one: { type: 'string' },
    trace: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: Object.keys(workloads).join(',') },
    slow: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
  allowPositionals: true,
});
if (positionals[0] === 'page') await (await import('./page.ts')).pageBenchmark();
else if (positionals[0] === 'folds') showFolds();
else if (values.one !== undefined) repeat(values.one, values.trace);
else compare(values.only.split(','), Number(values.runs), values.slow);
