/** Speakers: each says one, waits a second, and says two. */
import { SpeechesFold } from '../../../shared/fold/speeches.ts';
import type { Box } from '../../picture/areas.ts';
import type { Pen } from '../../picture/pen.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { pack } from '../kit/card-layout.ts';
import type { Card, CardKind, CardTools } from '../kit/cards.ts';
import { paintName, paintStatus } from '../kit/status.ts';
import type { TaskView } from '../kit/task-view.ts';
import { paintBubble, paintSpeaker } from './painter.ts';

/** What a speaker has said: nothing, one, or one and two. */
export interface Speech {
  readonly said: 0 | 1 | 2;
  /** The share of the wait between the two that has passed, 0..1. */
  readonly share: number;
}

const texts = words.speakers;

/** A card with a speaker. */
export const speechCard: CardKind<SpeechesFold, Speech> = {
  id: 'speakers',
  name: texts.name,
  make: () => new SpeechesFold(),

  content(fold, _all, task, view) {
    const { oneAt, twoAt } = fold.speech(task);
    const said = !Number.isNaN(twoAt) ? 2 : Number.isNaN(oneAt) ? 0 : 1;
    // A speaker that is woken late is ready: the second is over, though the second word is not said.
    const passed = waits(view) ? view.share : Number(view.mark === 'ready');
    return { said, share: [0, passed, 1][said]! };
  },

  key: ({ said, share }) => `${said} ${share.toFixed(3)}`,
  glyph: ({ said }) => (said === 0 ? '' : String(said)),
  tell: ({ said }) => [texts.silent, texts.saidOne, texts.saidTwo][said]!,
  layout: (area, count, { sizes }) => pack(area, count, { narrowest: 0.42, widest: 1.5 }, sizes.xs),

  paint(tools, box, card, detail) {
    if (detail === 'full') paintFull(tools, box, card);
    else paintCompact(tools, box, card);
  },
};

function paintFull(tools: CardTools, paper: Box, card: Card<Speech>): void {
  const { pen } = tools;
  const { sizes } = pen.inks;
  const pad = Math.max(8, paper.width * 0.05);
  const [x, width] = [paper.x + pad, paper.width - 2 * pad];
  const head = Math.max(sizes.m * 1.4, Math.min(sizes.xl * 1.6, paper.height * 0.1));
  const foot = Math.max(sizes.s * 1.6, Math.min(sizes.m * 1.9, paper.height * 0.075));
  paintName(pen, card.name, { x, y: paper.y + pad * 0.3, width, height: head });
  paintStatus(pen, card.view, { x, y: paper.y + paper.height - foot - 3, width, height: foot });
  const top = paper.y + pad * 0.3 + head;
  const stage = { x, y: top, width, height: paper.y + paper.height - foot - 4 - top };
  // Beside the speaker where the card is wide, above where it is narrow.
  if (stage.width > stage.height * 1.05) {
    const person = { ...stage, width: stage.width * 0.4 };
    paintSpeaker(tools, { ...person, y: stage.y + stage.height * 0.16, height: stage.height * 0.84 }, speaks(card));
    const room = { ...stage, x: stage.x + stage.width * 0.48, width: stage.width * 0.52 };
    return paintWords(pen, room, card, 'left');
  }
  const person = Math.min(stage.height * 0.38, stage.width * 0.95);
  paintSpeaker(tools, { ...stage, y: stage.y + stage.height - person, height: person }, speaks(card));
  paintWords(pen, { ...stage, height: stage.height - person }, card, 'down');
}

/** Draws the two words, one above the other, and the second between them. */
function paintWords(pen: Pen, room: Box, card: Card<Speech>, tail: 'left' | 'down'): void {
  const { said } = card.content;
  const high = Math.min(room.height * 0.31, room.width * 0.42);
  const wide = Math.min(room.width * 0.9, high * 2.4);
  const bar = Math.min(high * 0.42, 26);
  const gap = Math.min((room.height - 2 * high - bar) / 4, high * 0.42);
  const x = tail === 'left' ? room.x : room.x + (room.width - wide) / 2;
  const top =
    room.y + Math.max(gap * 0.6, (room.height - 2 * high - bar - 2 * gap) / 2 - (tail === 'down' ? gap * 0.4 : 0));
  const bubble = { x, width: wide, height: high };
  if (said >= 1) paintBubble(pen, { ...bubble, y: top }, texts.one, said === 1, said === 1 ? tail : 'none');
  if (said >= 2) paintBubble(pen, { ...bubble, y: top + high + bar + 2 * gap }, texts.two, true, tail);
  if (said >= 1) paintSecond(pen, { x, y: top + high + gap, width: wide, height: bar }, card);
}

/** Draws the wait between the words as it fills. */
function paintSecond(pen: Pen, box: Box, { view, content }: Card<Speech>): void {
  const { colours, patterns, sizes } = pen.inks;
  const { x, y, width, height } = box;
  // The tail of the first word may point through here: the paper hides it.
  pen.fill(box, colours.sheet);
  const held = view.mark === 'holding';
  const style = content.said === 2 ? colours['square-light'] : held ? patterns.bars : patterns.hatch;
  pen.fill({ ...box, width: width * content.share }, style);
  pen.frame(box, held ? colours.hold : colours.wait, 1.5);
  if (content.said < 2 || height < sizes.xs * 1.1) return;
  const size = Math.max(sizes.xs, height * 0.62);
  const colour = colours['piece-black'];
  pen.write(texts.second, x + width / 2, y + height / 2 + size * 0.35, {
    size,
    face: 'strong',
    align: 'center',
    colour,
  });
}

function paintCompact({ pen }: CardTools, paper: Box, { name, content }: Card<Speech>): void {
  const { xs } = pen.inks.sizes;
  const named = paper.height > 3.2 * xs;
  const head = named ? xs * 1.4 : 0;
  if (named) paintName(pen, name, { x: paper.x + 3, y: paper.y + 1, width: paper.width - 6, height: head });
  if (content.said === 0) return;
  const rest = { ...paper, y: paper.y + head, height: paper.height - head };
  const width = Math.min(rest.width - 8, (rest.height - 6) * 2.4);
  const height = Math.min(rest.height - 6, width * 0.6);
  const box = { x: rest.x + (rest.width - width) / 2, y: rest.y + (rest.height - height) / 2, width, height };
  paintBubble(pen, box, content.said === 1 ? texts.one : texts.two, true, 'none');
}

function waits({ mark }: TaskView): boolean {
  return mark === 'waiting' || mark === 'holding';
}

/** Whether the mouth is open: just after a word. */
function speaks({ view, content }: Card<Speech>): boolean {
  const MOMENT = 0.25;
  const speaking = view.mark === 'running' || (content.said === 1 ? waits(view) : view.mark === 'done');
  return content.said > 0 && speaking && view.elapsed < MOMENT;
}
