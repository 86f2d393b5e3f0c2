/** The Chromium in which windows are shown: one that is there already, else one of the double's own. */
import { findChromium, portArgument } from '../support/chromium.ts';
import { freePort } from '../support/free-port.ts';
import { Cdp } from './cdp.ts';
import { config } from './config.ts';

export interface Chromium {
  readonly cdp: Cdp;
  /** The context for the windows; undefined for the browser's own. */
  readonly context: string | undefined;
  close(): Promise<void>;
}

let started: Promise<Chromium> | null = null;

/** Starts it, or connects to it, when it is first asked for. */
export function chromium(): Promise<Chromium> {
  return (started ??= start());
}

export async function closeChromium(): Promise<void> {
  await (await started)?.close();
}

async function start(): Promise<Chromium> {
  if (config.chromium !== undefined) {
    const { port, context } = config.chromium;
    const cdp = await Cdp.open(port);
    return { cdp, context, close: async () => cdp.close() };
  }
  // Large, and of no use to whoever brings a Chromium along.
  const { chromium: playwright } = await import('playwright-core');
  const port = await freePort();
  const { executablePath, args } = await findChromium();
  const browser = await playwright.launch({ executablePath, args: [...args, portArgument(port)] });
  const cdp = await Cdp.open(port);
  return { cdp, context: undefined, close: () => browser.close() };
}
