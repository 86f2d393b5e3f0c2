import { withValue, type Edit, type Scenario } from './scenario.ts';

/** How many edits have been made by an instant (virtual seconds). */
export function editsUntil({ edits }: Pick<Scenario, 'edits'>, at: number): number {
  return edits.filter((edit) => edit.at <= at).length;
}

/**
 * A scenario's parameters as they are at an instant: with the edits up to then. `changed` makes one of them: the session
 * has the schema and checks each with `withEdit`; the page has none, and takes values as they were given.
 */
export function paramsAt(
  { params, edits }: Pick<Scenario, 'params' | 'edits'>,
  at: number,
  changed: (params: unknown, edit: Edit) => unknown = (params, { path, value }) => withValue(params, path, value),
): object {
  return edits.filter((edit) => edit.at <= at).reduce(changed, params) as object;
}
