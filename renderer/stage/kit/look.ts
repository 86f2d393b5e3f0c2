import { readPalette, type Palette } from '../../picture/palette.ts';
import { makePatterns, type Patterns } from '../../picture/patterns.ts';

const sizes = ['xs', 's', 'm', 'l', 'xl', '2xl'] as const;
const colours = ['sheet-rule', 'floor-line', 'brass', 'wedge-1', 'wedge-2', 'wedge-3', 'wedge-4'] as const;

/** What stages of tasks are drawn with: colours and type of tokens.css, and the textures of the marks. */
export interface Look {
  readonly palette: Palette;
  readonly patterns: Patterns;
  readonly more: Readonly<Record<(typeof colours)[number], string>>;
  /** Sizes of type in CSS pixels. */
  readonly sizes: Readonly<Record<(typeof sizes)[number], number>>;
  readonly face: { readonly font: string; readonly weight: string };
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

/** What the tokens come to on a canvas, at the theme and the window's size in force. */
export function readLook(canvas: HTMLCanvasElement, ratio: number): Look {
  const style = getComputedStyle(canvas);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const palette = readPalette(canvas);
  return {
    palette,
    patterns: makePatterns(canvas.getContext('2d', { alpha: false })!, palette, ratio),
    more: Object.fromEntries(colours.map((name) => [name, value(name)])) as Look['more'],
    sizes: Object.fromEntries(sizes.map((name) => [name, parseFloat(value(`text-${name}`)) || 12])) as Look['sizes'],
    face: { font: value('font-face'), weight: value('weight-face') },
    ratio,
  };
}
