/** The pile, as "line.mark", of an element; null where it is none. */
export function pileOf(target: EventTarget | null): string | null {
  return target instanceof HTMLElement ? (target.dataset['pile'] ?? null) : null;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

/**
 * The pile that a key goes to from the one that has it: the next where anybody stands, up or down. Null at either end;
 * undefined where the key means something else.
 */
export function pileBeside(root: HTMLElement, event: KeyboardEvent): HTMLElement | null | undefined {
  const here = pileOf(event.target);
  const step = steps[event.key];
  if (here === null || step === undefined) return undefined;
  // The one that has the keyboard may have been left by everybody meanwhile.
  const piles = [...root.querySelectorAll<HTMLElement>('[data-pile]')].filter(
    (pile) => pileOf(pile) === here || !pile.matches('.empty'),
  );
  return piles[piles.findIndex((pile) => pileOf(pile) === here) + step] ?? null;
}
