/** Entries of a list that are shown at once: a thousand fields would be slow to make and slow to go through. */
export const PAGE = 12;

/** The first entry of the page on which an entry is. */
export function pageOf(place: number): number {
  return Math.floor(Math.max(0, place) / PAGE) * PAGE;
}
