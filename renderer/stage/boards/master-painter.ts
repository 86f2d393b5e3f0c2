import { pathOf } from '../../picture/paths.ts';
import type { Pen } from '../../picture/pen.ts';

/** How the master stands: at work, arms folded because a reply holds her, at leisure, or done. */
export type MasterPose = 'works' | 'held' | 'stands' | 'over';

/** The field on which she is drawn, in units of her paths. */
export const FIGURE_WIDTH = 40;
export const FIGURE_HEIGHT = 64;

const BODY =
  'M20 20.5c4.5 0 7.8 2.2 8.6 6.3L25.5 38c1.2 7 4.8 13 7.2 19.5H7.3C9.7 51 13.3 45 14.5 38l-3.1-11.2c.8-4.1 4.1-6.3 8.6-6.3Z';
const BASE = 'M4.5 58.5h31a1.5 1.5 0 0 1 1.5 1.5v4H3v-4a1.5 1.5 0 0 1 1.5-1.5Z';
const CROWN = 'M12.6 8.6 10.8.8l5.2 3.6L20-.8l4 5.2L29.2.8l-1.8 7.8Z';
const HEAD = 'M20 8.2a6.3 6.3 0 1 1-.01 0Z';
const ARM_UP = 'M27 27.5l7.5-9';
const ARM_DOWN = 'M27 27l9 7.5';
const SEAMS = 'M14 38h12M12.6 9h14.8';

/** A master in a picture; (x, y) is the centre of her feet. Lengths in CSS pixels. */
export interface Figure {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly pose: MasterPose;
  /** Whether the table she turns to is below her. */
  readonly below: boolean;
}

/** Draws the master; the origin is the centre of her feet. */
export function paintMaster({ context, inks }: Pen, { x, y, height, pose, below }: Figure): void {
  const { colours, patterns } = inks;
  const scale = height / FIGURE_HEIGHT;
  const figure = pathOf(BODY + BASE + CROWN + HEAD);
  const arm = pose === 'held' ? null : pathOf(below ? ARM_DOWN : ARM_UP);
  const colour = pose === 'held' ? colours.hold : pose === 'works' ? colours.run : colours.done;
  context.save();
  context.translate(x - (FIGURE_WIDTH / 2) * scale, y - height);
  context.scale(scale, scale);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const stroke = (shape: Path2D, style: string, width: number) => {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.stroke(shape);
  };
  const fill = (shape: Path2D, style: string | CanvasPattern) => {
    context.fillStyle = style;
    context.fill(shape);
  };
  // The halo lets her stand out from whatever is behind her.
  stroke(figure, colours.sheet, 9);
  if (arm !== null) stroke(arm, colours.sheet, 11);
  if (pose === 'held') {
    stroke(figure, colour, 4.5);
    fill(figure, colours.sheet);
    fill(pathOf(BODY), patterns.bars);
    fill(pathOf(BASE + CROWN), colour);
  } else {
    fill(figure, colour);
    if (arm !== null) stroke(arm, colour, 5);
  }
  stroke(pathOf(SEAMS), colours.sheet, 1.8);
  context.restore();
}

/** Draws her lamp round (x, y): a flat pool of light on her and on the table she is at. */
export function paintLamp({ context, inks }: Pen, x: number, y: number, width: number, height: number): void {
  const pool = (size: number, alpha: number) => {
    context.globalAlpha = alpha;
    context.fillStyle = inks.colours.lamp;
    context.beginPath();
    context.ellipse(x, y, width * size, height * size, 0, 0, 2 * Math.PI);
    context.fill();
  };
  pool(1.14, 0.45);
  pool(1, 1);
  context.globalAlpha = 1;
}
