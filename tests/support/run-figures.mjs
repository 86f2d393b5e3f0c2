// What `simul run --format json` says of a scenario, but for its log: for tests of the page, whose types know no Node.
import { runAndAdd } from '../../electron/cli/figures/account.ts';
import { resultOf } from '../../electron/cli/output/result.ts';
import { workloads } from '../../electron/workloads/registry.ts';

/** @type {import('./run-figures.d.mts').runFigures} */
export async function runFigures(scenario) {
  const workload = workloads.find(({ id }) => id === scenario.workload);
  if (workload === undefined) throw new Error(`there is no program ${scenario.workload}`);
  const { account } = await runAndAdd(scenario, workload, { limits: { until: Infinity, steps: Infinity } });
  return /** @type {Record<string, number>} */ (resultOf(account, workload));
}
