import type { Measure } from './overlay.ts';
import type { ChartTheme } from './theme.ts';

/** How wide texts are in the font of a theme; null where there is no page to measure in. */
export function measureIn({ font, size, weight, strong }: ChartTheme): Measure | null {
  if (typeof document === 'undefined') return null;
  const paint = document.createElement('canvas').getContext('2d');
  if (paint === null) return null;
  return (text, isStrong) => {
    paint.font = `${isStrong ? strong : weight} ${size}px ${font}`;
    return paint.measureText(text).width;
  };
}
