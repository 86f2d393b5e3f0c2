import { offscreen } from './offscreen.ts';

/** The two marks that are textures. */
export interface Patterns {
  /** Waiting: grey hatching. */
  readonly hatch: CanvasPattern;
  /** Blocking: red and white bars, slanted the other way. */
  readonly bars: CanvasPattern;
}

/** Makes the textures. A pattern keeps its grain at every pixel ratio. */
export function makePatterns(
  context: CanvasRenderingContext2D,
  colours: Readonly<Record<'sheet' | 'wait' | 'hold', string>>,
  ratio: number,
): Patterns {
  const { sheet, wait, hold } = colours;
  return {
    hatch: stripes(context, ratio, { ground: sheet, stripe: wait, period: 6, width: 2.6, angle: 45 }),
    bars: stripes(context, ratio, { ground: hold, stripe: sheet, period: 7, width: 1.6, angle: -45 }),
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
  const side = Math.round(period * scale);
  const tile = offscreen(side, side);
  tile.fillStyle = ground;
  tile.fillRect(0, 0, side, side);
  tile.fillStyle = stripe;
  tile.fillRect(0, 0, width * scale, side);
  const pattern = context.createPattern(tile.canvas, 'repeat')!;
  pattern.setTransform(new DOMMatrix().rotate(angle).scale(period / side));
  return pattern;
}
