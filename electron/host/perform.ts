import type { CallArguments, CallName } from '../../shared/protocol/calls.ts';
import type { Session } from '../session/session.ts';

/** The calls that are about an experiment. */
export type ExperimentCall = 'experiment' | 'cancelExperiment' | 'openPoint';

/** The calls that are about the session; the others are about the connection. */
export type SessionCall = Exclude<CallName, 'hello' | 'ack' | 'check' | ExperimentCall>;

/**
 * Does what a call asks of the session, at wall instant `nowMs`, and returns the answer's value.
 *
 * @param args arguments that the call's schema has passed.
 * @throws InputError when the session cannot do it; nothing has changed then.
 */
export function perform(session: Session, call: SessionCall, args: unknown, nowMs: number): unknown {
  const given = <N extends SessionCall>() => args as NonNullable<CallArguments<N>>;
  switch (call) {
    case 'save':
      return session.saved;
    case 'open':
      session.open(given<'open'>(), nowMs);
      return null;
    case 'edit':
      session.edit(given<'edit'>().path, given<'edit'>().value, nowMs);
      return null;
    case 'undo':
      session.undo(nowMs);
      return null;
    case 'redo':
      session.redo(nowMs);
      return null;
    case 'play':
      session.play(nowMs);
      return null;
    case 'pause':
      session.pause(nowMs);
      return null;
    case 'restart':
      session.restart(nowMs);
      return null;
    case 'setPace':
      session.setPace(given<'setPace'>().pace, nowMs);
      return null;
    case 'seek':
      session.seek(given<'seek'>().at, nowMs);
      return null;
    case 'step':
      session.step(nowMs, (args as CallArguments<'step'>)?.lane);
      return null;
    case 'stepBack':
      session.stepBack(nowMs, (args as CallArguments<'stepBack'>)?.lane);
      return null;
  }
}
