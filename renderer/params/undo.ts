/** Takes changes back and makes them again, and says which. */
import type { Change } from '../../shared/protocol/change.ts';
import { said } from '../stores/said.svelte.ts';
import { session } from '../stores/session.svelte.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { changeName } from './change-text.ts';

/** Takes the last change back. */
export function undo(): void {
  void perform('undo', session.undoes, en.params.undone);
}

/** Makes the change again that was taken back last. */
export function redo(): void {
  void perform('redo', session.redoes, en.params.redone);
}

/** What a change is called; null for none. */
export function nameOf(change: Change | null): string | null {
  return change === null ? null : changeName(change, session.entry, session.catalogue?.workloads ?? []);
}

async function perform(call: 'undo' | 'redo', change: Change | null, words: string): Promise<void> {
  const name = nameOf(change);
  if (name === null) return;
  const { ok } = await session.call(call);
  if (ok) said.say(fill(words, { change: name }));
}
