import { tick } from 'svelte';
import type { Delay } from '../client/connection.ts';
import { frames, type FrameLoop } from '../client/frames.ts';
import { tabShelf, type Shelf } from '../client/kept-session.ts';

/** What the session's store needs of the machine it runs on; handed in, so that tests need not wait. */
export interface Surroundings {
  readonly nowMs: () => number;
  readonly frames: FrameLoop;
  readonly delay: Delay;
  /** Kept when all that follows from what has changed has been done. */
  readonly settled: () => Promise<void>;
  /** Where the session is kept for a host that was started again; nowhere when left out. */
  readonly shelf?: Shelf | null;
}

export const thisPage: Surroundings = {
  nowMs: () => performance.now(),
  frames,
  delay: (ms, task) => void setTimeout(task, ms),
  settled: tick,
  shelf: tabShelf(),
};
