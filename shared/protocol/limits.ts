/** Numbers both ends of the protocol go by. They stand apart from the schemas, which only a host needs. */

/** Both sides must speak the same version; a host refuses another one. */
export const PROTOCOL_VERSION = 1;

/** Longest call that a host reads, in characters. */
export const CALL_LENGTH_MAX = 1 << 21;

/** The slowest and the fastest pace: virtual seconds in a wall second. */
export const SPEED_MIN = 0.1;
export const SPEED_MAX = 100_000;

/** Most lanes beside each other. */
export const LANES_MAX = 4;

/** Wall seconds in which a program is shown from start to end, if nobody asks for another pace. */
export const SHOW_SECONDS = 60;
