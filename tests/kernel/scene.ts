import {
  Cancellation,
  Kernel,
  model,
  type Coroutine,
  type KernelOptions,
  type Pause,
  type SpawnOptions,
  type Task,
} from '../../electron/kernel/index.ts';
import { allEnded } from '../support/ended.ts';

/** What a scene is set with. */
export interface Stage {
  readonly kernel: Kernel;
  /** Creates a task of that name, which says how it ends unless it simply returns nothing. */
  readonly task: <R>(name: string, body: () => Coroutine<R>, options?: SpawnOptions) => Task<R>;
  /** Adds a line to the log: when, the running task, what. */
  readonly say: (what: string) => void;
}

export interface Scene {
  readonly log: readonly string[];
  readonly kernel: Kernel;
  readonly pause: Pause;
}

/**
 * Runs tasks beside each other and returns the log of what they say: "2 name: what". The main task creates them, in
 * `set`, and waits until all have ended; a run that does not finish says so in the last line.
 */
export function play(set: (stage: Stage) => void, options: Partial<KernelOptions> = {}): Scene {
  const kernel = new Kernel({ model: model('asynchronous'), ...options });
  const log: string[] = [];
  const tasks: Task[] = [];
  const say = (what: string) => void log.push(`${kernel.now} ${kernel.nameOf(kernel.current)}: ${what}`);

  function* told<R>(body: () => Coroutine<R>): Coroutine<R> {
    try {
      const result = yield* body();
      if (result !== undefined) say(`returns ${String(result)}`);
      return result;
    } catch (error) {
      say(error instanceof Cancellation ? 'is cancelled' : `throws ${String(error)}`);
      throw error;
    }
  }
  function task<R>(name: string, body: () => Coroutine<R>, options: SpawnOptions = {}): Task<R> {
    const created = kernel.spawn(told(body), { name, ...options });
    tasks.push(created);
    return created;
  }
  function* main(): Coroutine {
    set({ kernel, task, say });
    yield* allEnded(tasks);
  }
  kernel.spawn(main());
  const pause = kernel.advance();
  if (pause !== 'finished') log.push(pause);
  return { log, kernel, pause };
}
