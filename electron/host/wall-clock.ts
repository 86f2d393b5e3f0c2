/** The wall clock and what waits on it; handed in, so that tests need not wait. */
export interface WallClock {
  nowMs(): number;
  /** Runs `turn` after `delayMs`, or as soon as others have had a turn when that is 0. Returns its undoing. */
  schedule(delayMs: number, turn: () => void): () => void;
}

/** The clock of the process: it counts from its start, and is never set back. */
export const wallClock: WallClock = {
  nowMs: () => performance.now(),
  schedule(delayMs, turn) {
    if (delayMs <= 0) {
      const immediate = setImmediate(turn);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(turn, delayMs);
    return () => clearTimeout(timer);
  },
};
