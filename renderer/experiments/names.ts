import { COMPARED_WORKERS } from '../../shared/experiment/compared-workers.ts';
import type { Grid } from '../../shared/experiment/grid.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { fieldsOf } from '../params/fields.ts';
import { valueText } from '../params/value-text.ts';
import type { AnyKind } from '../stage/kit/kind.ts';
import { laneTitle, modelTitle } from '../stage/titles.ts';
import { en } from '../words/en.ts';
import { experiments as words } from '../words/en/experiments.ts';
import type { Names } from './view.ts';

/** What is called how in an experiment with a program. */
export function namesOf({ spec, lanes }: Grid, entry: CatalogueEntry, kind: AnyKind): Names {
  const fields = fieldsOf(entry.schema);
  const field = (path: string) => fields.find((each) => each.path === path);
  const workers = Number(spec.workers ?? COMPARED_WORKERS);
  const varied = spec.over.some(({ path }) => path === 'workers');
  return {
    lane(lane) {
      const { model, policy } = lanes[lane]!;
      const title = varied ? modelTitle(model, kind) : laneTitle({ model, workers }, kind);
      return policy === null ? title : `${title}, ${en.params.words[policy] ?? policy}`;
    },
    parameter(path) {
      const known = field(path);
      return { title: known?.title ?? (path === 'workers' ? words.workers : path), unit: known?.unit ?? null };
    },
    // The unit stands at the axis.
    value: (path, value) => {
      const known = field(path);
      return valueText(value, known === undefined ? undefined : { ...known, unit: null });
    },
  };
}
