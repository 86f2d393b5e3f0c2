import { once } from 'node:events';
import { breathe } from '../breathe.ts';
import { PLAIN, lookOf, type Look } from './look.ts';
import { openAtomic } from './atomic.ts';

/** Where results go: standard output, or a file that appears when it is whole. */
export interface Sink {
  readonly look: Look;
  /** Resolves when more can be taken. */
  write(text: string): Promise<void>;
  /** Everything has been written. */
  close(): void;
}

/** Standard output, or the file at `path`. Opened before anything is run, so that a bad path costs nothing. */
export function openSink(path: string | undefined): Sink {
  if (path === undefined || path === '-') return standardOutput();
  const file = openAtomic(path);
  return {
    look: PLAIN,
    async write(text) {
      file.write(text);
      await breathe();
    },
    close: () => file.commit(),
  };
}

function standardOutput(): Sink {
  const { stdout } = process;
  return {
    look: lookOf(stdout, process.env),
    async write(text) {
      // A slow reader makes the run wait rather than the memory grow.
      if (!stdout.write(text)) await once(stdout, 'drain');
      await breathe();
    },
    close() {},
  };
}
