import { existsSync } from 'node:fs';

/** How to start a Chromium, as Playwright wants it. */
export interface ChromiumLaunch {
  readonly executablePath: string;
  readonly args: string[];
}

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No word to the outside by the browser itself: whatever leaves the machine is the page's doing. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium: the one that CHROME_PATH names, else one the machine has, else the headless one that comes with the
 * packages and unpacks itself into the folder for temporary files.
 */
export async function findChromium(): Promise<ChromiumLaunch> {
  const wanted = process.env['CHROME_PATH'];
  const found = wanted !== undefined && wanted !== '' ? wanted : PLACES.find((place) => existsSync(place));
  if (found !== undefined) return { executablePath: found, args: ARGS };
  const { default: packed } = await import('@sparticuz/chromium');
  // Its own list of arguments switches the web's security off, which is a part of what is tested.
  return { executablePath: await packed.executablePath(), args: [...ARGS, '--headless=shell', '--no-zygote'] };
}

const PORT = '--remote-debugging-port=';

/** What has Chromium listen at a port, so that the double of Electron may show its windows there. */
export function portArgument(port: number): string {
  return `${PORT}${port}`;
}

/** The port at which a Chromium that was started so listens. */
export function portOf({ args = [] }: { readonly args?: readonly string[] }): number {
  const argument = args.find((each) => each.startsWith(PORT));
  if (argument === undefined) throw new Error('this Chromium listens at no port');
  return Number(argument.slice(PORT.length));
}
