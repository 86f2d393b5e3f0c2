/** Speakers who say one, wait a second, and say two. */
import { SpeechesFold } from '../../../shared/fold/speeches.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import type { Box } from '../../picture/areas.ts';
import { pack } from '../kit/pack.ts';
import { paintBubble, paintSpeaker } from './painter.ts';
import type { Card, StageKind, Tools } from '../kit/stage-kind.ts';
import { paintName, paintStatus } from '../kit/status.ts';
import type { TaskView } from '../kit/task-view.ts';
import { setType, write, type Type } from '../kit/type.ts';

/** What a speaker has said: nothing, one, or one and two. */
export interface Speech {
  readonly said: 0 | 1 | 2;
  /** The share of the wait between the two that has passed, 0..1. */
  readonly share: number;
}

const texts = words.speakers;

export const speakers: StageKind<SpeechesFold, Speech> = {
  id: 'speakers',
  name: texts.name,
  make: () => new SpeechesFold(),

  picture(fold, _all, task, view) {
    const { oneAt, twoAt } = fold.speech(task);
    const said = !Number.isNaN(twoAt) ? 2 : Number.isNaN(oneAt) ? 0 : 1;
    // Who is woken late is ready: the second is over, though the second word is not said.
    const passed = waits(view) ? view.share : Number(view.mark === 'ready');
    return { said, share: [0, passed, 1][said]! };
  },

  key: ({ said, share }) => `${said} ${share.toFixed(3)}`,
  glyph: ({ said }) => (said === 0 ? '' : String(said)),
  tell: ({ said }) => [texts.silent, texts.saidOne, texts.saidTwo][said]!,
  layout: (area, count, look) => pack(area, count, { narrowest: 0.42, widest: 1.5 }, look.sizes.xs),

  paint(tools, box, card, detail) {
    if (detail === 'full') paintFull(tools, box, card);
    else paintCompact(tools, box, card);
  },
};

function paintFull(tools: Tools, paper: Box, card: Card<Speech>): void {
  const { paint, look } = tools;
  const { sizes } = look;
  const pad = Math.max(8, paper.width * 0.05);
  const [x, width] = [paper.x + pad, paper.width - 2 * pad];
  const head = Math.max(sizes.m * 1.4, Math.min(sizes.xl * 1.6, paper.height * 0.1));
  const foot = Math.max(sizes.s * 1.6, Math.min(sizes.m * 1.9, paper.height * 0.075));
  paintName(paint, look, card.name, { x, y: paper.y + pad * 0.3, width, height: head });
  paintStatus(paint, look, card.view, { x, y: paper.y + paper.height - foot - 3, width, height: foot });
  const top = paper.y + pad * 0.3 + head;
  const stage = { x, y: top, width, height: paper.y + paper.height - foot - 4 - top };
  // Beside the speaker where the card is wide, above where it is narrow.
  if (stage.width > stage.height * 1.05) {
    const person = { ...stage, width: stage.width * 0.4 };
    paintSpeaker(tools, { ...person, y: stage.y + stage.height * 0.16, height: stage.height * 0.84 }, speaks(card));
    const room = { ...stage, x: stage.x + stage.width * 0.48, width: stage.width * 0.52 };
    return paintWords(tools, room, card, 'left');
  }
  const person = Math.min(stage.height * 0.38, stage.width * 0.95);
  paintSpeaker(tools, { ...stage, y: stage.y + stage.height - person, height: person }, speaks(card));
  paintWords(tools, { ...stage, height: stage.height - person }, card, 'down');
}

/** The two words, one above the other, and the second between them. */
function paintWords({ paint, look }: Tools, room: Box, card: Card<Speech>, tail: 'left' | 'down'): void {
  const { said, share } = card.picture;
  const high = Math.min(room.height * 0.31, room.width * 0.42);
  const wide = Math.min(room.width * 0.9, high * 2.4);
  const bar = Math.min(high * 0.42, 26);
  const gap = Math.min((room.height - 2 * high - bar) / 4, high * 0.42);
  const x = tail === 'left' ? room.x : room.x + (room.width - wide) / 2;
  const top =
    room.y + Math.max(gap * 0.6, (room.height - 2 * high - bar - 2 * gap) / 2 - (tail === 'down' ? gap * 0.4 : 0));
  const bubble = { x, width: wide, height: high };
  if (said >= 1) paintBubble(paint, look, { ...bubble, y: top }, texts.one, said === 1, said === 1 ? tail : 'none');
  if (said >= 2) paintBubble(paint, look, { ...bubble, y: top + high + bar + 2 * gap }, texts.two, true, tail);
  if (said >= 1) paintSecond({ paint, look }, { x, y: top + high + gap, width: wide, height: bar }, card, share);
}

/** The wait between the words as it fills. */
function paintSecond(
  { paint, look }: Pick<Tools, 'paint' | 'look'>,
  box: Box,
  card: Card<Speech>,
  share: number,
): void {
  const { palette, patterns } = look;
  const { x, y, width, height } = box;
  // The tail of the first word may point through here: the paper hides it.
  paint.fillStyle = palette.sheet;
  paint.fillRect(x, y, width, height);
  const held = card.view.mark === 'holding';
  paint.fillStyle = card.picture.said === 2 ? palette['square-light'] : held ? patterns.bars : patterns.hatch;
  paint.fillRect(x, y, width * share, height);
  paint.strokeStyle = held ? palette.hold : palette.wait;
  paint.lineWidth = 1.5;
  paint.strokeRect(x + 0.75, y + 0.75, width - 1.5, height - 1.5);
  if (card.picture.said < 2 || height < look.sizes.xs * 1.1) return;
  const type: Type = { family: 'text', size: Math.max(look.sizes.xs, height * 0.62), strong: true };
  setType(paint, look, type);
  paint.fillStyle = palette['piece-black'];
  write(paint, texts.second, x + width / 2, y + height / 2 + type.size * 0.35, type, 'center');
}

function paintCompact({ paint, look }: Tools, paper: Box, card: Card<Speech>): void {
  const { picture } = card;
  const named = paper.height > 3.2 * look.sizes.xs;
  const head = named ? look.sizes.xs * 1.4 : 0;
  if (named)
    paintName(paint, look, card.name, { x: paper.x + 3, y: paper.y + 1, width: paper.width - 6, height: head });
  if (picture.said === 0) return;
  const rest = { ...paper, y: paper.y + head, height: paper.height - head };
  const width = Math.min(rest.width - 8, (rest.height - 6) * 2.4);
  const height = Math.min(rest.height - 6, width * 0.6);
  const box = { x: rest.x + (rest.width - width) / 2, y: rest.y + (rest.height - height) / 2, width, height };
  paintBubble(paint, look, box, picture.said === 1 ? texts.one : texts.two, true, 'none');
}

function waits({ mark }: TaskView): boolean {
  return mark === 'waiting' || mark === 'holding';
}

/** Whether the mouth is open: just after a word. */
function speaks({ view, picture }: Card<Speech>): boolean {
  const MOMENT = 0.25;
  const speaking = view.mark === 'running' || (picture.said === 1 ? waits(view) : view.mark === 'done');
  return picture.said > 0 && speaking && view.elapsed < MOMENT;
}
