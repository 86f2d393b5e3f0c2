import type { Server } from 'node:http';

/** Where the search for a free port begins, and after how many tries the system chooses. */
export const FIRST_PORT = 4700;
const TRIES = 20;
const LAST_PORT = 65_535;

/**
 * Listens on this machine alone, at the first free port from `first` on, else at any. Returns the port.
 *
 * @throws when no port can be had at all.
 */
export async function listenOnLoopback(server: Server, first: number): Promise<number> {
  const last = Math.min(LAST_PORT, first + TRIES - 1);
  for (let port = first; port <= last && port > 0; port++) {
    if (await tryToListen(server, '127.0.0.1', port)) return port;
  }
  await tryToListen(server, '127.0.0.1', 0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port can be had on this machine');
  return address.port;
}

/** Listens at the same port of the other loopback address; false where there is none, or where it is taken. */
export function listenOnLoopback6(server: Server, port: number): Promise<boolean> {
  return tryToListen(server, '::1', port);
}

function tryToListen(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (listening: boolean) => {
      server.off('error', onError);
      server.off('listening', onListening);
      resolve(listening);
    };
    const onError = () => settle(false);
    const onListening = () => settle(true);
    server.on('error', onError);
    server.on('listening', onListening);
    server.listen({ host, port, exclusive: true });
  });
}
