import { callSchemas, type CallName } from '../../shared/protocol/calls.ts';
import { InputError, problem, problemsOf } from '../../shared/scenario/problem.ts';

/** Longest call that is read, in characters. */
export const CALL_LENGTH_MAX = 1 << 20;
/** Deepest nest of objects and lists that is read. */
const DEPTH_MAX = 32;

/** A call whose arguments have been checked. `id` is the caller's own number for it. */
export interface Call {
  readonly id: number;
  readonly call: CallName;
  readonly args: unknown;
}

/**
 * Reads a message as a call, and checks it.
 *
 * @throws InputError when the message is no call; a CallError where the call's number is known.
 */
export function readCall(message: string | Uint8Array): Call {
  if (typeof message !== 'string') throw new InputError([problem('message', 'bytes', 'a call as JSON text')]);
  if (message.length > CALL_LENGTH_MAX) {
    const size = `${message.length} characters`;
    throw new InputError([problem('message', size, `at most ${CALL_LENGTH_MAX} characters`)]);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    throw new InputError([problem('message', message.slice(0, 40), 'a call as JSON text')]);
  }
  if (isDeep(parsed)) throw new InputError([problem('message', 'a deep nest', `at most ${DEPTH_MAX} levels deep`)]);
  const { type, id, call, args } = (parsed ?? {}) as { type?: unknown; id?: unknown; call?: unknown; args?: unknown };
  if (type !== 'call' || typeof id !== 'number') {
    throw new InputError([problem('message', parsed, 'an object with type "call", id, call and args')]);
  }
  if (typeof call !== 'string' || !Object.hasOwn(callSchemas, call)) {
    throw new CallError(id, [problem('call', call, `one of ${Object.keys(callSchemas).join(', ')}`)]);
  }
  const name = call as CallName;
  const result = callSchemas[name].safeParse(args);
  if (!result.success) throw new CallError(id, problemsOf(result.error, args, 'args'));
  return { id, call: name, args: result.data };
}

/** A call whose number is known, so that its answer finds the caller. */
export class CallError extends InputError {
  readonly id: number;

  constructor(id: number, problems: InputError['problems']) {
    super(problems);
    this.id = id;
  }
}

/** Whether objects and lists lie in one another deeper than any call needs, and than may safely be walked through. */
function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= DEPTH_MAX; depth++) {
    level = level.flatMap((each): unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}
