import { textWidth } from '../picture/offscreen.ts';
import type { Measure } from './overlay.ts';
import type { ChartTheme } from './theme.ts';

/** Measures texts in the font of a theme; null where there is no page to measure in. */
export function measureIn({ font, size, weight, strong }: ChartTheme): Measure | null {
  if (typeof document === 'undefined') return null;
  return (text, isStrong) => textWidth(text, `${isStrong ? strong : weight} ${size}px ${font}`);
}
