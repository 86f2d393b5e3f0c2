/**
 * npm run bench: the kernel against everybody on this machine who does the same work, taken in turns. See README.md
 * for its options. `npm run bench -- folds` and `npm run bench:page` measure the folds and the page.
 */
import { writeFileSync } from 'node:fs';
import { main, type KernelOptions } from './command-line.ts';
import { contenders } from './contenders.ts';
import { rowsOf } from './figures.ts';
import { foldFigures } from './folds.ts';
import { chosen, commitOf, comparison, keep, machineOf, readHistory, type Kept } from './history.ts';
import { repeat } from './repeat.ts';
import { runRounds } from './rounds.ts';
import { tables } from './tables.ts';

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function kernel(options: KernelOptions): Promise<void> {
  const { one, trace, only, rounds, seconds, slow } = options;
  if (one !== undefined) return repeat(one, trace);
  // Before the work: whether there is something to compare with.
  const then = options.compare || options.with !== '' ? chosen(readHistory(), options.with) : null;

  const without = new Set(options.without);
  const all = contenders(say).filter(({ name }) => !without.has(name) || name === 'simul' || name === 'traced');
  const results = await runRounds(all, { workloads: only, rounds, seconds, slow, progress: say });
  const rows = rowsOf(results);
  const machine = machineOf(Object.fromEntries(all.map(({ name, version }) => [name, version])));
  const on = new Date().toISOString().slice(0, 10);
  const kept: Kept = { name: options.keep ?? 'this run', on, commit: commitOf(), machine, rows };

  process.stdout.write(`${machine.cpu}, ${machine.cores} cores; commit ${kept.commit}\n`);
  process.stdout.write(`${all.map(({ name, version }) => `${name}: ${version}`).join('\n')}\n\n`);
  process.stdout.write(tables(rows, all.map(({ name }) => name))); // prettier-ignore
  if (then !== null) process.stdout.write(`\n${comparison(rows, machine, then)}`);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(kept, null, 1)}\n`);
  if (options.keep !== undefined) keep(kept);
}

process.exitCode = await main(process.argv.slice(2), {
  kernel,
  page: async (options) => (await import('./page.ts')).pageBenchmark(options),
  folds: () => {
    for (const figure of foldFigures()) console.log(JSON.stringify(figure));
  },
});
