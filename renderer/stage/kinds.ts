import { Part } from '../stores/part.svelte.ts';
import type { AnyKind } from './kit/kind.ts';
import { tasks } from './tasks/tasks.ts';

/**
 * Every kind of stage there is, by its id. The code of each arrives when a program on screen asks for it, that of the
 * first one while the page connects: with it the app begins.
 */
const kinds: Readonly<Record<string, Part<AnyKind>>> = {
  boards: new Part(async () => (await import('./boards/boards.ts')).boards),
  queue: new Part(async () => (await import('./queue/queue.ts')).queue),
  launchpads: new Part(async () => (await import('./launchpads/launchpads.ts')).launchpads),
  speakers: new Part(async () => (await import('./speakers/speakers.ts')).speakers),
  draws: new Part(async () => (await import('./draws/draws.ts')).draws),
  chains: new Part(async () => (await import('./chains/chains.ts')).chains),
  requests: new Part(async () => (await import('./requests/requests.ts')).requests),
  'call-stack': new Part(async () => (await import('./call-stack/call-stack.ts')).callStack),
};

/** Kinds whose code arrives by itself. The general one is always there. */
export const kindParts: readonly Part<AnyKind>[] = Object.values(kinds);

/** Has the first kind arrive before any program has asked for it. */
export function beginWithFirst(): void {
  void kindParts[0]?.arrive().catch(() => null);
}

/**
 * The kind that a program asks for. Those that ask for none, or for one that is not here, are shown by the general one.
 */
export function kindOf(entry: { readonly stage?: string } | null): AnyKind {
  return kinds[entry?.stage ?? '']?.value ?? tasks;
}

/** Has the kind that a program asks for arrive; null where there is nothing to wait for. */
export function kindArrival(entry: { readonly stage?: string } | null): Promise<unknown> | null {
  const part = kinds[entry?.stage ?? ''];
  return part === undefined || part.value !== null ? null : part.arrive().catch(() => null);
}

/** Has every kind arrive, for whoever shows them all. */
export async function everyKind(): Promise<void> {
  await Promise.allSettled(kindParts.map((part) => part.arrive()));
}
