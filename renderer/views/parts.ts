import { idle } from '../client/idle.ts';
import { everyKind, kindParts } from '../stage/kinds.ts';
import { arriveInTurn, Part } from '../stores/part.svelte.ts';
import { session } from '../stores/session.svelte.ts';
import { window as words } from '../words/en/window.ts';

/** What the first board does not need: panels, dialogs and full views, each in a file of its own. */
export const parts = {
  dock: new Part(async () => (await import('./Dock.svelte')).default),
  parameters: new Part(async () => (await import('../params/ParametersSheet.svelte')).default),
  listing: new Part(async () => (await import('../listing/ListingPanel.svelte')).default),
  timeline: new Part(async () => (await import('../timeline/TimelineLarge.svelte')).default),
  recording: new Part(async () => (await import('../timeline/RecordingSheet.svelte')).default),
  experiment: new Part(async () => (await import('../experiments/ExperimentSheet.svelte')).default),
  stagesExport: new Part(async () => (await import('./StagesExport.svelte')).default),
  help: new Part(async () => (await import('./Help.svelte')).default),
  about: new Part(async () => (await import('./About.svelte')).default),
  programs: new Part(async () => {
    // The list shows the sign of every kind.
    const [{ default: Programs }] = await Promise.all([import('./Programs.svelte'), everyKind()]);
    return Programs;
  }),
};

/** Has a part arrive that somebody wants to see; says so where it cannot be had. */
export function want(part: Part<unknown>): void {
  part.arrive().catch(() => session.say(words.states.partMissing));
}

/** Wall milliseconds between two looks at whether there is a host that files can be had of. */
const LOOK_MS = 1000;

/** Comes when the page has nothing to do and a host to ask. */
async function idleAndOpen(): Promise<void> {
  await idle();
  while (session.connection !== 'open') await new Promise((go) => setTimeout(go, LOOK_MS));
}

/**
 * Has everything arrive while there is nothing else to do, so that it is there at once when a key is pressed. The list of
 * programs, which needs every kind, comes last.
 */
export function arriveWhenIdle(): void {
  const { programs, ...panels } = parts;
  void arriveInTurn([...Object.values(panels), ...kindParts, programs], idleAndOpen);
}
