/**
 * Chromium alone knows no scheme of ours, so that `simul://app/` is shown here as `https://app.simul.localhost/`: a
 * secure origin of its own, which no request ever leaves. The shell sees its own address throughout.
 */
const HOME = '.localhost';

/** Where Chromium shows what the shell calls by this address. */
export function outward(address: string, schemes: ReadonlySet<string>): string {
  if (!URL.canParse(address)) return address;
  const { protocol, host, pathname, search, hash } = new URL(address);
  const scheme = protocol.slice(0, -1);
  return schemes.has(scheme) ? `https://${host}.${scheme}${HOME}${pathname}${search}${hash}` : address;
}

/** What the shell calls the place that Chromium shows. */
export function inward(address: string, schemes: ReadonlySet<string>): string {
  if (!URL.canParse(address)) return address;
  const { protocol, hostname, pathname, search, hash } = new URL(address);
  if (protocol !== 'https:' || !hostname.endsWith(HOME)) return address;
  const [scheme = '', ...host] = hostname.slice(0, -HOME.length).split('.').reverse();
  return schemes.has(scheme) ? `${scheme}://${host.reverse().join('.')}${pathname}${search}${hash}` : address;
}
