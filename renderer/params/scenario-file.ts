import type { SavedSession } from '../../shared/protocol/calls.ts';

/** A session as the text of a file: JSON that people can read. */
export function scenarioText(saved: SavedSession): string {
  return `${JSON.stringify(saved, null, 2)}\n`;
}
