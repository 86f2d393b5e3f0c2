import { tooLong } from '../../shared/protocol/call-problems.ts';
import { CALL_LENGTH_MAX } from '../../shared/protocol/limits.ts';
import { callSchemas, type CallName } from '../../shared/protocol/calls.ts';
import { excessOf } from '../../shared/scenario/bounds.ts';
import { InputError, problem, Problems } from '../../shared/scenario/problem.ts';

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
  if (message.length > CALL_LENGTH_MAX) throw new InputError([tooLong('message', message.length)]);
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    throw new InputError([problem('message', message.slice(0, 40), 'a call as JSON text')]);
  }
  const { type, id, call, args } = (parsed ?? {}) as { type?: unknown; id?: unknown; call?: unknown; args?: unknown };
  const excess = excessOf(parsed);
  if (excess !== null) throw typeof id === 'number' ? new CallError(id, [excess]) : new InputError([excess]);
  if (type !== 'call' || typeof id !== 'number') {
    throw new InputError([problem('message', parsed, 'an object with type "call", id, call and args')]);
  }
  if (typeof call !== 'string' || !Object.hasOwn(callSchemas, call)) {
    throw new CallError(id, [problem('call', call, `one of ${Object.keys(callSchemas).join(', ')}`)]);
  }
  const name = call as CallName;
  const result = callSchemas[name].safeParse(args);
  if (!result.success) {
    const problems = new Problems();
    problems.addFrom(result.error, args, 'args');
    throw new CallError(id, problems);
  }
  return { id, call: name, args: result.data };
}

/** A call whose number is known, so that its answer finds the caller. */
export class CallError extends InputError {
  readonly id: number;

  constructor(id: number, problems: ConstructorParameters<typeof InputError>[0]) {
    super(problems);
    this.id = id;
  }
}
