import type { Palette } from '../../picture/palette.ts';
import type { Patterns } from '../../picture/patterns.ts';
import type { Paint } from './table-painter.ts';

/** How she stands: at work, arms folded because she is held up, at leisure, or done. */
export type MasterPose = 'works' | 'held' | 'stands' | 'over';

/** She is drawn on a field of so many units, her feet in the middle of its lower side. */
export const MASTER_WIDTH = 40;
export const MASTER_HEIGHT = 64;

const BODY =
  'M20 20.5c4.5 0 7.8 2.2 8.6 6.3L25.5 38c1.2 7 4.8 13 7.2 19.5H7.3C9.7 51 13.3 45 14.5 38l-3.1-11.2c.8-4.1 4.1-6.3 8.6-6.3Z';
const BASE = 'M4.5 58.5h31a1.5 1.5 0 0 1 1.5 1.5v4H3v-4a1.5 1.5 0 0 1 1.5-1.5Z';
const CROWN = 'M12.6 8.6 10.8.8l5.2 3.6L20-.8l4 5.2L29.2.8l-1.8 7.8Z';
const HEAD = 'M20 8.2a6.3 6.3 0 1 1-.01 0Z';
const ARM_UP = 'M27 27.5l7.5-9';
const ARM_DOWN = 'M27 27l9 7.5';
const SEAMS = 'M14 38h12M12.6 9h14.8';

const paths = new Map<string, Path2D>();

/** The path of some path data, which is read once. */
function path(data: string): Path2D {
  let known = paths.get(data);
  if (known === undefined) paths.set(data, (known = new Path2D(data)));
  return known;
}

/** Draws her with her feet at (x, y), `height` high; `below`: the table she turns to is below her. */
export function paintMaster(
  paint: Paint,
  { palette, patterns }: { readonly palette: Palette; readonly patterns: Patterns },
  { x, y, height, pose, below }: { x: number; y: number; height: number; pose: MasterPose; below: boolean },
): void {
  const scale = height / MASTER_HEIGHT;
  const figure = path(BODY + BASE + CROWN + HEAD);
  const arm = pose === 'held' ? null : path(below ? ARM_DOWN : ARM_UP);
  const color = pose === 'held' ? palette.hold : pose === 'works' ? palette.run : palette.done;
  paint.save();
  paint.translate(x - (MASTER_WIDTH / 2) * scale, y - height);
  paint.scale(scale, scale);
  paint.lineJoin = 'round';
  paint.lineCap = 'round';
  const stroke = (shape: Path2D, style: string, width: number) => {
    paint.strokeStyle = style;
    paint.lineWidth = width;
    paint.stroke(shape);
  };
  const fill = (shape: Path2D, style: string | CanvasPattern) => {
    paint.fillStyle = style;
    paint.fill(shape);
  };
  // The halo lets her stand out from whatever is behind her.
  stroke(figure, palette.sheet, 9);
  if (arm !== null) stroke(arm, palette.sheet, 11);
  if (pose === 'held') {
    stroke(figure, color, 4.5);
    fill(figure, palette.sheet);
    fill(path(BODY), patterns.bars);
    fill(path(BASE + CROWN), color);
  } else {
    fill(figure, color);
    if (arm !== null) stroke(arm, color, 5);
  }
  stroke(path(SEAMS), palette.sheet, 1.8);
  paint.restore();
}

/** Her lamp: a flat pool of light on her and on the table she is at. */
export function paintLamp(paint: Paint, palette: Palette, x: number, y: number, width: number, height: number): void {
  const pool = (size: number, alpha: number) => {
    paint.globalAlpha = alpha;
    paint.fillStyle = palette.lamp;
    paint.beginPath();
    paint.ellipse(x, y, width * size, height * size, 0, 0, 2 * Math.PI);
    paint.fill();
  };
  pool(1.14, 0.45);
  pool(1, 1);
  paint.globalAlpha = 1;
}
