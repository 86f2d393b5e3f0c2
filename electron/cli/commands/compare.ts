import { ComparisonFold, type ComparisonFigures } from '../../../shared/fold/comparison.ts';
import type { Run } from '../../session/run.ts';
import type { Workload } from '../../workloads/workload.ts';
import { Deadlocked, Exit, report, say } from '../failure.ts';
import { runAndAdd, type Account } from '../figures/account.ts';
import { otherWork, referenceOf } from '../figures/speed.ts';
import { figuresOf } from '../figures/stage.ts';
import { readLimits } from '../input/limits.ts';
import { readModels, underModels } from '../input/models.ts';
import { request, showsDeadlock } from '../input/scenario.ts';
import { oneOf } from '../input/values.ts';
import { compareTable } from '../output/compare-table.ts';
import { Progress } from '../output/progress.ts';
import { paramsOf, seedOf } from '../output/result.ts';
import { datumOrNull } from '../../../shared/experiment/row.ts';
import { rowOf, rowsAsCsv } from '../output/rows.ts';
import { openSink, type Sink } from '../output/sink.ts';
import type { ComparedOptions } from './options.ts';

/** A run with the figures by which it is compared. */
type Compared = Account & { readonly compared: ComparisonFigures };

const formats = { table: asTable, json: asJson, csv: asCsv } as const;

/** `simul compare`: the same program under several models, side by side. Returns the exit code. */
export async function compare(id: string, options: ComparedOptions): Promise<number> {
  const asked = request(id, options);
  const { workload } = asked;
  const scenarios = underModels(asked, readModels(options.models, asked));
  const limits = readLimits(options);
  const format = oneOf('--format', options.format, Object.keys(formats) as (keyof typeof formats)[]);
  const sink = openSink(options.out);
  const progress = new Progress();
  const accounts: Compared[] = [];
  try {
    for (const [i, scenario] of scenarios.entries()) {
      const done = (share: number) => (i + share) / scenarios.length;
      const label = `${scenario.model}, `;
      const fold = new ComparisonFold({
        ...scenario,
        ...(workload.stage === undefined ? {} : { stage: workload.stage }),
      });
      const listener = { slice: (run: Run, from: number) => run.trace.feed(fold, from) };
      const { account } = await runAndAdd(scenario, workload, { limits, progress, label, done, listener });
      if (account.failure !== null && !(account.failure instanceof Deadlocked)) return report(account.failure);
      accounts.push({ ...account, compared: fold.at(account.now) });
    }
  } finally {
    progress.end();
  }
  await sink.write(formats[format](accounts, workload, sink));
  sink.close();
  // A deadlock is an outcome that can be compared; it is a failure unless it was asked for.
  const stuck = accounts.flatMap(({ failure }) => (failure === null ? [] : [failure]));
  for (const { message } of stuck) say(message);
  return stuck.length === 0 || showsDeadlock(workload, options) ? Exit.ok : Exit.failed;
}

function asTable(accounts: readonly Account[], workload: Workload<unknown>, { look }: Sink): string {
  return compareTable(look, workload, accounts);
}

function asJson(accounts: readonly Compared[], workload: Workload<unknown>): string {
  const { scenario } = accounts[0]!;
  const figures = figuresOf(workload);
  const reference = referenceOf(accounts);
  const object = {
    workload: workload.id,
    params: paramsOf({ ...scenario, model: 'asynchronous' }),
    seed: seedOf(scenario),
    draws: scenario.draws,
    models: accounts.map((account) => comparedRow(account, reference)),
    ...figures.facts(accounts),
    sentences: [...otherWork(accounts), ...figures.sentences(accounts)],
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function asCsv(accounts: readonly Compared[]): string {
  const reference = referenceOf(accounts);
  return rowsAsCsv(accounts.map((account) => comparedRow(account, reference)));
}

/** A row with the figures that the window's table has too, by the same names. */
function comparedRow(account: Compared, reference: Account | null): Record<string, unknown> {
  const compared: Readonly<Record<string, number | null>> = { ...account.compared };
  const figures = Object.entries(compared).map(([name, value]) => [name, datumOrNull(value)] as const);
  return { ...rowOf(account, reference), ...Object.fromEntries(figures) };
}
