/**
 * Laws that say something of a figure from other figures of the same runs, whatever the distributions: nothing is
 * foretold, both sides are read off. A record of a run holds what the law says beside the figure.
 */
export type LawId = 'little' | 'utilisation';

export interface FigureLaw {
  readonly by: LawId;
  /** The figure of a run that holds what the law says. */
  readonly figure: string;
}

const laws: Readonly<Record<string, FigureLaw>> = {
  meanNumber: { by: 'little', figure: 'littleNumber' },
  processorUse: { by: 'utilisation', figure: 'lawUse' },
};

/** The law about a figure of runs; null where there is none. */
export function lawAbout(figure: string): FigureLaw | null {
  return laws[figure] ?? null;
}

/** Whether a figure is what a law says of another one: it is drawn beside that one, and not by itself. */
export function isLawFigure(figure: string): boolean {
  return Object.values(laws).some((law) => law.figure === figure);
}
