import type { WebSocket } from 'ws';
import { BEAT, BEAT_MS } from '../../shared/protocol/beat.ts';
import type { WallClock } from '../host/wall-clock.ts';

/** As much of a socket as it takes to see whether there is anybody at its other end. */
export type Beating = Pick<WebSocket, 'ping' | 'send' | 'terminate'> & {
  on(event: 'pong' | 'close' | 'message', listener: () => void): unknown;
};

/**
 * Gives a page a sign of life every two seconds, and asks for one. A page that has given none since the time before
 * last is gone: after four seconds of silence.
 */
export function keepAlive(socket: Beating, clock: WallClock): void {
  let missed = 0;
  let cancel = clock.schedule(BEAT_MS, beat);
  const heard = () => (missed = 0);
  socket.on('pong', heard);
  socket.on('message', heard);
  socket.on('close', () => cancel());

  function beat(): void {
    if (missed >= 1) {
      socket.terminate();
      return;
    }
    missed++;
    socket.ping();
    socket.send(BEAT);
    cancel = clock.schedule(BEAT_MS, beat);
  }
}
