/** Which stretch of virtual time a timeline shows. */

/** `span` seconds; up to `end`, or up to the clock's instant where that is null. */
export interface TimelineWindow {
  readonly span: number;
  readonly end: number | null;
}

/** The shortest stretch that is of use. */
export const SPAN_MIN = 1;

/** Up to now: four minutes, or a run that is shorter as a whole. */
export function firstWindow(longest: number): TimelineWindow {
  return { span: Math.min(240, Math.max(SPAN_MIN, longest)), end: null };
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The instants at the edges of a window. It neither begins before the run does nor goes on after its lane has ended. */
export function stretchOf({ span, end }: TimelineWindow, at: number, laneEnd = Infinity): Stretch {
  const to = Math.max(span, Math.min(laneEnd, end ?? at));
  return { from: to - span, to };
}

/**
 * A window `factor` times as long. What stands at `anchor` (0 left, 1 right) stays there, unless the window follows
 * the clock: then its right edge does. `longest` is the length of the whole run.
 */
export function zoomed(
  window: TimelineWindow,
  factor: number,
  anchor: number,
  at: number,
  longest: number,
): TimelineWindow {
  const span = Math.min(Math.max(longest, SPAN_MIN), Math.max(SPAN_MIN, window.span * factor));
  if (window.end === null) return { span, end: null };
  const { from } = stretchOf(window, at);
  const fixed = from + anchor * window.span;
  return settled(fixed + (1 - anchor) * span, span, at);
}

/** A window moved by `seconds`, to later where that is positive. One that comes to the clock follows it again. */
export function panned(window: TimelineWindow, seconds: number, at: number): TimelineWindow {
  return settled(stretchOf(window, at).to + seconds, window.span, at);
}

/** Where in a stretch an instant lies: 0 at its beginning, 1 at its end. */
export function placeIn({ from, to }: Stretch, instant: number): number {
  return (instant - from) / (to - from);
}

/** The instant at a place of a stretch. */
export function instantAt({ from, to }: Stretch, place: number): number {
  return from + place * (to - from);
}

function settled(end: number, span: number, at: number): TimelineWindow {
  return end >= Math.max(at, span) ? { span, end: null } : { span, end: Math.max(span, end) };
}
