import type { ColourName } from './spec.ts';

/** What tokens.css comes to for charts: neither a canvas nor a file knows custom properties. */
export interface ChartTheme {
  readonly colour: (name: ColourName) => string;
  readonly font: string;
  /** Size of the type, in pixels. */
  readonly size: number;
  readonly weight: string;
  readonly strong: string;
  /** Whether there is room for a legend above the chart. */
  readonly roomy: boolean;
}

/** Reads the theme in force at an element. */
export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const colours = new Map<ColourName, string>();
  return {
    colour: (name) => {
      let colour = colours.get(name);
      // Computed styles are slow to ask, and a theme is another object when they change.
      if (colour === undefined) colours.set(name, (colour = token(name)));
      return colour;
    },
    font: token('font-text'),
    size: parseFloat(token('text-xs')) || 12,
    weight: token('weight-text'),
    strong: token('weight-strong'),
    roomy: false,
  };
}

/** The size of type at which lines are as wide as they say. */
const PLAIN_SIZE = 14;

/** How much wider lines and marks are where type is larger: on a large display, on a projector. */
export function thickness({ size }: Pick<ChartTheme, 'size'>): number {
  return Math.max(1, size / PLAIN_SIZE);
}

/** The theme of a chart that is read from afar: larger type, and the legend above the axes. */
export function enlarged(theme: ChartTheme, size: number): ChartTheme {
  return { ...theme, size, roomy: true };
}
