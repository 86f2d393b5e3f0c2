import { readInks, type Inks } from '../picture/inks.ts';
import type { Look, PictureChoice } from './exportable.ts';

/** What is not painted. */
export const NOTHING = 'rgba(0, 0, 0, 0)';

/**
 * Lends a look while `use` works with it. Its tokens are read from two elements within each other: the light theme has
 * all of them, and the other one changes its colours. A unit is a pixel, whatever the window's size.
 */
export async function withLook<T>(
  { palette, transparent }: Pick<PictureChoice, 'palette' | 'transparent'>,
  use: (look: Look) => T | Promise<T>,
): Promise<T> {
  const outer = document.createElement('div');
  outer.hidden = true;
  outer.dataset['theme'] = 'light';
  outer.style.setProperty('--u', '1px');
  const element = document.createElement('div');
  element.dataset['theme'] = palette;
  outer.append(element);
  document.body.append(outer);
  try {
    return await use({ element, transparent });
  } finally {
    outer.remove();
  }
}

/** The inks of a look; what lies behind a picture is nothing where it is transparent. */
export function inksOf({ element, transparent }: Look, context: CanvasRenderingContext2D, ratio: number): Inks {
  return readInks(element, context, ratio, transparent ? { sheet: NOTHING, floor: NOTHING } : {});
}
