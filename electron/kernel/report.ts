/** What a kernel is asked for and what it tells about a run. */
import type { Model } from './models.ts';
import type { Observer } from './observer.ts';
import type { ReadyQueue } from './policies.ts';

/** The state of a task in words. Ready includes due; holding is a wait that keeps its worker. */
export type TaskState = 'ready' | 'running' | 'sleeping' | 'holding' | 'contending' | 'parked' | 'ended';

/** How a task ended: not yet, by returning, by an error, by its cancellation. */
export type Ending = 'alive' | 'returned' | 'failed' | 'cancelled';

/** Why `advance` came back. */
export type Pause =
  /** The main coroutine has returned and every other task has ended. */
  | 'finished'
  /** The main coroutine has thrown; `failure` says what. */
  | 'failed'
  /** Nothing more happens up to the instant asked for. */
  | 'until'
  /** The number of steps asked for has been taken. */
  | 'steps'
  /** No task can run and no timer is set; `waiting()` names what each task waits for. */
  | 'deadlock';

export interface SpawnOptions {
  readonly name?: string;
  /** Whether the task takes part in the rotation of a round-robin policy. */
  readonly rotates?: boolean;
}

/** Figures of a run: counts, but for `now` (virtual seconds). */
export interface Statistics {
  readonly now: number;
  readonly steps: number;
  readonly spawned: number;
  readonly live: number;
  readonly ready: number;
  readonly timers: number;
  readonly idleWorkers: number;
  readonly cancellations: number;
  /** What the observer threw before it was let go; null while it behaves. */
  readonly observerError: unknown;
}

export interface KernelOptions {
  readonly model: Model;
  readonly policy?: ReadyQueue;
  readonly observer?: Observer | null;
}
