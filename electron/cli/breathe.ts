import { setImmediate as nextTurn } from 'node:timers/promises';
import { isLeaving } from './guard.ts';

/** Wall milliseconds after which a signal is heard, at most. */
const BREATH_MS = 50;

let turnedAtMs = performance.now();

/**
 * Lets the process hear signals, if it has worked for long enough. To be awaited in every loop that may last; it
 * never comes back when the process has been told to end.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - turnedAtMs < BREATH_MS && !isLeaving()) return;
  await nextTurn();
  turnedAtMs = performance.now();
  if (isLeaving()) await new Promise(() => {});
}
