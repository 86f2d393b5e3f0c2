/** Tasks that draw numbers until one of them beats their threshold. */
import { DrawsFold, type DrawsAt } from '../../../shared/fold/draws.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import { paintPlot, paintValue } from './painter.ts';
import type { Box } from '../../picture/areas.ts';
import { pack } from '../kit/pack.ts';
import type { Card, StageKind, Tools } from '../kit/stage-kind.ts';
import { paintName, paintStatus } from '../kit/status.ts';
import { cut, fitting, setType, write, type Type } from '../kit/type.ts';

/** The draws of a task at an instant; `begun`: it is known what it has to beat. */
export type Drawing = DrawsAt & { readonly begun: boolean };

const texts = words.draws;

export const draws: StageKind<DrawsFold, Drawing> = {
  id: 'draws',
  name: texts.name,
  make: () => new DrawsFold(),

  picture(fold, all, task) {
    const drawn = fold.draws(task);
    const begun = !Number.isNaN(drawn.threshold);
    // The line is drawn before the task begins: what it has to beat is no secret.
    return { ...drawn, begun, threshold: begun ? drawn.threshold : all.thresholdOf(task) };
  },

  key: ({ tries, beaten, threshold }) => `${tries} ${beaten} ${threshold}`,
  glyph: ({ tries, beaten }) => (tries === 0 || beaten || tries > 99 ? '' : String(tries)),

  tell({ threshold, tries, values, beaten }) {
    const value = values.at(-1);
    const parts = { value: value ?? '', threshold };
    return [
      beaten ? fill(texts.beaten, parts) : Number.isNaN(threshold) ? '' : fill(texts.beats, parts),
      beaten || value === undefined ? '' : fill(texts.last, parts),
      triesText(tries),
    ]
      .filter((part) => part !== '')
      .join(', ');
  },

  layout: (area, count, look) => pack(area, count, { narrowest: 0.42, widest: 1.9 }, look.sizes.xs),

  paint(tools, box, card, detail) {
    if (detail === 'full') paintFull(tools, box, card);
    else paintCompact(tools, box, card);
  },
};

function triesText(tries: number): string {
  return fill(texts.tries[Math.min(tries, 2)]!, { tries });
}

function paintFull(tools: Tools, paper: Box, { name, view, picture }: Card<Drawing>): void {
  const { paint, look } = tools;
  const { sizes, palette } = look;
  const pad = Math.max(8, paper.width * 0.04);
  const [x, width] = [paper.x + pad, paper.width - 2 * pad];
  const head = Math.max(sizes.m * 1.4, Math.min(sizes.xl * 1.6, paper.height * 0.11));
  const line = Math.max(sizes.s * 1.5, Math.min(sizes.l * 1.5, paper.height * 0.08));
  const foot = Math.max(sizes.s * 1.6, Math.min(sizes.m * 1.9, paper.height * 0.075));
  paintName(paint, look, name, { x, y: paper.y + pad * 0.3, width, height: head });
  const top = paper.y + pad * 0.3 + head;
  const type: Type = { family: 'text', size: Math.max(sizes.xs, line * 0.6), strong: true };
  setType(paint, look, type);
  paint.fillStyle = palette.ink;
  const base = top + line * 0.7;
  const half = width / 2 - pad / 2;
  if (!Number.isNaN(picture.threshold)) {
    write(paint, cut(paint, fill(texts.beats, { threshold: picture.threshold }), half, type), x, base, type);
  }
  paint.fillStyle = palette['ink-soft'];
  const tries = fitting(
    paint,
    [triesText(picture.tries), fill(texts.triesShort, { tries: picture.tries })],
    half,
    type,
  );
  write(paint, tries, x + width, base, type, 'right');
  const low = paper.y + paper.height - foot - 3;
  paintPlot(tools, { x, y: top + line, width, height: low - top - line - 2 }, picture, view);
  paintStatus(paint, look, view, { x, y: low, width, height: foot });
}

function paintCompact(tools: Tools, paper: Box, { name, view, picture }: Card<Drawing>): void {
  const { paint, look } = tools;
  const named = paper.height > 3.4 * look.sizes.xs;
  const head = named ? look.sizes.xs * 1.4 : 0;
  if (named) paintName(paint, look, name, { x: paper.x + 3, y: paper.y + 1, width: paper.width - 6, height: head });
  const rest = { x: paper.x + 3, y: paper.y + head + 1, width: paper.width - 6, height: paper.height - head - 3 };
  if (rest.height > 60 && rest.width > 60) return paintPlot(tools, rest, picture, view);
  // Little room: the last number, and whether it was enough.
  const value = picture.values.at(-1);
  if (value === undefined) return;
  const radius = Math.min(rest.width, rest.height) * 0.39;
  paintValue(tools, rest.x + rest.width / 2, rest.y + rest.height / 2, radius, value, picture.beaten);
}
