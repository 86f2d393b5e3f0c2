/** The colours and type of tokens.css that are drawn with; a canvas does not know custom properties. */
const names = [
  'floor', 'runner', 'runner-line', 'lamp', 'table', 'table-edge', 'sheet', 'ink', 'ink-soft', 'square-light',
  'square-dark', 'last-light', 'last-dark', 'last-line', 'piece-white', 'piece-white-line', 'piece-black',
  'piece-black-line', 'run', 'ready', 'wait', 'hold', 'done', 'focus', 'font-text', 'weight-text', 'weight-strong',
] as const; // prettier-ignore

export type Palette = Readonly<Record<(typeof names)[number], string>> & { readonly textSize: number };

/** What the tokens come to for an element, at the theme and the window's size in force. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const values = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  const textSize = parseFloat(style.getPropertyValue('--text-xs')) || 12;
  return { ...(Object.fromEntries(values) as Record<(typeof names)[number], string>), textSize };
}
