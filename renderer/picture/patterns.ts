import type { Palette } from './palette.ts';

/** The two marks that are textures. */
export interface Patterns {
  /** Waiting: grey hatching. */
  readonly hatch: CanvasPattern;
  /** Holding: red and white bars, the other way. */
  readonly bars: CanvasPattern;
}

/** Makes the textures; a pattern keeps its grain whatever the pixel ratio. */
export function makePatterns(context: CanvasRenderingContext2D, palette: Palette, ratio: number): Patterns {
  return {
    hatch: stripes(context, ratio, { ground: palette.sheet, stripe: palette.wait, period: 6, width: 2.6, angle: 45 }),
    bars: stripes(context, ratio, { ground: palette.hold, stripe: palette.sheet, period: 7, width: 1.6, angle: -45 }),
  };
}

interface Stripes {
  readonly ground: string;
  readonly stripe: string;
  readonly period: number;
  readonly width: number;
  readonly angle: number;
}

function stripes(
  context: CanvasRenderingContext2D,
  ratio: number,
  { ground, stripe, period, width, angle }: Stripes,
): CanvasPattern {
  // Drawn four times as fine as the screen, so that slanting leaves clean edges.
  const scale = 4 * ratio;
  const tile = document.createElement('canvas');
  tile.width = Math.round(period * scale);
  tile.height = tile.width;
  const paint = tile.getContext('2d')!;
  paint.fillStyle = ground;
  paint.fillRect(0, 0, tile.width, tile.height);
  paint.fillStyle = stripe;
  paint.fillRect(0, 0, width * scale, tile.height);
  const pattern = context.createPattern(tile, 'repeat')!;
  pattern.setTransform(new DOMMatrix().rotate(angle).scale(period / tile.width));
  return pattern;
}
