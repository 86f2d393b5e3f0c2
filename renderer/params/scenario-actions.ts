/** What is done with scenarios as files: by buttons, by keys and by the menu of the desktop shell. */
import type { Problem } from '../../shared/scenario/problem.ts';
import { messageOf } from '../../shared/message-of.ts';
import { saveFile, type SaveFile } from '../client/save-file.ts';
import { openRecording } from '../stores/open-recording.ts';
import { openSaved, type SavedFile } from '../stores/open-saved.ts';
import { said } from '../stores/said.svelte.ts';
import { scenarioFile, type RecentFile, type Unsaved } from '../stores/scenario-file.svelte.ts';
import { session } from '../stores/session.svelte.ts';
import { en } from '../words/en.ts';
import { exports as exportWords } from '../words/en/exports.ts';
import { fill } from '../words/fill.ts';
import { scenarioText } from './scenario-file.ts';

/** The name that the scenario on screen is saved under, unless somebody gives it another. */
export function fileName(): string {
  return scenarioFile.name ?? fill(en.params.fileName, { workload: session.saved?.scenario.workload ?? '' });
}

/** Saves what is on screen, also when its host is gone. */
export async function saveScenario(name = fileName(), give: SaveFile = saveFile): Promise<readonly Problem[]> {
  const { saved } = session;
  if (saved === null) return [];
  const whole = name.endsWith('.json') ? name : `${name}.json`;
  try {
    const given = await give(whole, new Blob([scenarioText(saved)], { type: 'application/json' }));
    if (!given) return [];
    scenarioFile.savedAs(whole, saved);
    said.say(fill(en.params.saved, { name: whole }));
    return [];
  } catch (error) {
    const limit = messageOf(error);
    return [{ path: 'file', value: whole, limit, message: fill(exportWords.notSaved, { name: whole, reason: limit }) }];
  }
}

/** Opens a file that somebody has chosen or dropped. */
export async function openScenario(file: SavedFile): Promise<readonly Problem[]> {
  const recorded = await openRecording(file);
  if (recorded !== null) return recorded;
  const problems = await openSaved(file, session);
  // A picture is no file to save into.
  if (problems.length === 0) scenarioFile.opens(file.name.endsWith('.json') ? file.name : null);
  return problems;
}

/** Opens a file that was open before, as it was then. */
export function openRecent({ name, text }: RecentFile): Promise<readonly Problem[]> {
  return openScenario(new File([text], name));
}

/** Begins anew: the program on screen with its defaults, in the same lanes. */
export async function newScenario(): Promise<readonly Problem[]> {
  const { saved } = session;
  if (saved === null) return [];
  const { workload } = saved.scenario;
  const lanes = saved.lanes.map(({ model, workers }) => ({ model, workers }));
  const opened = await session.call('open', { scenario: { workload }, lanes });
  if (!opened.ok) return opened.problems;
  scenarioFile.opens(null);
  return [];
}

/** Shows what an earlier page left unsaved. */
export async function restoreUnsaved({ saved }: Unsaved): Promise<void> {
  const { scenario, lanes } = saved;
  const opened = await session.call('open', { scenario: { ...scenario }, lanes: [...lanes] });
  if (opened.ok) return;
  scenarioFile.answered();
  session.sayProblems(opened.problems);
}
