/** The columns of a comparison: what is compared, how it is written, and how a difference of it is. */
import type { ComparisonFigures } from '../../../shared/fold/comparison.ts';
import { compare as words } from '../../words/en/compare.ts';
import { clockText, numberText, percentText, spanText } from '../../words/numbers.ts';

export type FigureId = keyof ComparisonFigures | 'speedUp';

export interface Figure {
  readonly id: FigureId;
  readonly title: string;
  readonly help: string;
  /** What it is measured in, in files. */
  readonly unit: string | null;
  /** How it is written; `run` is the length of the longest run. */
  readonly text: (value: number, run: number) => string;
}

const MINUTE = 60;
const span = (value: number) => spanText(value);
const clock = (value: number, run: number) => clockText(value, run);
const rate = (value: number) => numberText(value * MINUTE);

const texts: Readonly<Record<FigureId, [unit: string | null, text: Figure['text']]>> = {
  makespan: ['s', clock],
  speedUp: [null, (value) => `${numberText(value)}×`],
  processorUse: [null, percentText],
  waitMean: ['s', span],
  waitMedian: ['s', span],
  waitP95: ['s', span],
  waitP99: ['s', span],
  waitMax: ['s', span],
  throughputPerSecond: ['1/s', rate],
  switches: [null, numberText],
  lagMean: ['s', span],
  lagP95: ['s', span],
  lagMax: ['s', span],
};

export const figures: readonly Figure[] = (Object.keys(texts) as FigureId[]).map((id) => {
  const [unit, text] = texts[id];
  return { id, unit, text, ...words.figures[id] };
});

/** How differences are shown beside the values. */
export const differences = ['none', 'absolute', 'percent'] as const;
export type Difference = (typeof differences)[number];

/** A difference from the value of the chosen lane in words; null where there is none to tell. */
export function differenceText(
  { text, id }: Figure,
  how: Difference,
  value: number | null,
  chosen: number | null,
  run: number,
): string | null {
  if (how === 'none' || value === null || chosen === null) return null;
  const by = value - chosen;
  if (how === 'percent') {
    if (chosen === 0) return by === 0 ? '±0 %' : null;
    return `${sign(by)}${numberText(Math.abs(by / chosen) * 100)} %`;
  }
  const size = Math.abs(by);
  // A difference of shares is one of per cents.
  const said = id === 'processorUse' ? `${numberText(size * 100)} %` : text(size, run);
  return `${sign(by)}${said}`;
}

function sign(by: number): string {
  return by > 0 ? '+' : by < 0 ? '−' : '±';
}
