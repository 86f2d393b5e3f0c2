/** Theory beside how many wait: Little's law of the run so far, and what the model of the program says. */
import { numberText, spanText } from '../words/numbers.ts';
import { theory as words } from '../words/en/theory.ts';
import type { Series } from './spec.ts';
import { isLaw, lawLevel, lawsAt, littleSays, measureOf, theoryLevel, theorySays } from './theory.ts';
import { lineEnd, type ChartView } from './view.ts';

const MINUTE = 60;
const FIGURE = 'meanNumber';

/** For each lane λ · W up to now, and the mean number that theory says, as level lines. */
export function littleLines(view: ChartView, end: number): Series[] {
  const own = view.lanes.filter(({ ghost }) => ghost !== true);
  return own.flatMap((lane) => {
    const until = lineEnd(lane, view.at);
    const measure = measureOf(lane, FIGURE);
    return [
      ...(until > 0 ? [lawLevel(lane, 'little', lawsAt(lane, view.at, view).little.product, until)] : []),
      ...(measure === null ? [] : [theoryLevel(lane, measure.value, end)]),
    ];
  });
}

/** What the lines are, beside the title. */
export function littleHints(lines: readonly Series[]): string[] {
  return [...(lines.some(isLaw) ? [words.hints.little] : []), ...(lines.every(isLaw) ? [] : [words.hints.theory])];
}

export function highestOf(lines: readonly Series[]): number {
  return Math.max(0, ...lines.flatMap(({ points }) => points.map(({ y }) => y)));
}

/** Little's law and theory in sentences. */
export function littleTold(view: ChartView): string[] {
  const measured = theorySays(view, {
    figure: FIGURE,
    measured: (lane) => lawsAt(lane, view.at, view).little.number,
    text: numberText,
  });
  const rate = (perSecond: number) => numberText(perSecond * MINUTE);
  return [...littleSays(view, { rate, span: spanText, count: numberText }), ...measured];
}
