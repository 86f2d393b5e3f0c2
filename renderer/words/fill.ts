/** What a text has gaps for, by name. */
export type Parts = Readonly<Record<string, string | number>>;

/**
 * A text with its gaps filled: "{move} at board {board}." A gap may hold what is counted, once for one and once for any
 * other number: "{boards:board|boards}" is "1 board" or "24 boards". A gap that nothing was given for stays as it is.
 */
export function fill(text: string, parts: Parts): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (gap, name: string, one?: string, many?: string) => {
    if (!(name in parts)) return gap;
    const part = String(parts[name]);
    return one === undefined ? part : `${part} ${part === '1' ? one : many!}`;
  });
}
