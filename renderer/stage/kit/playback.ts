/** How the clock goes, as far as it matters to whether a movement can be seen. */
export interface Playback {
  /** The lane's own instant in virtual seconds: it stops where the lane ends. */
  readonly t: number;
  readonly playing: boolean;
  /** Virtual seconds per wall second; null where it has no such number. */
  readonly speed: number | null;
  /** Whether moving pictures are welcome. */
  readonly motion: boolean;
}

/** Slow, quick, slow: the share of a way that is done when a share of its time has passed. */
export function ease(share: number): number {
  return share * share * (3 - 2 * share);
}
