import { tag } from './markup.ts';

/** The two marks that are textures, as patterns of an SVG: `waiting` and `blocking`. */
export function svgPatterns({ sheet, wait, hold }: Readonly<Record<'sheet' | 'wait' | 'hold', string>>): string {
  const stripes = (id: string, side: number, angle: number, ground: string, stripe: string, wide: number) =>
    tag(
      'pattern',
      { id, width: side, height: side, patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${angle})` },
      tag('rect', { width: side, height: side, fill: ground }) +
        tag('rect', { width: wide, height: side, fill: stripe }),
    );
  return stripes('waiting', 6, 45, sheet, wait, 2.6) + stripes('blocking', 7, -45, hold, sheet, 1.6);
}
