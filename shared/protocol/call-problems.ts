import { CALL_LENGTH_MAX } from './limits.ts';
import { problem, type Problem } from '../scenario/problem.ts';

/** What is wrong with a call that was made while there was no host to answer it. */
export function unreachable(call: string): Problem {
  const message = 'The program behind this page cannot be reached at the moment.';
  return { ...problem('connection', call, 'made while the host can be reached'), message };
}

/** What is wrong with a call of so many characters. */
export function tooLong(call: string, characters: number): Problem {
  return problem(call, `${characters} characters`, `at most ${CALL_LENGTH_MAX} characters`);
}
