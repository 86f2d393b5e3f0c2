/** Chains of steps on one time axis. */
import { ChainsFold, type ChainAt } from '../../../shared/fold/chains.ts';
import type { Box } from '../../picture/areas.ts';
import type { Inks } from '../../picture/inks.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import type { CardLayout, Detail } from '../kit/card-layout.ts';
import type { CardKind } from '../kit/cards.ts';
import { wholeText } from '../kit/task-view.ts';
import { axisHeight, paintChains } from './painter.ts';

/** The greatest distance of two rows in CSS pixels. */
const PITCH_MOST = 132;
/** The distance from which on a row shows everything, and from which on its name; in sizes of small type. */
const FULL = 4;
const NAMED = 1.3;
/** Rows closer than that cannot be told apart: chains are counted instead. */
const PITCH_LEAST = 3;
const MARGIN = 10;

const texts = words.chains;

/** A row with the steps of a chain. */
export const chainCard: CardKind<ChainsFold, ChainAt> = {
  id: 'chains',
  name: texts.name,
  make: () => new ChainsFold(),
  content: (fold, _all, task) => fold.chain(task),
  key: () => '',

  tell({ steps, took }) {
    if (!Number.isNaN(took)) return fill(texts.took, { took: wholeText(took) });
    const step = steps.at(-1);
    return step === undefined ? '' : fill(texts.stepText, { step: steps.length, seconds: wholeText(step.seconds) });
  },

  layout: rows,
  paintAll: paintChains,
};

/** A row a chain; no boxes at all where chains are counted. */
function rows(area: Box, count: number, inks: Inks): CardLayout {
  const top = area.y + axisHeight(inks);
  const room = area.y + area.height - MARGIN - top;
  const pitch = Math.min(PITCH_MOST, room / count);
  const { xs } = inks.sizes;
  const detail: Detail = pitch >= FULL * xs ? 'full' : pitch >= NAMED * xs ? 'compact' : 'tile';
  if (pitch < PITCH_LEAST) return { boxes: [], columns: 1, detail };
  // What is left over is above and below, a little more of it below.
  const first = top + (room - pitch * count) * 0.4;
  const boxes = Array.from({ length: count }, (_, row) => ({
    x: area.x + MARGIN,
    y: first + row * pitch,
    width: area.width - 2 * MARGIN,
    height: pitch - (pitch > 8 ? 2 : 0),
  }));
  return { boxes, columns: 1, detail };
}
