/** Tasks that draw numbers until one of them beats their threshold. */
import { DrawsFold, type DrawsAt } from '../../../shared/fold/draws.ts';
import type { Box } from '../../picture/areas.ts';
import type { Pen, TextStyle } from '../../picture/pen.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import { pack } from '../kit/card-layout.ts';
import type { Card, CardKind } from '../kit/cards.ts';
import { paintName, paintStatus } from '../kit/status.ts';
import { paintPlot, paintValue } from './painter.ts';

/** The draws of a task at an instant; `begun`: the task has told what it has to beat. */
export type Drawing = DrawsAt & { readonly begun: boolean };

const texts = words.draws;

/** A card with the numbers that a task has drawn. */
export const drawingCard: CardKind<DrawsFold, Drawing> = {
  id: 'draws',
  name: texts.name,
  make: () => new DrawsFold(),

  content(fold, all, task) {
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

  layout: (area, count, { sizes }) => pack(area, count, { narrowest: 0.42, widest: 1.9 }, sizes.xs),

  paint({ pen }, box, card, detail) {
    if (detail === 'full') paintFull(pen, box, card);
    else paintCompact(pen, box, card);
  },
};

function triesText(tries: number): string {
  return fill(texts.tries[Math.min(tries, 2)]!, { tries });
}

function paintFull(pen: Pen, paper: Box, { name, view, content }: Card<Drawing>): void {
  const { sizes, colours } = pen.inks;
  const pad = Math.max(8, paper.width * 0.04);
  const [x, width] = [paper.x + pad, paper.width - 2 * pad];
  const head = Math.max(sizes.m * 1.4, Math.min(sizes.xl * 1.6, paper.height * 0.11));
  const line = Math.max(sizes.s * 1.5, Math.min(sizes.l * 1.5, paper.height * 0.08));
  const foot = Math.max(sizes.s * 1.6, Math.min(sizes.m * 1.9, paper.height * 0.075));
  paintName(pen, name, { x, y: paper.y + pad * 0.3, width, height: head });
  const top = paper.y + pad * 0.3 + head;
  const base = top + line * 0.7;
  const style = { size: Math.max(sizes.xs, line * 0.6), face: 'strong', most: width / 2 - pad / 2 } satisfies TextStyle;
  const { threshold, tries } = content;
  if (!Number.isNaN(threshold)) pen.write(fill(texts.beats, { threshold }), x, base, style);
  pen.writeFirst([triesText(tries), fill(texts.triesShort, { tries })], x + width, base, {
    ...style,
    align: 'right',
    colour: colours['ink-soft'],
  });
  const low = paper.y + paper.height - foot - 3;
  paintPlot(pen, { x, y: top + line, width, height: low - top - line - 2 }, content, view);
  paintStatus(pen, view, { x, y: low, width, height: foot });
}

function paintCompact(pen: Pen, paper: Box, { name, view, content }: Card<Drawing>): void {
  const { xs } = pen.inks.sizes;
  const named = paper.height > 3.4 * xs;
  const head = named ? xs * 1.4 : 0;
  if (named) paintName(pen, name, { x: paper.x + 3, y: paper.y + 1, width: paper.width - 6, height: head });
  const rest = { x: paper.x + 3, y: paper.y + head + 1, width: paper.width - 6, height: paper.height - head - 3 };
  if (rest.height > 60 && rest.width > 60) return paintPlot(pen, rest, content, view);
  // Little room: the last number, and whether it was enough.
  const value = content.values.at(-1);
  if (value === undefined) return;
  const radius = Math.min(rest.width, rest.height) * 0.39;
  paintValue(pen, rest.x + rest.width / 2, rest.y + rest.height / 2, radius, value, content.beaten);
}
