/** What a preset or a mistake says of its end. */
export interface Declared {
  readonly deadlock?: boolean;
}

/** What is wrong with how a run has ended, beside what was declared of it; null where nothing is. */
export function undeclared(pause: string, { deadlock = false }: Declared): string | null {
  if (deadlock) return pause === 'deadlock' ? null : `declares a deadlock, and ends as ${pause}`;
  if (pause === 'deadlock') return 'ends in a deadlock, which it does not declare';
  return pause === 'finished' ? null : `ends as ${pause}`;
}
