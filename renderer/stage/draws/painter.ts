/** The numbers that a task has drawn, in the order of its tries, against the line that is to be beaten. */
import { DRAWS_KEPT, type DrawsAt } from '../../../shared/fold/draws.ts';
import { inset, type Box } from '../../picture/areas.ts';
import type { Pen, TextStyle } from '../../picture/pen.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import type { TaskView } from '../kit/task-view.ts';

/** Numbers that can be drawn. */
const [LOWEST, HIGHEST] = [0, 10];
/** Least width of a column of the plot in CSS pixels, and the least number of columns. */
const COLUMN_LEAST = 6;
const COLUMNS_LEAST = 6;
/** Room at either side of the columns, for the reach of a mark. */
const SIDE = 7;

/** Draws what there is room for: the last draws, the line, and the wait for the next draw. */
export function paintPlot(pen: Pen, box: Box, drawn: DrawsAt, view: TaskView): void {
  const { colours, sizes } = pen.inks;
  const axis = sizes.xs * 1.5;
  const plot = { ...box, x: box.x + axis, width: box.width - axis };
  const pitch = plot.height / (HIGHEST - LOWEST + 1.4);
  const yOf = (value: number) => plot.y + plot.height - (value - LOWEST + 0.7) * pitch;
  const most = Math.max(2, Math.floor((plot.width - 2 * SIDE) / COLUMN_LEAST));
  const shown = Math.min(drawn.values.length, most - 1, DRAWS_KEPT);
  const columns = Math.min(most, Math.max(COLUMNS_LEAST, shown + 1));
  const step = (plot.width - 2 * SIDE) / columns;
  const xOf = (place: number) => plot.x + SIDE + (place + 0.5) * step;
  paintGround(pen, plot, yOf, drawn.threshold);
  const style: TextStyle = { size: sizes.xs, colour: colours['ink-soft'] };
  for (const value of pitch * 2.5 > sizes.xs ? [0, 5, 10] : [0, 10]) {
    pen.write(String(value), plot.x - 5, yOf(value) + sizes.xs * 0.36, { ...style, align: 'right' });
  }
  const radius = Math.max(2.5, Math.min(pitch * 0.62, step * 0.44, 26));
  const first = drawn.values.length - shown;
  for (let place = 0; place < shown; place++) {
    const value = drawn.values[first + place]!;
    const latest = place === shown - 1;
    // The latest keeps its number, however many there are.
    const size = latest ? Math.max(radius, sizes.xs * 0.72) : radius;
    const y = Math.max(plot.y + size + 1, Math.min(plot.y + plot.height - size - 1, yOf(value)));
    paintValue(pen, xOf(place), y, size, value, latest && drawn.beaten);
  }
  if (!drawn.beaten && drawn.tries > 0) {
    paintWait(pen, { x: xOf(shown - 0.5), y: plot.y, width: step, height: plot.height }, view);
  }
  const earlier = drawn.tries - shown;
  if (earlier > 0) pen.write(fill(words.draws.earlier, { earlier }), plot.x + 3, plot.y + plot.height - 4, style);
}

/** Draws the line and the ground above it, which a draw has to reach. */
function paintGround(pen: Pen, plot: Box, yOf: (value: number) => number, threshold: number): void {
  const { colours } = pen.inks;
  pen.fill(plot, colours.sheet);
  if (!Number.isNaN(threshold)) {
    // A line that no draw can reach stays in sight at the edge.
    const bottom = plot.y + plot.height;
    const y = Math.max(plot.y + 1.5, Math.min(bottom - 1.5, (yOf(threshold) + yOf(threshold + 1)) / 2));
    pen.fill({ ...plot, height: y - plot.y }, colours.runner);
    pen.fill({ ...plot, y: y - 1.5, height: 3 }, colours.ink);
  }
  pen.frame(plot, colours['runner-line'], 1);
}

/** Draws a number: in a ring where it was not enough, in a full disc with two rings where it was. */
export function paintValue(pen: Pen, x: number, y: number, radius: number, value: number, beaten: boolean): void {
  const { colours, sizes } = pen.inks;
  if (beaten) {
    const reach = radius + Math.max(2, radius * 0.25);
    pen.disc(x, y, reach, colours['last-light'], { style: colours['last-line'], width: Math.max(1.5, radius * 0.12) });
  }
  const [ground, line] = beaten ? [colours['last-line'], colours['last-line']] : [colours.sheet, colours['ink-soft']];
  pen.disc(x, y, radius, ground, { style: line, width: 1.5 });
  if (radius < sizes.xs * 0.55) return;
  const size = Math.max(sizes.xs, radius * 1.05);
  const colour = beaten ? colours['last-light'] : colours.ink;
  pen.write(String(value), x, y + size * 0.36, { size, face: 'strong', align: 'center', colour });
}

/** Draws how far the wait for the next draw has come, in the column of that draw. */
function paintWait(pen: Pen, { x, y, width, height }: Box, { mark, share }: TaskView): void {
  const { colours, patterns } = pen.inks;
  if (mark !== 'waiting' && mark !== 'holding') return;
  const held = mark === 'holding';
  const wide = Math.min(width * 0.5, 22);
  const bar = { x: x + (width - wide) / 2, y: y + 4, width: wide, height: height - 8 };
  pen.fill(bar, colours.sheet);
  const filled = bar.height * share;
  pen.fill({ ...bar, y: bar.y + bar.height - filled, height: filled }, held ? patterns.bars : patterns.hatch);
  const line = 1.5;
  pen.frame(inset(bar, -line / 2), held ? colours.hold : colours.wait, line);
}
