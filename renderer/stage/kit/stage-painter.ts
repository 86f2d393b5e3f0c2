import type { Copyable } from '../../../shared/fold/snapshots.ts';
import { edgeOf, inset, paintCard, paintMark } from './card-edge.ts';
import type { Look } from './look.ts';
import type { Box } from '../../picture/areas.ts';
import type { TaskLayout } from './pack.ts';
import type { Card, Moment, StageKind, Tools } from './stage-kind.ts';
import { paintSwatch } from './status.ts';
import type { TaskMark } from './task-view.ts';
import { setType, write } from './type.ts';

/** A tile from that size on has an edge and a word in it. */
const GLYPH_FROM = 1.5;
/** Up to one card in so many is drawn by itself; if more have changed, all are. */
const FEW = 3;

/** Draws a stage of tasks on a canvas of a certain size. Cards that look as they did are left alone. */
export class StagePainter<F extends Copyable<F>, P> {
  readonly #tools: Tools;
  readonly #kind: StageKind<F, P>;
  readonly #layout: TaskLayout;
  readonly #area: Box;
  readonly #ratio: number;
  #shown: string[] | null = null;

  constructor(canvas: HTMLCanvasElement, kind: StageKind<F, P>, layout: TaskLayout, look: Look, lane: number) {
    const paint = canvas.getContext('2d', { alpha: false })!;
    this.#tools = { paint, look, lane };
    this.#kind = kind;
    this.#layout = layout;
    this.#ratio = look.ratio;
    this.#area = { x: 0, y: 0, width: canvas.width / look.ratio, height: canvas.height / look.ratio };
  }

  draw(cards: readonly Card<P>[], moment: Moment): void {
    const { paint, look } = this.#tools;
    paint.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    const { scene } = this.#kind;
    const shown = scene === undefined ? cards.map((card) => this.#appearance(card)) : null;
    const before = this.#shown;
    const changed = shown === null ? [] : shown.flatMap((look, card) => (look === before?.[card] ? [] : [card]));
    const all =
      shown === null || before === null || before.length !== shown.length || changed.length > shown.length / FEW;
    if (all) {
      paint.fillStyle = look.palette.floor;
      paint.fillRect(0, 0, this.#area.width, this.#area.height);
    }
    if (scene !== undefined) scene(this.#tools, this.#area, this.#layout, cards, moment);
    else for (const card of all ? cards.keys() : changed) this.#card(cards[card]!, this.#layout.boxes[card]);
    this.#shown = shown;
  }

  /** What makes two pictures of a card differ. The edge is as fine as the screen. */
  #appearance({ name, view, picture, motion }: Card<P>): string {
    const { width = 0, height = 0 } = this.#layout.boxes[0] ?? {};
    const around = Math.round(view.share * 2 * (width + height) * this.#ratio);
    if (this.#layout.detail === 'tile') return `${view.mark} ${around} ${this.#kind.glyph?.(picture) ?? ''}`;
    const tenths = Math.floor(view.elapsed * 10 + 1e-4);
    return `${name} ${view.mark} ${around} ${tenths} ${motion.toFixed(3)} ${this.#kind.key(picture)}`;
  }

  #card(card: Card<P>, box: Box | undefined): void {
    if (box === undefined) return;
    const { detail } = this.#layout;
    if (detail === 'tile') return this.#tile(card, box);
    const { paint, look } = this.#tools;
    const edge = edgeOf(box);
    paintCard(paint, look, box, edge, card.view.mark !== 'absent');
    const paper = inset(box, edge);
    paint.save();
    paint.beginPath();
    paint.rect(paper.x, paper.y, paper.width, paper.height);
    paint.clip();
    this.#kind.paint?.(this.#tools, paper, card, detail);
    if (detail === 'compact') this.#badge(paper, card.view.mark);
    paint.restore();
    paintMark(paint, look, box, edge, card.view);
  }

  /** A card without words says in a corner that its task has come to a bad end. */
  #badge({ x, y, width, height }: Box, mark: TaskMark): void {
    if (mark !== 'failed' && mark !== 'cancelled') return;
    const { paint, look } = this.#tools;
    const side = Math.round(look.sizes.xs * 1.5);
    const corner = { x: x + width - side, y: y + height - side, width: side, height: side };
    paint.fillStyle = look.palette.sheet;
    paint.fillRect(corner.x, corner.y, side, side);
    paintSwatch(paint, look, mark, inset(corner, side * 0.16));
  }

  /** A task too small for its picture: its mark, and a character where there is room for one. */
  #tile({ view, picture }: Card<P>, box: Box): void {
    const { paint, look } = this.#tools;
    const { palette, sizes } = look;
    const { x, y, width, height } = box;
    const glyph = this.#kind.glyph?.(picture) ?? '';
    const ended = view.mark === 'done' || view.mark === 'failed' || view.mark === 'cancelled';
    paint.fillStyle = ended ? palette.floor : palette.sheet;
    paint.fillRect(x, y, width, height);
    const roomy = width >= GLYPH_FROM * sizes.xs;
    if (ended) return paintSwatch(paint, look, view.mark, inset(box, width * 0.18));
    if (!roomy || glyph === '') return paintSwatch(paint, look, view.mark, box);
    paintMark(paint, look, box, 3, view);
    const type = { family: 'text', size: Math.min(sizes.m, width * 0.6), strong: true } as const;
    setType(paint, look, type);
    paint.fillStyle = palette.ink;
    write(paint, glyph, x + width / 2, y + height / 2 + type.size * 0.35, type, 'center');
  }
}
