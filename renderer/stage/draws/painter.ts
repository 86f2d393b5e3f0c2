/** The numbers that a task has drawn, in the order of its tries, against the line that is to be beaten. */
import { DRAWS_KEPT, type DrawsAt } from '../../../shared/fold/draws.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import type { Box } from '../../picture/areas.ts';
import type { Tools } from '../kit/stage-kind.ts';
import type { TaskView } from '../kit/task-view.ts';
import { setType, write, type Type } from '../kit/type.ts';

/** Numbers that can be drawn. */
const [LOWEST, HIGHEST] = [0, 10];
/** A column of the plot is so many pixels wide at least; there are so many at least. */
const COLUMN_LEAST = 6;
/** Room at either side of them, for the reach of a mark. */
const SIDE = 7;
const COLUMNS_LEAST = 6;

/** Draws all there is room for: the last draws, the line, and the wait for the next one. */
export function paintPlot(tools: Tools, box: Box, picture: DrawsAt, view: TaskView): void {
  const { paint, look } = tools;
  const { palette, sizes } = look;
  const axis = sizes.xs * 1.5;
  const plot = { ...box, x: box.x + axis, width: box.width - axis };
  const pitch = plot.height / (HIGHEST - LOWEST + 1.4);
  const yOf = (value: number) => plot.y + plot.height - (value - LOWEST + 0.7) * pitch;
  const most = Math.max(2, Math.floor((plot.width - 2 * SIDE) / COLUMN_LEAST));
  const shown = Math.min(picture.values.length, most - 1, DRAWS_KEPT);
  const columns = Math.min(most, Math.max(COLUMNS_LEAST, shown + 1));
  const step = (plot.width - 2 * SIDE) / columns;
  const xOf = (place: number) => plot.x + SIDE + (place + 0.5) * step;
  paintGround(tools, plot, yOf, picture.threshold);
  const type: Type = { family: 'text', size: sizes.xs };
  setType(paint, look, type);
  paint.fillStyle = palette['ink-soft'];
  for (const value of pitch * 2.5 > sizes.xs ? [0, 5, 10] : [0, 10]) {
    write(paint, String(value), plot.x - 5, yOf(value) + sizes.xs * 0.36, type, 'right');
  }
  const radius = Math.max(2.5, Math.min(pitch * 0.62, step * 0.44, 26));
  const first = picture.values.length - shown;
  for (let place = 0; place < shown; place++) {
    const value = picture.values[first + place]!;
    const latest = place === shown - 1;
    // The latest keeps its number, however many there are.
    const size = latest ? Math.max(radius, sizes.xs * 0.72) : radius;
    const y = Math.max(plot.y + size + 1, Math.min(plot.y + plot.height - size - 1, yOf(value)));
    paintValue(tools, xOf(place), y, size, value, latest && picture.beaten);
  }
  if (!picture.beaten && picture.tries > 0) {
    paintWait(tools, { x: xOf(shown - 0.5), y: plot.y, width: step, height: plot.height }, view);
  }
  const earlier = picture.tries - shown;
  if (earlier > 0) {
    const text = fill(words.draws.earlier, { earlier });
    setType(paint, look, type);
    paint.fillStyle = palette['ink-soft'];
    write(paint, text, plot.x + 3, plot.y + plot.height - 4, type);
  }
}

/** The line and what is beyond it: where a draw has to come. */
function paintGround({ paint, look }: Tools, plot: Box, yOf: (value: number) => number, threshold: number): void {
  const { palette } = look;
  paint.fillStyle = palette.sheet;
  paint.fillRect(plot.x, plot.y, plot.width, plot.height);
  if (!Number.isNaN(threshold)) {
    // A line that no draw can reach stays in sight at the edge.
    const bottom = plot.y + plot.height;
    const y = Math.max(plot.y + 1.5, Math.min(bottom - 1.5, (yOf(threshold) + yOf(threshold + 1)) / 2));
    paint.fillStyle = palette.runner;
    paint.fillRect(plot.x, plot.y, plot.width, y - plot.y);
    paint.fillStyle = palette.ink;
    paint.fillRect(plot.x, y - 1.5, plot.width, 3);
  }
  paint.strokeStyle = look.palette['runner-line'];
  paint.lineWidth = 1;
  paint.strokeRect(plot.x + 0.5, plot.y + 0.5, plot.width - 1, plot.height - 1);
}

/** One number: a ring where it was not enough, a full disc in two rings where it was. */
export function paintValue(
  { paint, look }: Tools,
  x: number,
  y: number,
  radius: number,
  value: number,
  beaten: boolean,
): void {
  const { palette } = look;
  const disc = (fill: string, reach: number, line: string, width: number) => {
    paint.beginPath();
    paint.arc(x, y, reach, 0, 2 * Math.PI);
    paint.fillStyle = fill;
    paint.fill();
    paint.strokeStyle = line;
    paint.lineWidth = width;
    paint.stroke();
  };
  if (beaten)
    disc(
      palette['last-light'],
      radius + Math.max(2, radius * 0.25),
      palette['last-line'],
      Math.max(1.5, radius * 0.12),
    );
  disc(beaten ? palette['last-line'] : palette.sheet, radius, beaten ? palette['last-line'] : palette['ink-soft'], 1.5);
  if (radius < look.sizes.xs * 0.55) return;
  const type: Type = { family: 'text', size: Math.max(look.sizes.xs, radius * 1.05), strong: true };
  setType(paint, look, type);
  paint.fillStyle = beaten ? palette['last-light'] : palette.ink;
  write(paint, String(value), x, y + type.size * 0.36, type, 'center');
}

/** The column of the next draw fills while the task waits for it. */
function paintWait({ paint, look }: Tools, { x, y, width, height }: Box, view: TaskView): void {
  const { palette, patterns } = look;
  if (view.mark !== 'waiting' && view.mark !== 'holding') return;
  const wide = Math.min(width * 0.5, 22);
  const left = x + (width - wide) / 2;
  const held = view.mark === 'holding';
  paint.fillStyle = palette.sheet;
  paint.fillRect(left, y + 4, wide, height - 8);
  paint.fillStyle = held ? patterns.bars : patterns.hatch;
  const filled = (height - 8) * view.share;
  paint.fillRect(left, y + height - 4 - filled, wide, filled);
  paint.strokeStyle = held ? palette.hold : palette.wait;
  paint.lineWidth = 1.5;
  paint.strokeRect(left, y + 4, wide, height - 8);
}
