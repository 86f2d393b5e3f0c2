import type { DesktopShell } from '../../shared/protocol/shell.ts';
import type { Transport } from '../../shared/protocol/transport.ts';

declare global {
  interface Window {
    /** The desktop shell; a browser has none. */
    readonly simul?: DesktopShell;
  }
}

/** The desktop shell's port as a transport; the shell closes it together with the window. */
export function shellTransport(port: Pick<DesktopShell, 'send' | 'onMessage' | 'onClose'>): Transport {
  return {
    send: (message) => port.send(message),
    onMessage: (listener) => port.onMessage(listener),
    onClose: (listener) => port.onClose(listener),
    close() {},
  };
}
