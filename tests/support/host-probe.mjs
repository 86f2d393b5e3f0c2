// Loaded into the host's process before the app, by tests and benchmarks: drops the connections, and measures the
// event loop. The app knows nothing of it.
import { subscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

/** @type {Set<import('node:net').Socket>} */
const sockets = new Set();
subscribe('net.server.socket', (message) => {
  const { socket } = /** @type {{ socket: import('node:net').Socket }} */ (message);
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
});

const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
/** @type {Record<string, () => unknown>} */
const orders = {
  drop() {
    for (const socket of sockets) socket.destroy();
    return null;
  },
  watch() {
    delay.reset();
    delay.enable();
    return null;
  },
  delay() {
    delay.disable();
    // The histogram holds the spans between two looks at the clock; what is above its resolution is the delay.
    const late = (/** @type {number} */ ns) => Math.max(0, ns / 1e6 - RESOLUTION_MS);
    return { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), max: late(delay.max) };
  },
};

process.on('message', (order) => {
  const run = orders[String(order)];
  if (run !== undefined) process.send?.({ order, value: run() });
});
// The app ends when it has nothing left to do, whoever listens.
process.channel?.unref();
