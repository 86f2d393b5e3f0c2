/** What the lines of a chart say at an instant. */
import { numberText } from '../words/numbers.ts';
import type { ColourName, LineChart } from './spec.ts';
import { valueAt } from './zoom.ts';

export interface Reading {
  readonly name: string;
  readonly value: string;
  readonly colour: ColourName;
}

/** The value of each line; a dash where it has none there. Lines of theory say what would be, and are left out. */
export function readingAt({ series }: LineChart, at: number): Reading[] {
  return series
    .filter(({ theory }) => !theory)
    .map((line) => {
      const value = valueAt(line, at);
      return { name: line.name, value: value === null ? '–' : numberText(value), colour: line.colour };
    });
}
