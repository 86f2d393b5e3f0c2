import { z } from 'zod';
import { PROTOCOL_VERSION } from '../../shared/protocol/calls.ts';
import type { CatalogueEntry, CataloguePush } from '../../shared/protocol/pushes.ts';
import { firstExperiment } from './first-experiment.ts';
import { sourceOf } from './sources.ts';
import type { Workload } from '../workloads/workload.ts';

/** The kind of stage that shows any program, as its tasks. */
const GENERAL_STAGE = 'tasks';

/** What there is to choose from, as a page is told. */
export function catalogueOf(workloads: readonly Workload<unknown>[]): CataloguePush {
  return { type: 'catalogue', version: PROTOCOL_VERSION, workloads: workloads.map(entryOf) };
}

function entryOf(workload: Workload<unknown>): CatalogueEntry {
  const { id, title, description, schema, models, draws, stage = GENERAL_STAGE, vocabulary } = workload;
  return {
    id,
    title,
    description,
    schema: z.toJSONSchema(schema, { unrepresentable: 'any' }),
    defaults: workload.defaults as Record<string, unknown>,
    presets: workload.presets.map((preset) => ({ ...preset, params: preset.params as Record<string, unknown> })),
    models,
    draws,
    drawsFixed: workload.drawsFixed ?? false,
    theory: workload.theory ?? null,
    experiment: firstExperiment(workload),
    stage,
    vocabulary,
    ownWorkers: workload.ownWorkers ?? 0,
    texts: workload.texts.written,
    source: sourceOf(id),
    mistakes: workload.mistakes ?? [],
  };
}
