/** Wall milliseconds after which a page counts as idle even where it never is. */
const LONGEST_MS = 3000;

/** Comes when the page has nothing to do, or after a while. */
export function idle(): Promise<void> {
  return new Promise((go) => {
    // Not every browser says when it is idle.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => go(), { timeout: LONGEST_MS });
    else setTimeout(go, LONGEST_MS / 10);
  });
}
