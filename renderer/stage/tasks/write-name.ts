import type { Pen, TextStyle } from '../../picture/pen.ts';

/** The smallest type anywhere, in CSS pixels. */
const SMALLEST = 12;

/** Writes a name: smaller rather than cut. Returns its width. */
export function writeName(
  pen: Pen,
  name: string,
  x: number,
  y: number,
  style: TextStyle & { readonly most: number },
): number {
  const size = pen.sizeFor(name, style, style.most, Math.min(style.size, SMALLEST));
  return pen.write(name, x, y, { ...style, size });
}
