import type { LaneInfo } from '../../shared/protocol/pushes.ts';
import type { Theory } from '../../shared/theory/theory.ts';
import type { Deadlock } from '../../shared/trace/deadlock.ts';
import type { Trace } from '../../shared/trace/trace.ts';

/** A lane of a run that is not the session's: nothing of it changes any more. */
export interface KeptLane {
  readonly index: number;
  readonly title: string;
  readonly info: LaneInfo;
  readonly trace: Trace;
  readonly reached: number;
  readonly theory: Theory;
  readonly end: number;
  readonly makespan: number | null;
  readonly deadlock: Deadlock | null;
  readonly rewrites: number;
  readonly rewrittenFrom: number;
}
