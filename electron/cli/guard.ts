import { constants } from 'node:os';
import { Exit, report, say } from './failure.ts';

/** Wall milliseconds that a reader of standard output has for what it was already given. */
const PATIENCE_MS = 500;

/** Signals that end a process; a batch system sends some of them before it kills. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGXCPU'] as const;

const cleanups = new Set<() => void>();
const accounts = new Set<() => string | null>();
let leaving = false;

/**
 * Registers what has to be undone however the process ends: a temporary file, a progress bar. Returns how to take
 * it back. It has to be synchronous.
 */
export function beforeLeaving(cleanup: () => void): () => void {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/**
 * Registers what is to be said when somebody interrupts: what was done by then and what is kept, as a clause. Returns
 * how to take it back.
 */
export function onInterrupt(account: () => string | null): () => void {
  accounts.add(account);
  return () => accounts.delete(account);
}

/** Whether the process has been told to end: nothing more is to be begun. */
export function isLeaving(): boolean {
  return leaving;
}

/** Ends the process cleanly on signals, when nobody reads its output any longer, and on errors nobody caught. */
export function guard(): void {
  process.on('exit', cleanUp);
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const code = Exit.signal + constants.signals[signal];
      if (leaving) process.exit(code);
      leaving = true;
      const told = [...accounts].flatMap((account) => account() ?? []);
      cleanUp();
      say([signal === 'SIGINT' ? 'interrupted' : `ended by ${signal}`, ...told].join('; '));
      // What has been handed to standard output goes out whole, lest the last line be half a line; but a reader that
      // has stopped reading cannot hold up the end.
      if (process.stdout.writableLength === 0) process.exit(code);
      process.stdout.prependOnceListener('drain', () => process.exit(code));
      setTimeout(() => process.exit(code), PATIENCE_MS);
    });
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    cleanUp();
    if (error.code === 'EPIPE') process.exit();
    say(`standard output cannot be written: ${error.message}`);
    process.exit(Exit.failed);
  });
  process.stderr.on('error', () => {});
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      cleanUp();
      process.exit(report(error));
    });
  }
}

/** Undoes what is registered; nobody is to be told of it any more. */
export function cleanUp(): void {
  accounts.clear();
  for (const cleanup of cleanups) {
    cleanups.delete(cleanup);
    try {
      cleanup();
    } catch {
      // The others still have to have their turn.
    }
  }
}
