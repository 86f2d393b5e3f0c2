/** Changes that can be taken back, in words. */
import type { Change } from '../../shared/protocol/change.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { titleOf } from './edit-text.ts';
import { fieldsOf } from './fields.ts';
import { valueText } from './value-text.ts';

/** What a change is called: "Boards 24 → 12", "Queue opened". `entry` is the program on screen. */
export function changeName(
  change: Change,
  entry: CatalogueEntry | null,
  catalogue: readonly Pick<CatalogueEntry, 'id' | 'title'>[],
): string {
  if (change.kind === 'open') {
    const title = catalogue.find(({ id }) => id === change.workload)?.title ?? change.workload;
    return fill(en.params.changes[change.what], { title });
  }
  const fields = entry === null ? [] : fieldsOf(entry.schema);
  const { title, field } = titleOf(change.path, fields);
  // The unit once, and not where the title says it: "Boards 24 → 12", "Time for a reply 55 → 30 s".
  const bare = field === undefined ? field : { ...field, unit: '' };
  const after = field?.unit === title.toLowerCase() ? bare : field;
  const before = typeof change.before === 'number' ? bare : after;
  if (change.before === undefined || change.after === undefined) return title;
  return fill(en.params.changes.edit, {
    title,
    before: valueText(change.before, before),
    after: valueText(change.after, after),
  });
}
