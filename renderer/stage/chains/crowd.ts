/** Chains too many for rows of their own: how many are at which step, over time. */
import type { ChainAt } from '../../../shared/fold/chains.ts';
import type { Box } from '../../picture/areas.ts';
import type { Pen } from '../../picture/pen.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import type { TimeScale } from '../kit/axis.ts';
import type { Card } from '../kit/cards.ts';

/** How many chains are done, at the second step and at the first, in each of `columns` equal parts of [0, longest]. */
export function crowdOf(
  chains: readonly ChainAt[],
  longest: number,
  columns: number,
  at: number,
): readonly Float64Array[] {
  const heights = [0, 1, 2].map(() => new Float64Array(columns + 1));
  const column = (instant: number) => Math.min(columns, Math.ceil((instant / longest) * columns));
  for (const { steps, took } of chains) {
    const [one, two] = steps;
    if (one === undefined) continue;
    const end = Number.isNaN(took) ? Infinity : (two ?? one).to;
    const change = (layer: number, instant: number, by: number) => {
      if (instant <= at) heights[layer]![column(instant)]! += by;
    };
    change(2, one.from, 1);
    change(2, two === undefined ? end : two.from, -1);
    if (two !== undefined) {
      change(1, two.from, 1);
      change(1, end, -1);
    }
    change(0, end, 1);
  }
  for (const layer of heights) {
    for (let place = 1; place <= columns; place++) layer[place]! += layer[place - 1]!;
  }
  return heights;
}

/** How many chains are done, at the second step and at the first, now. */
function countsOf(chains: readonly ChainAt[]): readonly [number, number, number] {
  const counts: [number, number, number] = [0, 0, 0];
  for (const { steps, took } of chains) {
    if (steps.length > 0) counts[Number.isNaN(took) ? (steps.length > 1 ? 1 : 2) : 0]++;
  }
  return counts;
}

/** Draws the counts over time into a field, and what they are now at its left. */
export function paintCrowd(
  pen: Pen,
  field: Box,
  left: number,
  cards: readonly Card<ChainAt>[],
  scale: TimeScale,
  at: number,
): void {
  const { colours, sizes } = pen.inks;
  const columns = Math.max(1, Math.floor(field.width));
  const chains = cards.map(({ content }) => content);
  const layers = crowdOf(chains, scale.longest, columns, at);
  const styles = [colours.runner, colours['square-light'], colours['square-dark']];
  const unit = field.height / Math.max(1, cards.length);
  const shown = Math.min(columns, Math.ceil(((scale.at(at) - scale.x) / scale.width) * columns));
  const now = countsOf(chains);
  for (let column = 0; column < shown; column++) {
    let base = field.y + field.height;
    layers.forEach((layer, place) => {
      const high = layer[column]! * unit;
      pen.fill({ x: field.x + column, y: base - high, width: 1, height: high }, styles[place]!);
      base -= high;
    });
  }
  pen.frame(field, colours['runner-line'], 1);
  const { grouped, groupedDone, step } = words.chains;
  const lines = [
    [2, fill(grouped, { step: fill(step, { step: 1 }), count: now[2] })],
    [1, fill(grouped, { step: fill(step, { step: 2 }), count: now[1] })],
    [0, fill(groupedDone, { count: now[0] })],
  ] as const;
  lines.forEach(([layer, text], place) => {
    const y = field.y + sizes.m * (1 + 1.7 * place);
    const swatch = { x: left, y: y - sizes.m * 0.8, width: sizes.m, height: sizes.m };
    pen.fill(swatch, styles[layer]!);
    pen.frame(swatch, colours['table-edge'], 1);
    pen.write(text, left + sizes.m * 1.5, y, { size: sizes.m, face: 'strong' });
  });
}
