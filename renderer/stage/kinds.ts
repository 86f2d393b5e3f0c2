import { boards } from './boards/boards.ts';
import { callStack } from './call-stack/call-stack.ts';
import { chains } from './chains/chains.ts';
import { draws } from './draws/draws.ts';
import type { AnyKind } from './kit/kind.ts';
import { launchpads } from './launchpads/launchpads.ts';
import { queue } from './queue/queue.ts';
import { requests } from './requests/requests.ts';
import { speakers } from './speakers/speakers.ts';
import { tasks } from './tasks/tasks.ts';

/** Every kind of stage there is. The first one shows the programs that ask for none, or for one that is not here. */
export const kinds: readonly AnyKind[] = [
  tasks,
  boards,
  queue,
  launchpads,
  speakers,
  draws,
  chains,
  requests,
  callStack,
];

/** The kind that a program asks for. */
export function kindOf(entry: { readonly stage?: string } | null): AnyKind {
  return kinds.find(({ id }) => id === entry?.stage) ?? kinds[0]!;
}
