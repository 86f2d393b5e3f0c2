import { speedUp } from '../../../shared/theory/speedup.ts';
import type { Account } from './account.ts';

/** The run that others are measured against: one thing at a time if that is among them, else the first. */
export function referenceOf(accounts: readonly Account[]): Account | null {
  return accounts.find(({ scenario }) => scenario.model === 'synchronous') ?? accounts[0] ?? null;
}

/** How many times faster than the reference a run is; null while one of them is not over. */
export function speedUpOf(account: Account, reference: Account | null): number | null {
  if (account.makespan === null || reference === null || reference.makespan === null) return null;
  return speedUp(reference.makespan, account.makespan);
}
