import { messageOf } from '../../../shared/message-of.ts';
import type { Run } from '../../session/run.ts';
import { say } from '../failure.ts';

/** Tells of tasks that failed without anybody asking: the run goes on without them, but it should be known. */
export function sayUnretrieved(run: Run): void {
  const lost = run.outcome.neverRetrieved;
  const [first] = lost;
  if (first === undefined) return;
  const others = lost.length > 1 ? ` (and ${lost.length - 1} more)` : '';
  say(`${first.task} failed and nobody asked for its result: ${messageOf(first.error)}${others}`);
}
