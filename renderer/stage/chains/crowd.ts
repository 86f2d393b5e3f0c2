/** Chains too many for rows of their own: how many are at which step, over time. */
import type { ChainAt } from '../../../shared/fold/chains.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import type { TimeScale } from '../kit/axis.ts';
import type { Box } from '../../picture/areas.ts';
import type { Card, Tools } from '../kit/stage-kind.ts';
import { setType, write, type Type } from '../kit/type.ts';

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

/** Draws the crowd into a field, with what it is now at the left of it. */
export function paintCrowd(
  { paint, look }: Tools,
  field: Box,
  left: number,
  cards: readonly Card<ChainAt>[],
  scale: TimeScale,
  at: number,
): void {
  const { palette, sizes } = look;
  const columns = Math.max(1, Math.floor(field.width));
  const layers = crowdOf(
    cards.map(({ picture }) => picture),
    scale.longest,
    columns,
    at,
  );
  const styles = [palette.runner, palette['square-light'], palette['square-dark']];
  const unit = field.height / Math.max(1, cards.length);
  const shown = Math.min(columns, Math.ceil(((scale.at(at) - scale.x) / scale.width) * columns));
  const now = countsOf(cards.map(({ picture }) => picture));
  for (let column = 0; column < shown; column++) {
    let base = field.y + field.height;
    layers.forEach((layer, place) => {
      const high = layer[column]! * unit;
      paint.fillStyle = styles[place]!;
      paint.fillRect(field.x + column, base - high, 1, high);
      base -= high;
    });
  }
  paint.strokeStyle = palette['runner-line'];
  paint.lineWidth = 1;
  paint.strokeRect(field.x + 0.5, field.y + 0.5, field.width - 1, field.height - 1);
  const type: Type = { family: 'text', size: sizes.m, strong: true };
  setType(paint, look, type);
  const { grouped, groupedDone, step } = words.chains;
  const lines = [
    [2, fill(grouped, { step: fill(step, { step: 1 }), count: now[2] })],
    [1, fill(grouped, { step: fill(step, { step: 2 }), count: now[1] })],
    [0, fill(groupedDone, { count: now[0] })],
  ] as const;
  lines.forEach(([layer, text], place) => {
    const y = field.y + sizes.m * (1 + 1.7 * place);
    paint.fillStyle = styles[layer]!;
    paint.fillRect(left, y - sizes.m * 0.8, sizes.m, sizes.m);
    paint.strokeStyle = palette['table-edge'];
    paint.strokeRect(left + 0.5, y - sizes.m * 0.8 + 0.5, sizes.m - 1, sizes.m - 1);
    paint.fillStyle = palette.ink;
    write(paint, text, left + sizes.m * 1.5, y, type);
  });
}
