import type { Problem } from '../../shared/scenario/problem.ts';
import { messageOf } from '../../shared/message-of.ts';
import { openScenario } from '../params/scenario-actions.ts';
import { session } from '../stores/session.svelte.ts';
import { en } from '../words/en.ts';

/** Opens a file that came from outside the page, or says what hinders it. */
export async function openGiven(name: string, content: BlobPart): Promise<void> {
  try {
    tell(await openScenario(new File([content], name)));
  } catch (error) {
    session.say(messageOf(error));
  }
}

/** Says the first of some problems; nothing where there are none. */
export function tell(problems: readonly Problem[]): void {
  if (problems.length > 0) session.say(problems[0]?.message ?? en.params.notOpened, problems);
}
