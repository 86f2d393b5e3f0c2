/** Launch pads: rockets that are held, count down and lift off. */
import { LaunchesFold, LaunchPhase, type LaunchAt } from '../../../shared/fold/launches.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import type { Box } from '../../picture/areas.ts';
import { pack } from '../kit/pack.ts';
import { paintPad, paintRocket } from './rocket-painter.ts';
import type { Card, StageKind, Tools } from '../kit/stage-kind.ts';
import { paintName, paintStatus } from '../kit/status.ts';
import { elapsedText, wholeText } from '../kit/task-view.ts';
import { setType, sizeFor, widthOf, write, type Type } from '../kit/type.ts';

/** A rocket at an instant. */
export interface Launch {
  readonly phase: LaunchAt['phase'];
  /** What is counted now, or is going to be counted first; NaN where that is not known. */
  readonly count: number;
  /** Seconds until the countdown starts; NaN where nobody knows. */
  readonly left: number;
  /** Instant of its lift-off; NaN before. */
  readonly liftedAt: number;
}

const texts = words.launchpads;

export const launchpads: StageKind<LaunchesFold, Launch> = {
  id: 'launchpads',
  name: texts.name,
  make: () => new LaunchesFold(),

  picture(fold, all, task, view) {
    const { phase, remaining, since } = fold.launch(task);
    const begun = phase === LaunchPhase.COUNTS && remaining > 0;
    return {
      phase,
      count: begun ? remaining : phase === LaunchPhase.LIFTED ? 0 : all.launch(task).length,
      left: phase === LaunchPhase.HOLD ? Math.max(0, view.whole - view.elapsed) : NaN,
      liftedAt: phase === LaunchPhase.LIFTED ? since : NaN,
    };
  },

  key: ({ phase, count, left }) => `${phase} ${count} ${Math.ceil(left * 10)}`,
  glyph: ({ phase, count }) => (phase === LaunchPhase.LIFTED || !(count >= 0) || count > 999 ? '' : String(count)),
  moved: ({ phase }) => phase === LaunchPhase.LIFTED,

  tell(picture) {
    if (picture.phase === LaunchPhase.LIFTED) return fill(texts.liftedText, { at: wholeText(picture.liftedAt) });
    if (picture.phase !== LaunchPhase.COUNTS) return caption(picture);
    return fill(texts.counting, { remaining: picture.count });
  },

  layout: (area, count, look) => pack(area, count, { narrowest: 0.42, widest: 1.3 }, look.sizes.xs),

  paint(tools, box, card, detail) {
    if (detail === 'full') paintFull(tools, box, card);
    else paintCompact(tools, box, card);
  },
};

/** What the pad is at, in a few words. */
function caption({ phase, left }: Launch): string {
  if (phase === LaunchPhase.LIFTED) return texts.lifted;
  if (phase === LaunchPhase.COUNTS) return texts.counts;
  if (phase === LaunchPhase.IDLE || Number.isNaN(left)) return texts.idle;
  return fill(texts.hold, { left: leftText(left) });
}

function shortCaption(picture: Launch): string {
  return Number.isNaN(picture.left) ? '' : fill(texts.holdShort, { left: leftText(picture.left) });
}

function leftText(left: number): string {
  return elapsedText(left, left < 10 ? 1 : 10);
}

function paintFull(tools: Tools, paper: Box, { name, view, picture, motion }: Card<Launch>): void {
  const { paint, look } = tools;
  const { sizes } = look;
  const pad = Math.max(8, paper.width * 0.04);
  const line = (share: number, least: number, most: number) => Math.max(least, Math.min(most, paper.height * share));
  const head = line(0.13, sizes.m * 1.5, sizes['2xl'] * 1.7);
  const words = line(0.07, sizes.s * 1.4, sizes.l * 1.4);
  const foot = line(0.075, sizes.s * 1.6, sizes.m * 1.9);
  const { x, width } = { x: paper.x + pad, width: paper.width - 2 * pad };
  paintName(paint, look, name, { x, y: paper.y + pad * 0.3, width, height: head });
  const top = paper.y + pad * 0.3 + head;
  paintStatus(paint, look, view, { x, y: paper.y + paper.height - foot - 3, width, height: foot });
  const stage = { x: paper.x, y: top, width: paper.width, height: paper.y + paper.height - foot - 4 - top };
  // Beside the rocket where the card is wide, above it where it is narrow.
  const beside = stage.width > stage.height * 0.95;
  const lifted = picture.phase === LaunchPhase.LIFTED;
  const risen = lifted ? rise(motion) : 0;
  const held = picture.phase !== LaunchPhase.COUNTS && !lifted;
  if (beside) {
    const ground = { ...stage, width: stage.width * 0.46, y: stage.y + stage.height * 0.2, height: stage.height * 0.8 };
    paintPad(tools, stage, ground, { held, risen });
    const right = { x: ground.x + ground.width, width: stage.width - ground.width - pad };
    const low = stage.y + stage.height * 0.93 - words * 1.2;
    if (lifted) return paintLifted(tools, { ...right, y: stage.y, height: stage.height * 0.9 });
    paintFigure(tools, { ...right, y: stage.y, height: low - stage.y }, picture);
    return paintCaption(tools, { ...right, y: low, height: words }, picture);
  }
  const figures = Math.min(stage.height * 0.46, stage.width * 0.78);
  const ground = { ...stage, y: stage.y + words + figures, height: stage.height - words - figures };
  // A rocket that is up fills the place of the digits.
  paintPad(tools, { ...stage, y: stage.y + words }, ground, { held, risen });
  paintCaption(tools, { x, y: stage.y, width, height: words }, picture);
  if (!lifted) paintFigure(tools, { x, y: stage.y + words, width, height: figures }, picture);
}

function paintCompact(tools: Tools, paper: Box, { name, picture }: Card<Launch>): void {
  const { paint, look } = tools;
  const named = paper.height > 3.6 * look.sizes.xs;
  const head = named ? look.sizes.xs * 1.5 : 0;
  if (named) paintName(paint, look, name, { x: paper.x + 3, y: paper.y + 2, width: paper.width - 6, height: head });
  const rest = { ...paper, y: paper.y + head, height: paper.height - head };
  if (picture.phase !== LaunchPhase.LIFTED) return paintFigure(tools, rest, picture);
  const high = Math.min(rest.height * 0.72, rest.width * 1.4);
  paintRocket(tools, rest.x + rest.width / 2, rest.y + 3, high, true);
}

/** The number, as large as there is room; pale while nothing is counted. */
function paintFigure({ paint, look }: Tools, { x, y, width, height }: Box, { phase, count }: Launch): void {
  if (phase === LaunchPhase.LIFTED || Number.isNaN(count)) return;
  const text = String(count);
  const type: Type = { family: 'face', size: 100 };
  setType(paint, look, type);
  const size = Math.floor(Math.min(height * 1.12, (width / widthOf(paint, text, type)) * 96));
  const fitted = { ...type, size };
  setType(paint, look, fitted);
  paint.fillStyle = phase === LaunchPhase.COUNTS ? look.palette.ink : look.palette.done;
  write(paint, text, x + width / 2, y + height / 2 + size * 0.355, fitted, 'center');
}

/** What is told where the digits stood. */
function paintLifted({ paint, look }: Tools, { x, y, width, height }: Box): void {
  const type: Type = { family: 'face', size: look.sizes['2xl'] * 1.6 };
  const fitted = { ...type, size: sizeFor(paint, look, texts.lifted, width, type, look.sizes.xs) };
  setType(paint, look, fitted);
  paint.fillStyle = look.palette.ink;
  write(paint, texts.lifted, x + width / 2, y + height / 2, fitted, 'center');
}

function paintCaption({ paint, look }: Tools, { x, y, width, height }: Box, picture: Launch): void {
  const lifted = picture.phase === LaunchPhase.LIFTED;
  const type: Type = { family: 'text', size: Math.max(look.sizes.xs, height * 0.66), strong: lifted };
  setType(paint, look, type);
  paint.fillStyle = lifted ? look.palette.ink : look.palette['ink-soft'];
  // Half a caption says nothing; the line below says what the task does.
  const text = [caption(picture), shortCaption(picture)].find((each) => widthOf(paint, each, type) <= width);
  if (text !== undefined) write(paint, text, x + width / 2, y + height * 0.72, type, 'center');
}

/** It gathers speed. */
function rise(motion: number): number {
  return Math.max(0.02, motion * motion * (1.6 - 0.6 * motion));
}
