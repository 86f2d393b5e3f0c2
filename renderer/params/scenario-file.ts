/** Scenarios in files: what `save` answers, as JSON that people can read. */
import type { CallArguments, SavedSession } from '../../shared/protocol/calls.ts';
import { problem, type Problem } from '../../shared/scenario/problem.ts';
import { en } from '../words/en.ts';

/** What is in a file, or why it cannot be opened. */
export type FileReading =
  | { readonly ok: true; readonly value: CallArguments<'open'> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A session as the text of a file. */
export function scenarioText(saved: SavedSession): string {
  return `${JSON.stringify(saved, null, 2)}\n`;
}

/**
 * Reads the text of a file: a saved session, or a scenario alone, which then is shown under its own model. What is
 * in the scenario is for the host to judge.
 */
export function readScenarioText(text: string): FileReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refused(text.slice(0, 40), en.params.notJson);
  }
  if (!isRecord(parsed)) return refused(parsed, en.params.notOpened);
  if (isRecord(parsed['scenario']) && Array.isArray(parsed['lanes'])) {
    return {
      ok: true,
      value: { scenario: parsed['scenario'], lanes: parsed['lanes'] as CallArguments<'open'>['lanes'] },
    };
  }
  if (typeof parsed['workload'] !== 'string') return refused(parsed, en.params.notOpened);
  const { model = 'asynchronous', workers } = parsed;
  return { ok: true, value: { scenario: parsed, lanes: [{ model: String(model), workers }] } };
}

function refused(value: unknown, message: string): FileReading {
  return { ok: false, problems: [{ ...problem('file', value, ''), message }] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
