/** What a task does, in the same four words everywhere. */
export const marks = { running: 'running', ready: 'ready', waiting: 'waiting', holding: 'blocking' };
