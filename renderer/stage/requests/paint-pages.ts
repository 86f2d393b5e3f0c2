import type { Places } from '../../picture/places.ts';
import type { Pen } from '../../picture/pen.ts';
import type { Box } from '../../picture/areas.ts';
import { paintTiles, type TileMark } from '../../picture/tiles.ts';
import { pageDoings, pageNames } from './text.ts';
import type { PageView } from './view.ts';

/** The pages in their places. */
export function paintPages(pen: Pen, { detail, boxes }: Places, pages: readonly PageView[]): void {
  if (detail === 'tile') return paintTiles(pen, boxes, pages.map(tileOf));
  pages.forEach((page, index) => {
    const box = boxes[index];
    if (box === undefined) return;
    if (detail === 'tag') paintTag(pen, box, page);
    else paintPage(pen, box, detail, page);
  });
}

function isOver({ doing }: PageView): boolean {
  return doing === 'checked' || doing === 'skipped';
}

function tileOf(page: PageView): TileMark {
  return page.doing === 'absent' ? 'absent' : isOver(page) ? 'over' : (page.mark ?? 'over');
}

function paintPage(pen: Pen, box: Box, detail: 'card' | 'line', page: PageView): void {
  const { colours, sizes } = pen.inks;
  const quiet = isOver(page) || page.doing === 'absent';
  pen.fill(box, quiet ? colours.floor : colours.sheet, 3);
  pen.frame(box, page.doing === 'absent' ? colours['floor-line'] : quiet ? colours.done : colours['sheet-rule'], 1, 3);
  const bar = { x: box.x + 3, y: box.y + 3, width: Math.max(9, sizes.s * 0.8), height: box.height - 6 };
  if (page.doing !== 'absent') pen.mark(bar, isOver(page) ? null : page.mark);
  const left = bar.x + bar.width + 7;
  const right = box.x + box.width - 7;
  const colour = quiet ? colours['ink-soft'] : colours.ink;
  const name = { size: sizes.s, face: 'strong', colour } as const;
  const does = { size: sizes.xs, colour, align: 'right', face: page.doing === 'arrived' ? 'strong' : 'text' } as const;
  const names = pageNames(page.number);
  const held = page.mark === 'holding' || page.mark === 'running';
  const hand =
    held && !quiet
      ? ({ ...does, face: 'strong', colour: page.mark === 'holding' ? colours.hold : colours.run } as const)
      : does;
  if (detail === 'card') {
    const y = box.y + box.height / 2 - sizes.s * 0.25;
    const width = pen.write(names[0]!, left, y, { ...name, most: right - left });
    pen.writeFirst(pageDoings(page), right, y, { ...hand, most: right - left - width - 8 });
    return paintTrack(
      pen,
      { x: left, y: box.y + box.height / 2 + sizes.xs * 0.35, width: right - left, height: sizes.xs * 0.9 },
      page,
    );
  }
  const y = box.y + box.height / 2 + sizes.s * 0.35;
  const width = pen.write(names[0]!, left, y, { ...name, most: (right - left) * 0.5 });
  // The seconds have a cell of their own, so that the way stays as long as it is.
  const cell = sizes.xs * 4;
  const room = right - left - pen.measure('Page 999', name) - cell - 12;
  const texts = pageDoings(page);
  if (room < 44) return void pen.writeFirst(texts, right, y, { ...hand, most: right - left - width - 8 });
  pen.writeFirst(texts.slice(-1), right, y, { ...hand, most: cell });
  paintTrack(
    pen,
    { x: right - cell - 6 - room, y: box.y + box.height / 2 - sizes.xs * 0.45, width: room, height: sizes.xs * 0.9 },
    page,
  );
}

/** The way to the page and back, with what is on it; then the answer as it is parsed. */
function paintTrack(pen: Pen, box: Box, page: PageView): void {
  const { colours, patterns } = pen.inks;
  const { context } = pen;
  const middle = box.y + box.height / 2;
  const radius = box.height / 2;
  const from = box.x + radius;
  const to = box.x + box.width - radius;
  const line = (until: number, style: string, width: number) =>
    pen.fill({ x: from, y: middle - width / 2, width: Math.max(0, until - from), height: width }, style);
  const dot = (x: number, fill: string | CanvasPattern, stroke: string) => {
    context.beginPath();
    context.arc(x, middle, radius - 0.5, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = stroke;
    context.lineWidth = 2;
    context.stroke();
  };
  if (page.doing === 'parsing') {
    pen.fill({ x: box.x, y: middle - radius * 0.7, width: box.width, height: radius * 1.4 }, colours['sheet-rule'], 2);
    pen.fill(
      { x: box.x, y: middle - radius * 0.7, width: box.width * page.share, height: radius * 1.4 },
      colours.run,
      2,
    );
    return;
  }
  if (page.doing === 'checked') {
    line(to - radius * 1.4, colours.done, 2);
    return paintTick(pen, to, middle, radius);
  }
  if (page.doing === 'absent' || page.doing === 'skipped') return line(to, colours['floor-line'], 2);
  line(to, colours['sheet-rule'], 2);
  // The page at the far end.
  dot(to, colours.sheet, colours['ink-soft']);
  if (page.doing === 'unsent') return dot(from, colours.sheet, colours.ready);
  if (page.doing !== 'travels') return dot(from, colours.sheet, colours.ready);
  const there = page.share < 0.5 ? page.share * 2 : 2 - page.share * 2;
  const holds = page.mark === 'holding';
  dot(from + (to - from) * there, holds ? patterns.bars : colours.wait, holds ? colours.hold : colours.wait);
}

function paintTick(pen: Pen, x: number, y: number, radius: number): void {
  const { context } = pen;
  context.strokeStyle = pen.inks.colours['ink-soft'];
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - radius * 0.8, y);
  context.lineTo(x - radius * 0.2, y + radius * 0.6);
  context.lineTo(x + radius * 0.8, y - radius * 0.7);
  context.stroke();
}

function paintTag(pen: Pen, box: Box, page: PageView): void {
  const { colours, sizes } = pen.inks;
  const quiet = isOver(page) || page.doing === 'absent';
  pen.fill(box, quiet ? colours.floor : colours.sheet, 2);
  pen.frame(box, page.doing === 'absent' ? colours['floor-line'] : quiet ? colours.done : colours['sheet-rule'], 1, 2);
  const wide = Math.max(6, box.width * 0.3);
  const mark = { x: box.x + 2, y: box.y + 2, width: wide, height: box.height - 4 };
  if (page.doing !== 'absent' && !isOver(page)) pen.mark(mark, page.mark);
  if (page.doing === 'checked')
    paintTick(pen, mark.x + wide / 2, box.y + box.height / 2, Math.min(wide, mark.height) * 0.36);
  const most = box.width - wide - 8;
  const colour = quiet ? colours['ink-soft'] : colours.ink;
  pen.write(String(page.number), box.x + box.width - 4, box.y + box.height / 2 + sizes.xs * 0.36, {
    size: sizes.xs,
    align: 'right',
    most,
    colour,
  });
}
