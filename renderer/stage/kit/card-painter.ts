import type { Copyable } from '../../../shared/fold/snapshots.ts';
import { inset, type Box } from '../../picture/areas.ts';
import { edgeOf, paintCard, paintCardMark } from './card.ts';
import type { CardLayout } from './card-layout.ts';
import type { Card, CardKind, CardTools, LaneTime } from './cards.ts';
import { paintSwatch } from './status.ts';
import type { TaskMark } from './task-view.ts';

/** A tile has an edge and a word in it from that size on, in sizes of small type. */
const GLYPH_FROM = 1.5;
/** Up to one card in so many is drawn by itself; if more have changed, all are. */
const FEW = 3;

/** Draws the cards of a lane. Cards that look as they did are left alone. */
export class CardPainter<F extends Copyable<F>, C> {
  readonly #tools: CardTools;
  readonly #kind: CardKind<F, C>;
  readonly #layout: CardLayout;
  #shown: readonly string[] | null = null;

  constructor(tools: CardTools, kind: CardKind<F, C>, layout: CardLayout) {
    this.#tools = tools;
    this.#kind = kind;
    this.#layout = layout;
  }

  /** Draws what has changed. `motionOf`: how far the movement of a card has come, 0..1. */
  draw(cards: readonly Card<C>[], time: LaneTime, motionOf: (card: number) => number): void {
    const { pen } = this.#tools;
    const { paintAll } = this.#kind;
    if (paintAll !== undefined) {
      pen.clear();
      paintAll(this.#tools, { x: 0, y: 0, ...pen.size }, this.#layout, cards, time);
      return;
    }
    const motions = cards.map((_, card) => motionOf(card));
    const shown = cards.map((card, index) => this.#appearance(card, motions[index]!));
    const before = this.#shown;
    const changed = shown.flatMap((look, card) => (look === before?.[card] ? [] : [card]));
    const all = before === null || before.length !== shown.length || changed.length > shown.length / FEW;
    if (all) pen.clear();
    for (const card of all ? cards.keys() : changed) {
      const box = this.#layout.boxes[card];
      if (box !== undefined) this.#card(cards[card]!, box, motions[card]!);
    }
    this.#shown = shown;
  }

  /** What makes two pictures of a card differ. The edge is as fine as the screen. */
  #appearance({ name, view, content }: Card<C>, motion: number): string {
    const { width = 0, height = 0 } = this.#layout.boxes[0] ?? {};
    const around = Math.round(view.share * 2 * (width + height) * this.#tools.pen.inks.ratio);
    if (this.#layout.detail === 'tile') return `${view.mark} ${around} ${this.#kind.glyph?.(content) ?? ''}`;
    const tenths = Math.floor(view.elapsed * 10 + 1e-4);
    return `${name} ${view.mark} ${around} ${tenths} ${motion.toFixed(3)} ${this.#kind.key(content)}`;
  }

  #card(card: Card<C>, box: Box, motion: number): void {
    const { detail } = this.#layout;
    if (detail === 'tile') return this.#tile(card, box);
    const { pen } = this.#tools;
    const edge = edgeOf(box);
    paintCard(pen, box, edge, card.view.mark !== 'absent');
    const paper = inset(box, edge);
    pen.within(paper, () => {
      this.#kind.paint?.(this.#tools, paper, card, detail, motion);
      if (detail === 'compact') this.#badge(paper, card.view.mark);
    });
    paintCardMark(pen, box, edge, card.view);
  }

  /** A card without words says in a corner that its task has come to a bad end. */
  #badge({ x, y, width, height }: Box, mark: TaskMark): void {
    if (mark !== 'failed' && mark !== 'cancelled') return;
    const { pen } = this.#tools;
    const side = Math.round(pen.inks.sizes.xs * 1.5);
    const corner = { x: x + width - side, y: y + height - side, width: side, height: side };
    pen.fill(corner, pen.inks.colours.sheet);
    paintSwatch(pen, mark, inset(corner, side * 0.16));
  }

  /** A task too small for its content: its mark, and a character where there is room for one. */
  #tile({ view, content }: Card<C>, box: Box): void {
    const { pen } = this.#tools;
    const { colours, sizes } = pen.inks;
    const { x, y, width, height } = box;
    const glyph = this.#kind.glyph?.(content) ?? '';
    const ended = view.mark === 'done' || view.mark === 'failed' || view.mark === 'cancelled';
    pen.fill(box, ended ? colours.floor : colours.sheet);
    if (ended) return paintSwatch(pen, view.mark, inset(box, width * 0.18));
    if (width < GLYPH_FROM * sizes.xs || glyph === '') return paintSwatch(pen, view.mark, box);
    paintCardMark(pen, box, 3, view);
    const size = Math.min(sizes.m, width * 0.6);
    pen.write(glyph, x + width / 2, y + height / 2 + size * 0.35, { size, face: 'strong', align: 'center' });
  }
}
