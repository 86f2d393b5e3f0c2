/** The figures of runs: what they are called, in which unit they stand, which of them can leave out a warm-up. */
import { experiments as words } from '../words/en/experiments.ts';
import { numberText, spanText } from '../words/numbers.ts';

export type FigureKind = 'time' | 'share' | 'ratio' | 'number';

export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly kind: FigureKind;
}

export function figureNamed(id: string): Figure {
  const known = words.figures[id];
  return { id, title: known?.title ?? id, kind: known?.kind ?? 'number' };
}

/** The unit of a figure in files. */
export function unitOf({ kind }: Figure): string {
  return { time: 's', share: '1', ratio: '1', number: '1' }[kind];
}

/** A value as it is read: 1 h 30 min, 98.5 %, 11.8×, 12. */
export function figureText(value: number, { kind }: Figure): string {
  switch (kind) {
    case 'time':
      return spanText(value);
    case 'share':
      return `${numberText(value * 100)} %`;
    case 'ratio':
      return `${numberText(value)}×`;
    case 'number':
      return numberText(value);
  }
}

/** Whether a figure can be told of the time after a warm-up. */
export function canWarmUp(id: string): boolean {
  return id === 'processorUse' || /^mean[A-Z]/.test(id);
}
