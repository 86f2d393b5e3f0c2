import type { CallArguments } from '../../shared/protocol/calls.ts';
import type { LaneInfo } from '../../shared/protocol/pushes.ts';
import type { Draws } from '../../shared/scenario/scenario.ts';

/** What is changed when the session starts afresh. */
export interface Changes {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly seed?: string;
  readonly draws?: Draws;
}

/**
 * The same session from its start, with other parameters, another seed or another way to draw. Where parameters are
 * not changed they stay as they stand at the end of all edits. Null while there is no session.
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
    scenario: {
      workload,
      draws: changes.draws ?? draws,
      seed: changes.seed ?? seed,
      params: { ...params, ...changes.params },
    },
    lanes: lanes.map(({ info: { scenario: _, ...choice } }) => choice),
  };
}
