import { sameWork } from '../../../shared/fold/work.ts';
import { speedUp } from '../../../shared/theory/speedup.ts';
import type { Account } from './account.ts';

/** The run that others are measured against: one thing at a time if that is among them, else the first. */
export function referenceOf(accounts: readonly Account[]): Account | null {
  return accounts.find(({ scenario }) => scenario.model === 'synchronous') ?? accounts[0] ?? null;
}

/** How many times faster than the reference a run is; null while one of them is not over, or did other work. */
export function speedUpOf(account: Account, reference: Account | null): number | null {
  if (account.makespan === null || reference === null || reference.makespan === null) return null;
  if (!sameWork([account, reference])) return null;
  return speedUp(reference.makespan, account.makespan);
}

/** Which runs have done other work than the reference, in a sentence; none where all have done the same. */
export function otherWork(accounts: readonly Account[]): string[] {
  const reference = referenceOf(accounts);
  const over =
    reference === null || reference.makespan === null ? [] : accounts.filter((each) => each.makespan !== null);
  const others = over.filter((account) => !sameWork([account, reference!]));
  if (others.length === 0) return [];
  const models = others.map(({ scenario }) => scenario.model).join(', ');
  return [`Different work (${models}): with shared draws each model draws other numbers, so there is no speed-up.`];
}
