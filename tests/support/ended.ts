import type { Coroutine, Task } from '../../electron/kernel/index.ts';

/** Waits until all of them have ended, however that is. */
export function* allEnded(tasks: readonly Task[]): Coroutine {
  for (const task of tasks) {
    try {
      yield* task.join();
    } catch {
      // Its error has been seen by whoever cares.
    }
  }
}
