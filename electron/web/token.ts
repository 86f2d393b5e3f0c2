import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret that cannot be guessed, fit for an address: 32 random bytes. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A key that comes with a token and does not tell it: a page that outlives its host has the same one at the next. */
export function keyOf(token: string): string {
  return createHmac('sha256', token).update('files of the page').digest('base64url');
}

/** Whether two secrets are the same. How long it takes says nothing about where they differ, or how long they are. */
export function sameToken(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
