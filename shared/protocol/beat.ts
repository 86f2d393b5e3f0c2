/**
 * Signs of life on a connection that can fall silent without being closed: a WebSocket. The host sends one every
 * BEAT_MS, beside a ping of the socket's own, which a page cannot see but a browser answers.
 */
export const BEAT = '{"type":"beat"}';

/** Wall milliseconds between two signs of life. */
export const BEAT_MS = 2000;
/** Wall milliseconds of silence after which an end is taken for gone: two signs have been missed. */
export const SILENCE_MS = 4500;
