/** The scheme under which the shell serves the built page; no other program has it. */
export const PAGE_SCHEME = 'simul';
/** Where the built page is. */
export const PAGE_ADDRESS = `${PAGE_SCHEME}://app/`;

/** Whether an address is of the same origin as the page's. */
export function isOwn(address: string, page: string): boolean {
  const [given, own] = [parsed(address), parsed(page)];
  return given !== null && own !== null && given.protocol === own.protocol && given.host === own.host;
}

/** Whether the window may go there: to the page itself, which is what reloading is, and nowhere else. */
export function mayNavigate(address: string, page: string): boolean {
  return isOwn(address, page) && parsed(address)?.pathname === parsed(page)?.pathname;
}

/** Whether the page may load from there: its own files, and what it has made itself. */
export function mayLoad(address: string, page: string): boolean {
  const own = parsed(page);
  const given = parsed(address);
  if (own === null || given === null) return false;
  if (['data:', 'blob:', 'devtools:'].includes(given.protocol)) return true;
  // The development server tells its page about changes over a socket of the same origin.
  if (own.protocol === 'http:' && given.protocol === 'ws:') return given.host === own.host;
  return isOwn(address, page);
}

/** What is known of the sender of a message. */
export interface Sender {
  /** The address of the frame; null when it is gone. */
  readonly url: string | null;
  /** Whether it is the window's own frame, and not one within it. */
  readonly isMainFrame: boolean;
}

/** Whether a message comes from the page, and not from something that got into its window. */
export function isTrusted({ url, isMainFrame }: Sender, page: string): boolean {
  return isMainFrame && url !== null && isOwn(url, page);
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
