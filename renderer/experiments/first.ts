import type { ExperimentSpec } from '../../shared/experiment/spec.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { choicesOf, draftOf, specOf } from './draft.ts';

/** The experiment that a program opens with, from the parameters on screen. */
export function firstSpec(entry: CatalogueEntry, params: Readonly<Record<string, unknown>>): ExperimentSpec {
  const { over, models, replications } = entry.experiment;
  const given: ExperimentSpec = {
    workload: entry.id,
    over: [...over],
    models: models ?? [...entry.models],
    ...(replications === undefined ? {} : { replications }),
  };
  const base = { ...entry, workload: entry.id, params };
  const read = specOf(draftOf(given, entry), choicesOf(entry), base, entry.experiment.figure ?? 'makespan');
  return 'spec' in read ? read.spec : given;
}
