/** Launch pads: rockets that are held, count down and lift off. */
import { LaunchesFold, LaunchPhase, type LaunchAt } from '../../../shared/fold/launches.ts';
import type { Box } from '../../picture/areas.ts';
import type { Pen, TextStyle } from '../../picture/pen.ts';
import { tasks as words } from '../../words/en/tasks.ts';
import { fill } from '../../words/fill.ts';
import { pack } from '../kit/card-layout.ts';
import type { Card, CardKind, CardTools } from '../kit/cards.ts';
import { paintName, paintStatus } from '../kit/status.ts';
import { elapsedText, wholeText } from '../kit/task-view.ts';
import { paintPad, paintRocket } from './rocket-painter.ts';

/** A rocket at an instant. */
export interface Launch {
  readonly phase: LaunchAt['phase'];
  /** What is counted now, or is going to be counted first; NaN where that is not known. */
  readonly count: number;
  /** Seconds until the countdown starts; NaN where that is not known. */
  readonly left: number;
  /** Instant of its lift-off; NaN before. */
  readonly liftedAt: number;
}

const texts = words.launchpads;

/** A card with a launch pad. */
export const launchCard: CardKind<LaunchesFold, Launch> = {
  id: 'launchpads',
  name: texts.name,
  make: () => new LaunchesFold(),

  content(fold, all, task, view) {
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

  tell(launch) {
    if (launch.phase === LaunchPhase.LIFTED) return fill(texts.liftedText, { at: wholeText(launch.liftedAt) });
    if (launch.phase !== LaunchPhase.COUNTS) return caption(launch);
    return fill(texts.counting, { remaining: launch.count });
  },

  layout: (area, count, { sizes }) => pack(area, count, { narrowest: 0.42, widest: 1.3 }, sizes.xs),

  paint(tools, box, card, detail, motion) {
    if (detail === 'full') paintFull(tools, box, card, motion);
    else paintCompact(tools, box, card);
  },
};

/** What happens on the pad, in a few words. */
function caption({ phase, left }: Launch): string {
  if (phase === LaunchPhase.LIFTED) return texts.lifted;
  if (phase === LaunchPhase.COUNTS) return texts.counts;
  if (phase === LaunchPhase.IDLE || Number.isNaN(left)) return texts.idle;
  return fill(texts.hold, { left: leftText(left) });
}

function shortCaption({ left }: Launch): string {
  return Number.isNaN(left) ? '' : fill(texts.holdShort, { left: leftText(left) });
}

function leftText(left: number): string {
  return elapsedText(left, left < 10 ? 1 : 10);
}

function paintFull(tools: CardTools, paper: Box, { name, view, content }: Card<Launch>, motion: number): void {
  const { pen } = tools;
  const { sizes } = pen.inks;
  const pad = Math.max(8, paper.width * 0.04);
  const line = (share: number, least: number, most: number) => Math.max(least, Math.min(most, paper.height * share));
  const head = line(0.13, sizes.m * 1.5, sizes['2xl'] * 1.7);
  const words = line(0.07, sizes.s * 1.4, sizes.l * 1.4);
  const foot = line(0.075, sizes.s * 1.6, sizes.m * 1.9);
  const { x, width } = { x: paper.x + pad, width: paper.width - 2 * pad };
  paintName(pen, name, { x, y: paper.y + pad * 0.3, width, height: head });
  const top = paper.y + pad * 0.3 + head;
  paintStatus(pen, view, { x, y: paper.y + paper.height - foot - 3, width, height: foot });
  const stage = { x: paper.x, y: top, width: paper.width, height: paper.y + paper.height - foot - 4 - top };
  // Beside the rocket where the card is wide, above it where it is narrow.
  const beside = stage.width > stage.height * 0.95;
  const lifted = content.phase === LaunchPhase.LIFTED;
  const risen = lifted ? rise(motion) : 0;
  const held = content.phase !== LaunchPhase.COUNTS && !lifted;
  if (beside) {
    const ground = { ...stage, width: stage.width * 0.46, y: stage.y + stage.height * 0.2, height: stage.height * 0.8 };
    paintPad(tools, stage, ground, { held, risen });
    const right = { x: ground.x + ground.width, width: stage.width - ground.width - pad };
    const low = stage.y + stage.height * 0.93 - words * 1.2;
    if (lifted) return paintLifted(pen, { ...right, y: stage.y, height: stage.height * 0.9 });
    paintCount(pen, { ...right, y: stage.y, height: low - stage.y }, content);
    return paintCaption(pen, { ...right, y: low, height: words }, content);
  }
  const digits = Math.min(stage.height * 0.46, stage.width * 0.78);
  const ground = { ...stage, y: stage.y + words + digits, height: stage.height - words - digits };
  // A rocket that is up fills the place of the digits.
  paintPad(tools, { ...stage, y: stage.y + words }, ground, { held, risen });
  paintCaption(pen, { x, y: stage.y, width, height: words }, content);
  if (!lifted) paintCount(pen, { x, y: stage.y + words, width, height: digits }, content);
}

function paintCompact(tools: CardTools, paper: Box, { name, content }: Card<Launch>): void {
  const { pen } = tools;
  const { xs } = pen.inks.sizes;
  const named = paper.height > 3.6 * xs;
  const head = named ? xs * 1.5 : 0;
  if (named) paintName(pen, name, { x: paper.x + 3, y: paper.y + 2, width: paper.width - 6, height: head });
  const rest = { ...paper, y: paper.y + head, height: paper.height - head };
  if (content.phase !== LaunchPhase.LIFTED) return paintCount(pen, rest, content);
  const high = Math.min(rest.height * 0.72, rest.width * 1.4);
  paintRocket(tools, rest.x + rest.width / 2, rest.y + 3, high, true);
}

/** Writes the number as large as there is room; pale while nothing is counted. */
function paintCount(pen: Pen, { x, y, width, height }: Box, { phase, count }: Launch): void {
  if (phase === LaunchPhase.LIFTED || Number.isNaN(count)) return;
  const { colours } = pen.inks;
  const text = String(count);
  const size = Math.floor(Math.min(height * 1.12, (width / pen.measure(text, { size: 100, face: 'face' })) * 96));
  const colour = phase === LaunchPhase.COUNTS ? colours.ink : colours.done;
  pen.write(text, x + width / 2, y + height / 2 + size * 0.355, { size, face: 'face', align: 'center', colour });
}

/** Writes that the rocket has lifted off, where the digits stood. */
function paintLifted(pen: Pen, { x, y, width, height }: Box): void {
  const { sizes } = pen.inks;
  const style: TextStyle = { size: sizes['2xl'] * 1.6, face: 'face', align: 'center' };
  const size = pen.sizeFor(texts.lifted, style, width, sizes.xs);
  pen.write(texts.lifted, x + width / 2, y + height / 2, { ...style, size });
}

function paintCaption(pen: Pen, { x, y, width, height }: Box, launch: Launch): void {
  const { colours, sizes } = pen.inks;
  const lifted = launch.phase === LaunchPhase.LIFTED;
  const style: TextStyle = {
    size: Math.max(sizes.xs, height * 0.66),
    face: lifted ? 'strong' : 'text',
    align: 'center',
    colour: lifted ? colours.ink : colours['ink-soft'],
  };
  // Half a caption says nothing; the line below says what the task does.
  const text = [caption(launch), shortCaption(launch)].find((each) => pen.measure(each, style) <= width);
  if (text !== undefined) pen.write(text, x + width / 2, y + height * 0.72, style);
}

/** How high the rocket is, 0..1, when a share of the movement has passed: it accelerates. */
function rise(motion: number): number {
  return Math.max(0.02, motion * motion * (1.6 - 0.6 * motion));
}
