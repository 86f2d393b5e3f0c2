import { fill } from '../../words/fill.ts';
import { requests as words } from '../../words/en/requests.ts';
import type { Pen } from '../../picture/pen.ts';
import type { RequestsLayout } from './layout.ts';
import { hundredths, lagText, namesOf, ON_TIME, othersText, tenths } from './text.ts';
import type { RequestsView } from './view.ts';

/**
 * The longest wait for the loop or a lock as a large number, over the lag of the loop: a lock in the wrong place leaves the
 * loop free, so that the lag alone would speak for it.
 */
export function paintLag(pen: Pen, { lag: box }: RequestsLayout, view: RequestsView): void {
  const { colours, sizes } = pen.inks;
  pen.fill(box, colours.sheet, 4);
  const late = view.lag >= 2 * ON_TIME;
  pen.frame(box, late ? colours.hold : colours['sheet-rule'], late ? 3 : 1, 4);
  const left = box.x + 10;
  pen.write(words.stuck.title, left, box.y + sizes.s * 1.3, { size: sizes.s, face: 'face', most: box.width - 16 });
  const room = box.height - sizes.s * 1.5 - sizes.xs * 1.9;
  const size = Math.min(room * 1.05, (box.width - 20) / 3.6, sizes.xl * 2.2);
  const text = fill(words.seconds, { seconds: hundredths(view.stuck) });
  const y = box.y + sizes.s * 1.5 + room / 2 + size * 0.37;
  pen.write(text, left, y, { size, face: 'face', colour: colours.ink, most: box.width - 20 });
  pen.write(lagText(view), left, box.y + box.height - sizes.xs * 0.75, {
    size: sizes.xs,
    colour: late ? colours.hold : colours['ink-soft'],
    most: box.width - 16,
  });
}

/** Who keeps the loop, in red while others are ready. */
export function paintHolder(pen: Pen, { holder: box }: RequestsLayout, view: RequestsView, workers: number): void {
  const { colours, sizes } = pen.inks;
  const { holder, ready, held } = view;
  const what = workers === 1 ? 'loop' : 'worker';
  const keeps = holder !== null && ready > 0;
  pen.fill(box, colours.sheet, 4);
  pen.frame(box, keeps ? colours.hold : colours['sheet-rule'], keeps ? 3 : 1, 4);
  const left = box.x + 10;
  const most = box.width - 18;
  const step = box.height / 3;
  const y = (line: number) => box.y + step * (line + 0.5) + sizes.s * 0.36 + (1 - line) * step * 0.12;
  if (holder === null) {
    pen.write(words.holder[what], left, y(0), { size: sizes.s, face: 'face', most });
    pen.write(words.free[what], left, y(1), { size: sizes.s, colour: colours['ink-soft'], most });
    return;
  }
  const title = workers === 1 ? words.holder.loop : fill(words.held, { held, workers });
  pen.write(title, left, y(0), { size: sizes.s, face: 'face', most });
  const height = Math.round(sizes.s * 0.95);
  const mark = { x: left, y: y(1) - sizes.s * 0.36 - height / 2, width: height * 1.5, height };
  pen.mark(mark, holder.mark);
  const indent = mark.width + 8;
  const seconds = fill(words.heldFor, { seconds: tenths(holder.seconds) });
  const strong = {
    size: sizes.m,
    face: 'strong',
    colour: keeps || holder.mark === 'holding' ? colours.hold : colours.ink,
  } as const;
  const width = pen.write(seconds, box.x + box.width - 10, y(1), { ...strong, align: 'right' });
  pen.writeFirst(namesOf(holder.task, view.roles), left + indent, y(1), { ...strong, most: most - indent - width - 6 });
  const colour = ready > 0 ? colours.ink : colours['ink-soft'];
  pen.write(othersText(view), left, y(2), { size: sizes.xs, colour, most });
}

/** Who kept it longest while others were ready. */
export function paintRanking(pen: Pen, layout: RequestsLayout, view: RequestsView): void {
  const { colours, sizes, patterns } = pen.inks;
  const { ranking, ranks } = layout;
  if (ranks.length === 0) return;
  const y = ranking.y + sizes.s * 1.2;
  pen.writeFirst(words.ranking, ranking.x, y, { size: sizes.s, face: 'face', most: ranking.width });
  if (view.ranking.length === 0) {
    const hand = { size: sizes.xs, colour: colours['ink-soft'], most: ranking.width };
    return void pen.write(words.nobody, ranking.x, ranks[0]!.y + sizes.xs, hand);
  }
  // A bar as wide as the box is a second at least: less is no harm.
  const most = Math.max(1, view.ranking[0]!.seconds);
  view.ranking.forEach(({ task, seconds }, place) => {
    const box = ranks[place];
    if (box === undefined) return;
    const bar = Math.max(4, Math.round(box.height * 0.26));
    const line = box.y + (box.height - bar) * 0.5 + sizes.xs * 0.28;
    const text = fill(words.seconds, { seconds: hundredths(seconds) });
    const width = pen.write(text, box.x + box.width, line, { size: sizes.xs, align: 'right' });
    const room = box.width - width - 8;
    pen.writeFirst(namesOf(task, view.roles), box.x, line, {
      size: sizes.xs,
      face: place === 0 ? 'strong' : 'text',
      most: room,
    });
    const track = { x: box.x, y: box.y + box.height - bar, width: box.width, height: bar };
    pen.fill(track, colours['floor-line']);
    pen.fill({ ...track, width: Math.max(2, track.width * (seconds / most)) }, patterns.bars);
  });
}
