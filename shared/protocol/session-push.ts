import type { SessionPush } from './pushes.ts';

/** A session as it travels: the lanes have the same edits, which may be thousands, and they are sent once. */
export function packSession(session: SessionPush): SessionPush {
  const lanes = session.lanes.map((lane) => ({ ...lane, scenario: { ...lane.scenario, edits: [] } }));
  return { ...session, lanes };
}

/** A session as it was packed, each lane's scenario whole again. */
export function unpackSession(session: SessionPush): SessionPush {
  const { edits } = session;
  const lanes = session.lanes.map((lane) => ({ ...lane, scenario: { ...lane.scenario, edits } }));
  return { ...session, lanes };
}
