import type { Transport } from '../../shared/protocol/transport.ts';
import { shellTransport } from './shell.ts';
import { socketAddress, socketTransport } from './socket.ts';

/** The way to the host from where the page is: the desktop shell's port, else a socket to the page's own origin. */
export function openTransport(): Transport {
  return window.simul === undefined ? socketTransport(socketAddress(location)) : shellTransport(window.simul);
}
