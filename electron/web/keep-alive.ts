import type { WebSocket } from 'ws';
import type { WallClock } from '../host/wall-clock.ts';

/** Wall milliseconds between two signs of life. */
export const PING_MS = 20_000;

/** Asks a page for a sign of life now and then; one that gave none since the last time is gone. */
export function keepAlive(socket: WebSocket, clock: WallClock): void {
  let alive = true;
  let cancel = clock.schedule(PING_MS, ask);
  socket.on('pong', () => (alive = true));
  socket.on('close', () => cancel());

  function ask(): void {
    if (!alive) {
      socket.terminate();
      return;
    }
    alive = false;
    socket.ping();
    cancel = clock.schedule(PING_MS, ask);
  }
}
