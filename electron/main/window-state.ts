/** A rectangle on the desktop, in pixels that do not depend on the screen. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window lay when it was closed. */
export interface WindowState extends Area {
  readonly maximised: boolean;
  readonly fullScreen: boolean;
}

/** How a window is to be opened; without `x` and `y` it goes to the middle of the screen. */
export interface Placement {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximised: boolean;
  readonly fullScreen: boolean;
}

export const SMALLEST = { width: 800, height: 560 } as const;
const DEFAULT_SIZE = { width: 1280, height: 800 } as const;
/** As much of the title bar has to lie on a screen for the window to be moved by it. */
const GRIP = { width: 120, height: 32 } as const;

/**
 * Where to open the window: as it was, if that can still be seen. Screens come and go between two talks, and a file
 * may hold anything.
 *
 * @param saved what was read, unchecked.
 * @param screens the work areas of all screens, the first one's being where a new window opens.
 */
export function placeWindow(saved: unknown, screens: readonly Area[]): Placement {
  const state = readState(saved);
  const first = screens[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE };
  const { maximised = false, fullScreen = false } = state ?? {};
  for (const screen of state === null ? [] : screens) {
    const placement = { x: state!.x, y: state!.y, ...sizeOn(screen, state!), maximised, fullScreen };
    if (canBeGripped(placement, screen)) return placement;
  }
  return { ...sizeOn(first, state ?? DEFAULT_SIZE), maximised, fullScreen };
}

/** A size that fits on a screen and, where the screen allows it, is large enough to be used. */
function sizeOn(screen: Area, wanted: Pick<Area, 'width' | 'height'>): Pick<Area, 'width' | 'height'> {
  const side = (name: 'width' | 'height') => Math.min(screen[name], Math.max(SMALLEST[name], wanted[name]));
  return { width: side('width'), height: side('height') };
}

/** Whether a window that lies there can still be reached. */
export function isInReach(window: Area, screens: readonly Area[]): boolean {
  return screens.some((screen) => canBeGripped(window, screen));
}

/** A state as it was saved; null when it is none. */
export function readState(saved: unknown): WindowState | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { x, y, width, height, maximised, fullScreen = false } = saved as Record<string, unknown>;
  const whole = [x, y, width, height].every((each) => Number.isSafeInteger(each) && Math.abs(each as number) < 1e6);
  if (!whole || (width as number) <= 0 || (height as number) <= 0 || typeof maximised !== 'boolean') return null;
  if (typeof fullScreen !== 'boolean') return null;
  return { ...(saved as WindowState), fullScreen };
}

function canBeGripped(window: Area, screen: Area): boolean {
  const width = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const top = window.y >= screen.y && window.y + GRIP.height <= screen.y + screen.height;
  return width >= GRIP.width && top;
}
