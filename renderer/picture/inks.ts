import { readPalette, type Palette } from './palette.ts';
import { makePatterns, type Patterns } from './patterns.ts';

/** Tokens beyond those of the halls. */
const names = [
  'floor-line', 'sheet-rule', 'wood', 'wood-edge', 'wood-fill', 'on-wood', 'on-wood-soft', 'brass', 'on-run', 'on-hold',
  'on-maker', 'maker-1', 'maker-2', 'maker-3', 'maker-4', 'maker-5', 'maker-6', 'maker-7', 'maker-8', 'font-face', 'weight-face',
  'font-code',
] as const; // prettier-ignore

/** What pictures of programs are drawn with; sizes in CSS pixels. */
export interface Inks {
  readonly palette: Palette;
  readonly more: Readonly<Record<(typeof names)[number], string>>;
  readonly patterns: Patterns;
  readonly sizes: {
    readonly xs: number;
    readonly s: number;
    readonly m: number;
    readonly l: number;
    readonly xl: number;
  };
  /** The colours of those who make something, in turn. */
  readonly makers: readonly string[];
}

/** The tokens in force at a canvas, and the textures made of them. */
export function readInks(canvas: HTMLCanvasElement, paint: CanvasRenderingContext2D, ratio: number): Inks {
  const style = getComputedStyle(canvas);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const size = (name: string) => parseFloat(read(`text-${name}`)) || 12;
  const palette = readPalette(canvas);
  const more = Object.fromEntries(names.map((name) => [name, read(name)])) as Inks['more'];
  return {
    palette,
    more,
    patterns: makePatterns(paint, palette, ratio),
    sizes: { xs: size('xs'), s: size('s'), m: size('m'), l: size('l'), xl: size('xl') },
    makers: ([1, 2, 3, 4, 5, 6, 7, 8] as const).map((number) => more[`maker-${number}`]),
  };
}
