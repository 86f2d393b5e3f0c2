import { CommanderError } from 'commander';
import { InputError } from '../../shared/scenario/problem.ts';
import { messageOf } from '../../shared/message-of.ts';
import { suggestion } from './input/suggest.ts';

/** What the process ends with. A signal adds its number to `signal`. */
export const Exit = { ok: 0, failed: 1, badInput: 2, signal: 128 } as const;

/** A run, or the machine it runs on, has failed. The message is the line that is said. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
}

/** A run has ended in a deadlock, which some presets and variants are made to show. */
export class Deadlocked extends Failure {
  override readonly name = 'Deadlocked';
}

const LINE_MAX = 600;

/** Says one line on standard error. */
export function say(text: string): void {
  process.stderr.write(`simul: ${oneLine(text)}\n`);
}

/** Says what went wrong, in one line; returns the exit code that belongs to it. */
export function report(error: unknown): number {
  if (process.env['SIMUL_DEBUG']) process.stderr.write(`${String((error as Error | null)?.stack ?? error)}\n`);
  if (error instanceof InputError) {
    say(problemLine(error));
    return Exit.badInput;
  }
  if (error instanceof Failure) {
    say(error.message);
    return Exit.failed;
  }
  if (error instanceof CommanderError) {
    say(usageLine(error.message));
    return Exit.badInput;
  }
  say(`internal error: ${messageOf(error)} (SIMUL_DEBUG=1 shows where)`);
  return Exit.failed;
}

/** An input that cannot be used is told by its first problem; one of a newer version has no other that matters. */
function problemLine({ problems, more: uncounted }: InputError): string {
  const first = problems.find(({ path }) => path === 'version') ?? problems[0];
  if (first === undefined) return 'bad input';
  const more = problems.length - 1 + uncounted;
  const others =
    more === 0 || first.path === 'version' ? '' : ` (and ${more} more ${more === 1 ? 'problem' : 'problems'})`;
  return `${first.message}${suggestion(first)}${others}`;
}

/** Commander writes "error: ...", with its suggestion on a second line. */
function usageLine(message: string): string {
  const text = message.replace(/^error: /, '').replace(/\n\((.*)\)$/, (_, hint: string) => ` (${hint.toLowerCase()})`);
  return `${text.replace(/\.$/, '')}; see simul help`;
}

/** Text that came from outside cannot break the line or steer the terminal. */
function oneLine(text: string): string {
  const plain = text.replace(/\n/g, '\\n').replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, codeOf);
  return plain.length > LINE_MAX ? `${plain.slice(0, LINE_MAX - 3)}...` : plain;
}

/** A character by its number, as JSON writes it. */
function codeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
