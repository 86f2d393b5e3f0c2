/**
 * A listener that is told what happens in a run, as it happens. An observer that throws is let go: it cannot break
 * the run.
 */
export interface Observer {
  /** An event; see `Kind` for what `value` means. `at` is in virtual seconds and never goes back. */
  event(at: number, kind: number, task: number, value: number, line: number): void;
  /** The name of a task or of a resource, told before the first event that mentions it. */
  name(what: 'task' | 'resource', number: number, name: string): void;
}
