import { withValue, type Scenario } from '../../shared/scenario/scenario.ts';

/** A scenario's parameters as they are at an instant: with the edits up to then. */
export function paramsAt({ params, edits }: Pick<Scenario, 'params' | 'edits'>, at: number): object {
  const passed = edits.filter((edit) => edit.at <= at);
  return passed.reduce<object>((now, { path, value }) => withValue(now, path, value) as object, params as object);
}

/** How many of its edits have been made by then. */
export function editsUntil({ edits }: Pick<Scenario, 'edits'>, at: number): number {
  return edits.filter((edit) => edit.at <= at).length;
}
