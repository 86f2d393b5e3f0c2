import { makePatterns, type Patterns } from './patterns.ts';

/** The colours of tokens.css that pictures are drawn with; a canvas does not know custom properties. */
const colourNames = [
  'floor', 'floor-line', 'runner', 'runner-line', 'lamp', 'table', 'table-edge', 'sheet', 'sheet-rule', 'ink', 'ink-soft',
  'wood', 'wood-edge', 'wood-fill', 'on-wood', 'on-wood-soft', 'brass', 'square-light', 'square-dark', 'last-light',
  'last-dark', 'last-line', 'piece-white', 'piece-white-line', 'piece-black', 'piece-black-line', 'run', 'ready', 'wait',
  'hold', 'done', 'on-run', 'on-hold', 'on-maker', 'focus', 'wedge-1', 'wedge-2', 'wedge-3', 'wedge-4', 'maker-1',
  'maker-2', 'maker-3', 'maker-4', 'maker-5', 'maker-6', 'maker-7', 'maker-8',
] as const; // prettier-ignore
const sizeNames = ['xs', 's', 'm', 'l', 'xl', '2xl'] as const;

/** A typeface: what is read, the same stronger, the clock's face, code. */
export type Face = 'text' | 'strong' | 'face' | 'code';

export type Colours = Readonly<Record<(typeof colourNames)[number], string>>;

/** Sizes of type in CSS pixels. */
export type Sizes = Readonly<Record<(typeof sizeNames)[number], number>>;

/** What a picture is drawn with: the tokens in force at its canvas, and the textures made of them. */
export interface Inks {
  readonly colours: Colours;
  readonly patterns: Patterns;
  readonly sizes: Sizes;
  /** Weight and family of each typeface, as CSS writes them. */
  readonly fonts: Readonly<Record<Face, { readonly weight: string; readonly family: string }>>;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
}

/**
 * Reads the tokens in force at a canvas, or at another element: they depend on the theme and on the size of the window.
 * `instead` has colours that are not those of the tokens.
 */
export function readInks(
  element: Element,
  context: CanvasRenderingContext2D,
  ratio: number,
  instead: Partial<Colours> = {},
): Inks {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const tokens = Object.fromEntries(colourNames.map((name) => [name, token(name)])) as Colours;
  const colours = { ...tokens, ...instead };
  const sizes = Object.fromEntries(sizeNames.map((name) => [name, parseFloat(token(`text-${name}`)) || 12])) as Sizes;
  const font = (weight: string, family: string) => ({ weight: token(weight), family: token(family) });
  return {
    colours,
    patterns: makePatterns(context, colours, ratio),
    sizes,
    fonts: {
      text: font('weight-text', 'font-text'),
      strong: font('weight-strong', 'font-text'),
      face: font('weight-face', 'font-face'),
      code: font('weight-text', 'font-code'),
    },
    ratio,
  };
}

/** The colour of maker number `index`, counted from 0: eight colours in turn. */
export function makerColour({ colours }: Inks, index: number): string {
  return colours[`maker-${(((index % 8) + 8) % 8) + 1}` as keyof Colours];
}

/** The colour of lane number `index`, counted from 0: four colours in turn. */
export function laneColour({ colours }: Inks, index: number): string {
  return colours[`wedge-${(index % 4) + 1}` as keyof Colours];
}
