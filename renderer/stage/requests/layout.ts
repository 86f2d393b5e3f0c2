/** Where everything stands in the picture of requests: the heart over the pages, the loop beside them. */
import { layoutPlaces, type Places } from '../../picture/places.ts';
import type { Sizes } from '../../picture/inks.ts';
import type { Box, Size } from '../../picture/areas.ts';

export interface RequestsLayout {
  readonly size: Size;
  /** The strip of the heart, and how many seconds lie on a pixel of it. */
  readonly strip: Box;
  readonly perPixel: number;
  /** Where on the strip the present is, once there is enough of a past. */
  readonly now: number;
  readonly lag: Box;
  readonly holder: Box;
  /** The title of the ranking and its lines. */
  readonly ranking: Box;
  readonly ranks: readonly Box[];
  readonly head: Box;
  readonly pages: Places;
  readonly foot: Box;
}

/** The width from which the loop has a column of its own. */
const COLUMN_FROM = 520;
/** Pixels of a second on the strip, and the share of it that is past. */
const SECOND = 46;
const PAST = 0.86;
/** Seconds that a wide strip shows. */
const SECONDS_MOST = 14;
/** Letters that a page is wide at most. */
const WIDEST = 40;
/** Lines of the ranking where it has a column of its own, and where it has not. */
const RANKS_MOST = 8;
const RANKS_LOW = 3;
/** Letters of height that pages have before there is a ranking under them. */
const PAGES_LEAST = 7;

export function layoutRequests(size: Size, pages: number, sizes: Sizes): RequestsLayout {
  const { width, height } = size;
  const column = width >= COLUMN_FROM;
  const margin = width < 420 ? 8 : 14;
  const top = Math.round(margin * 0.7);
  const gap = Math.round(margin * 0.8);
  const panel = column ? Math.round(Math.max(sizes.s * 12, Math.min(width * 0.3, sizes.s * 21))) : width - 2 * margin;
  const wide = column ? width - 2 * margin - panel - gap : panel;
  const stripHeight = Math.round(
    Math.max(sizes.xs * (column ? 7.4 : 6), Math.min(height * 0.25, sizes.xs * (column ? 11 : 8))),
  );
  const strip = { x: margin, y: top, width: wide, height: stripHeight };
  const below = top + stripHeight + gap;
  const rank = Math.round(sizes.xs * 2.4);
  const title = Math.round(sizes.m * 1.45);
  const low = Math.round(sizes.s * 5.4);
  const lag = column
    ? { x: width - margin - panel, y: top, width: panel, height: stripHeight }
    : { x: margin, y: below, width: Math.round(panel * 0.46), height: low };
  const holder = column
    ? { x: lag.x, y: below, width: panel, height: Math.round(sizes.s * 5.6) }
    : { x: lag.x + lag.width + gap, y: below, width: panel - lag.width - gap, height: low };
  const head = { x: margin, y: column ? below : below + low + gap, width: wide, height: title };
  const foot = { x: margin, y: 0, width: Math.min(wide, sizes.xs * 26), height: Math.ceil(sizes.xs * 1.7) };
  // Without a column of its own the ranking has what the pages leave.
  const left = height - margin - head.y - head.height - foot.height - PAGES_LEAST * sizes.s - title;
  const count = column ? RANKS_MOST : Math.max(0, Math.min(RANKS_LOW, Math.floor(left / rank)));
  const bottom = count === 0 ? height - margin * 0.6 : height - margin - rank * count - title;
  const ranking = column
    ? { x: lag.x, y: holder.y + holder.height + gap, width: panel, height: title }
    : { x: margin, y: bottom, width: panel, height: title };
  const room = height - margin * 0.7 - ranking.y - title;
  const ranks = Array.from({ length: Math.max(0, Math.min(count, Math.floor(room / rank))) }, (_, index) => ({
    x: ranking.x,
    y: ranking.y + title + index * rank,
    width: panel,
    height: rank - 4,
  }));
  foot.y = (column ? height - margin * 0.6 : count === 0 ? bottom : bottom - 4) - foot.height;
  const y = head.y + head.height + 4;
  const area = { x: margin, y, width: wide, height: Math.max(20, foot.y - 4 - y) };
  const now = Math.round(strip.x + strip.width * PAST);
  const perPixel = 1 / Math.max(SECOND * Math.max(1, sizes.xs / 14), wide / SECONDS_MOST);
  return {
    size,
    strip,
    perPixel,
    now,
    lag,
    holder,
    ranking,
    ranks,
    head,
    pages: layoutPlaces(area, pages, sizes.s, WIDEST),
    foot,
  };
}
