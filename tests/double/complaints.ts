import { messageOf } from '../../shared/message-of.ts';

/** What went wrong that no test has asked for, in the preload or between the worlds. */
export const complaints: string[] = [];

export function complain(error: unknown): void {
  const text = messageOf(error);
  complaints.push(text);
  process.stderr.write(`the double: ${text}\n`);
}
