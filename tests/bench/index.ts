/**
 * npm run bench: the kernel against everybody on this machine who does the same work, taken in turns. See README.md
 * for its options. `npm run bench -- folds` and `npm run bench:page` measure the folds and the page.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contenders } from './contenders.ts';
import { rowsOf } from './figures.ts';
import { foldFigures } from './folds.ts';
import { chosen, commitOf, comparison, keep, machineOf, readHistory, type Kept } from './history.ts';
import { repeat } from './repeat.ts';
import { runRounds } from './rounds.ts';
import { tables } from './tables.ts';
import { workloads } from './workloads.ts';

const { values, positionals } = parseArgs({
  options: {
    one: { type: 'string' },
    trace: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '240' },
    only: { type: 'string', default: Object.keys(workloads).join(',') },
    without: { type: 'string', default: '' },
    slow: { type: 'boolean', default: false },
    json: { type: 'string' },
    keep: { type: 'string' },
    compare: { type: 'boolean', default: false },
    with: { type: 'string', default: '' },
  },
  allowPositionals: true,
});

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function bench(): Promise<void> {
  const only = values.only.split(',');
  const unknown = only.find((name) => workloads[name] === undefined);
  if (unknown !== undefined)
    throw new Error(`--only ${unknown}: the workloads are ${Object.keys(workloads).join(', ')}`);
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
  if (!(Number.isInteger(rounds) && rounds >= 1)) throw new Error(`--rounds ${values.rounds}: at least 1 is needed`);
  if (!(seconds > 0)) throw new Error(`--seconds ${values.seconds}: more than 0 is needed`);
  // Before the work: whether there is something to compare with.
  const then = values.compare || values.with !== '' ? chosen(readHistory(), values.with) : null;

  const without = new Set(values.without.split(','));
  const all = contenders(say).filter(({ name }) => !without.has(name) || name === 'simul' || name === 'traced');
  const results = await runRounds(all, { workloads: only, rounds, seconds, slow: values.slow, progress: say });
  const rows = rowsOf(results);
  const machine = machineOf(Object.fromEntries(all.map(({ name, version }) => [name, version])));
  const on = new Date().toISOString().slice(0, 10);
  const kept: Kept = { name: values.keep ?? 'this run', on, commit: commitOf(), machine, rows };

  process.stdout.write(`${machine.cpu}, ${machine.cores} cores; commit ${kept.commit}\n`);
  process.stdout.write(`${all.map(({ name, version }) => `${name}: ${version}`).join('\n')}\n\n`);
  process.stdout.write(tables(rows, all.map(({ name }) => name))); // prettier-ignore
  if (then !== null) process.stdout.write(`\n${comparison(rows, machine, then)}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(kept, null, 1)}\n`);
  if (values.keep !== undefined) keep(kept);
}

try {
  if (positionals[0] === 'page') await (await import('./page.ts')).pageBenchmark();
  else if (positionals[0] === 'folds') for (const figure of foldFigures()) console.log(JSON.stringify(figure));
  else if (values.one !== undefined) repeat(values.one, values.trace);
  else await bench();
} catch (error) {
  say(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
