import type { ConstantExhibition } from './exhibition.ts';

/** The share of the available time that was used: busy / available, 0 if none was available. */
export function utilisation(busy: number, available: number): number {
  return available > 0 ? busy / available : 0;
}

/**
 * How busy the master is (seconds of M N j) over a window that begins with the exhibition: up to its makespan, or up to her last
 * move. With several processes there are as many masters, and as many windows.
 */
export function masterUtilisation(e: ConstantExhibition, window: number, masters = 1): number {
  return utilisation(e.boards * e.pairMoves * e.master, masters * window);
}
