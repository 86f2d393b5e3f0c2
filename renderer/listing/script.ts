/** The program on screen as a script for Python: for the clipboard, or for a file. */
import { Listing } from '../../shared/listing/listing.ts';
import { pythonScript } from '../../shared/listing/script.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { InputError, problem } from '../../shared/scenario/problem.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import { copyText, type Copy } from '../client/copy-text.ts';
import { saveFile, type SaveFile } from '../client/save-file.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { clockText } from '../words/numbers.ts';
import { editsUntil, paramsAt } from '../../shared/scenario/edits.ts';
import { messageOf } from '../../shared/message-of.ts';

/** A lane's program as asyncio runs it, and in what it is not the lane's own run. */
export interface LaneScript {
  readonly text: string;
  /** Sentences. */
  readonly notes: readonly string[];
}

type Entry = Pick<CatalogueEntry, 'id' | 'title' | 'listing' | 'support' | 'models'>;

/**
 * The script of a scenario as it stands at instant `at`: under the asynchronous model whatever the lane runs under, and
 * from its start with the parameters of that instant.
 *
 * @throws InputError where there is none.
 */
export function laneScript(entry: Entry, scenario: Scenario, at: number): LaneScript {
  const { listing, support, title, models } = entry;
  if (!models.includes('asynchronous')) {
    throw new InputError([problem('model', scenario.model, `asynchronous, which ${entry.id} has not`)]);
  }
  const own = { ...scenario, model: 'asynchronous', workers: 1, edits: [], params: paramsAt(scenario, at) } as const;
  const text = pythonScript({ title, listing: new Listing(listing), support: support ?? undefined, scenario: own });
  const notes = [
    ...(scenario.model === 'asynchronous' ? [] : [en.listing.notes.model]),
    ...(editsUntil(scenario, at) === 0 ? [] : [fill(en.listing.notes.edits, { at: clockText(at) })]),
  ];
  return { text, notes };
}

/** Puts the script on the clipboard, or where there is none into a file. Says what has become of it. */
export async function copyScript(
  entry: Entry,
  scenario: Scenario,
  at: number,
  { copy = copyText, give = saveFile }: { readonly copy?: Copy; readonly give?: SaveFile } = {},
): Promise<string> {
  return withScript(entry, scenario, at, async (script) => {
    try {
      await copy(script.text);
    } catch {
      return saveAs(entry, script, give);
    }
    return told(en.listing.copied, script);
  });
}

/** Gives the script as a file. Says its name, or why there is none; nothing when it was cancelled. */
export async function saveScript(
  entry: Entry,
  scenario: Scenario,
  at: number,
  { give = saveFile }: { readonly give?: SaveFile } = {},
): Promise<string> {
  return withScript(entry, scenario, at, (script) => saveAs(entry, script, give));
}

async function saveAs({ id }: Entry, script: LaneScript, give: SaveFile): Promise<string> {
  const name = fill(en.listing.fileName, { workload: id });
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
  at: number,
  then: (script: LaneScript) => Promise<string>,
): Promise<string> {
  let script: LaneScript;
  try {
    script = laneScript(entry, scenario, at);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return fill(en.listing.noScript, { problem: error.problems.map(({ message }) => message).join('; ') });
  }
  return then(script);
}

function told(sentence: string, { notes }: LaneScript): string {
  return [sentence, ...notes].join(' ');
}
