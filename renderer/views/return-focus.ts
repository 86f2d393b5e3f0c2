/**
 * Gives the keyboard back to where it was before something opened, when that closes with the keyboard inside. What it is
 * attached to need not take the keyboard itself.
 */
export function returnFocus(element: HTMLElement): () => void {
  const before = document.activeElement;
  return () => {
    const now = document.activeElement;
    const lost = now === null || now === document.body || element.contains(now);
    if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
  };
}
