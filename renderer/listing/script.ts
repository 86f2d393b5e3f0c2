/** The program on screen as a script for Python: for the clipboard, or for a file. */
import { pythonScript } from '../../shared/listing/script.ts';
import { Texts } from '../../shared/listing/texts.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { copyText, type Copy } from '../client/copy-text.ts';
import { saveFile, type SaveFile } from '../client/save-file.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { clockText } from '../words/numbers.ts';
import { editsUntil, paramsAt } from '../../shared/scenario/edits.ts';
import { messageOf } from '../../shared/message-of.ts';

/** A lane's program as one writes it under its model, and in what it is not the lane's own run. */
export interface LaneScript {
  readonly text: string;
  /** Sentences. */
  readonly notes: readonly string[];
}

type Entry = Pick<CatalogueEntry, 'id' | 'title' | 'texts'>;

/** The instant that is shown, and what the run takes: both in virtual seconds. */
export interface Shown {
  readonly at: number;
  readonly run: number;
}

/**
 * The script of a scenario as it stands at an instant: from its start with the parameters of that instant.
 *
 * @throws InputError where there is none.
 */
export function laneScript({ title, texts }: Entry, scenario: Scenario, { at, run }: Shown): LaneScript {
  const own = { ...scenario, edits: [], params: paramsAt(scenario, at) };
  const text = pythonScript({ title, texts: new Texts(texts), scenario: own });
  const edited = editsUntil(scenario, at) > 0;
  return { text, notes: edited ? [fill(en.listing.notes.edits, { at: clockText(at, run) })] : [] };
}

/** Puts the script on the clipboard, or where there is none into a file. Says what has become of it. */
export async function copyScript(
  entry: Entry,
  scenario: Scenario,
  shown: Shown,
  { copy = copyText, give = saveFile }: { readonly copy?: Copy; readonly give?: SaveFile } = {},
): Promise<string> {
  return withScript(entry, scenario, shown, async (script) => {
    try {
      await copy(script.text);
    } catch {
      return saveAs(entry, scenario, script, give);
    }
    return told(en.listing.copied, script);
  });
}

/** Gives the script as a file. Says its name, or why there is none; nothing when it was cancelled. */
export async function saveScript(
  entry: Entry,
  scenario: Scenario,
  shown: Shown,
  { give = saveFile }: { readonly give?: SaveFile } = {},
): Promise<string> {
  return withScript(entry, scenario, shown, (script) => saveAs(entry, scenario, script, give));
}

async function saveAs({ id }: Entry, { model }: Scenario, script: LaneScript, give: SaveFile): Promise<string> {
  const name = fill(en.listing.fileName, { workload: id, model });
  try {
    const given = await give(name, new Blob([script.text], { type: 'text/x-python' }));
    return given ? told(fill(en.listing.saved, { name }), script) : '';
  } catch (error) {
    return fill(en.listing.notSaved, { name, reason: messageOf(error) });
  }
}

async function withScript(
  entry: Entry,
  scenario: Scenario,
  shown: Shown,
  then: (script: LaneScript) => Promise<string>,
): Promise<string> {
  let script: LaneScript;
  try {
    script = laneScript(entry, scenario, shown);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return fill(en.listing.noScript, { problem: error.problems.map(({ message }) => message).join('; ') });
  }
  return then(script);
}

function told(sentence: string, { notes }: LaneScript): string {
  return [sentence, ...notes].join(' ');
}
