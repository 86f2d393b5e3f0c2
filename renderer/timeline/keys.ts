import { panned, zoomed, type TimelineWindow } from './window.ts';

/** What a timeline is when a key is pressed on it. */
export interface TimelineState {
  readonly window: TimelineWindow;
  readonly at: number;
  /** How long the whole run is. */
  readonly longest: number;
  /** The task picked out; null for none. */
  readonly selected: number | null;
  /** Numbers of the first and the last task. */
  readonly first: number;
  readonly last: number;
}

/** What a key does to a timeline: it shows another stretch, or picks out another task. Null where the key is not its own. */
export function timelineKey(
  key: string,
  { window, at, longest, selected, first, last }: TimelineState,
): { readonly window: TimelineWindow } | { readonly task: number } | null {
  switch (key) {
    case '+':
    case '=':
      return { window: zoomed(window, 0.5, 0.5, at, longest) };
    case '-':
      return { window: zoomed(window, 2, 0.5, at, longest) };
    case 'ArrowLeft':
      return { window: panned(window, -window.span / 8, at) };
    case 'ArrowRight':
      return { window: panned(window, window.span / 8, at) };
    case 'ArrowDown':
      return { task: Math.min(last, (selected ?? first - 1) + 1) };
    case 'ArrowUp':
      return { task: Math.max(first, (selected ?? last + 1) - 1) };
    default:
      return null;
  }
}
