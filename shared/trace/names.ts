/** Names of the tasks and resources of a trace, by number. Holes are nameless ones. */
export interface TraceNames {
  readonly tasks: readonly string[];
  readonly resources: readonly string[];
}

/** What a task is called that was given no name. */
export const NAMELESS = (task: number): string => (task === 0 ? 'main' : `task-${task}`);
