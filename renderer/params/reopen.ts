import type { CallArguments } from '../../shared/protocol/calls.ts';
import type { LaneInfo } from '../../shared/protocol/pushes.ts';

/** What is changed when the session starts afresh. */
export interface Changes {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly seed?: string;
}

/**
 * The same session from its start, with other parameters or another seed. Where only the seed changes, the
 * parameters stay as they stand at the end of all edits. Null while there is no session.
 */
export function reopened(
  lanes: readonly { readonly info: LaneInfo }[],
  params: Readonly<Record<string, unknown>>,
  changes: Changes,
): CallArguments<'open'> | null {
  const first = lanes[0]?.info.scenario;
  if (first === undefined) return null;
  const { workload, draws, seed } = first;
  return {
    scenario: { workload, draws, seed: changes.seed ?? seed, params: { ...params, ...changes.params } },
    lanes: lanes.map(({ info: { model, workers } }) => ({ model, ...(workers === undefined ? {} : { workers }) })),
  };
}
