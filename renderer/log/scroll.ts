/** A browser gives up on boxes that are much higher than this. */
const HEIGHT_MAX = 8_000_000;

/** A list that is too long to be there as a whole: what of it is seen. */
export interface ScrollView {
  /** Height of the whole list, in pixels; where lines are too many it is less than they would take. */
  readonly height: number;
  /** The first line that is there, and how many. */
  readonly first: number;
  readonly count: number;
  /** Where the first line lies, in pixels from the top of the list. */
  readonly offset: number;
}

/** What is seen of `rows` lines of `rowHeight` pixels when `scrollTop` of them are above a window of `height`. */
export function scrollView(rows: number, rowHeight: number, scrollTop: number, height: number): ScrollView {
  const whole = rows * rowHeight;
  const shown = Math.min(whole, HEIGHT_MAX);
  const count = Math.min(rows, Math.ceil(height / rowHeight) + 1);
  const top = Math.max(0, Math.min(scrollTop, shown - height));
  if (whole <= HEIGHT_MAX) {
    const first = Math.min(rows - count, Math.floor(top / rowHeight));
    return { height: shown, first: Math.max(0, first), count, offset: Math.max(0, first) * rowHeight };
  }
  const first = Math.floor((top / (shown - height)) * (rows - count));
  return { height: shown, first: Math.min(rows - count, first), count, offset: top };
}
