import type { SavedSession } from './calls.ts';
import type { LaneInfo } from './pushes.ts';

/** What `save` answers, from what a page knows: a page can save what it shows when its host is gone. Null without lanes. */
export function savedSession(lanes: readonly LaneInfo[]): SavedSession | null {
  const [first] = lanes;
  if (first === undefined) return null;
  return { scenario: first.scenario, lanes: lanes.map(({ scenario: _, ...choice }) => choice) };
}
