/** What a text has gaps for, by name. */
export type Parts = Readonly<Record<string, string | number>>;

/** A text with its gaps filled: "{move} at board {board}." A gap that nothing was given for stays as it is. */
export function fill(text: string, parts: Parts): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => (name in parts ? String(parts[name]) : gap));
}
