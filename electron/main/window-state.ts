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
}

/** How a window is to be opened; without `x` and `y` it goes to the middle of the screen. */
export interface Placement {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximised: boolean;
}

export const SMALLEST = { width: 800, height: 560 } as const;
const USUAL = { width: 1280, height: 800 } as const;
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
  const first = screens[0] ?? { x: 0, y: 0, ...USUAL };
  const holding = state === null ? undefined : screens.find((screen) => canBeGripped(state, screen));
  const screen = holding ?? first;
  const size = (side: 'width' | 'height') =>
    Math.max(Math.min((state ?? USUAL)[side], screen[side]), Math.min(SMALLEST[side], screen[side]));
  const placement = { width: size('width'), height: size('height'), maximised: state?.maximised ?? false };
  return holding === undefined ? placement : { ...placement, x: state!.x, y: state!.y };
}

/** A state as it was saved; null when it is none. */
function readState(saved: unknown): WindowState | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { x, y, width, height, maximised } = saved as Record<string, unknown>;
  const whole = [x, y, width, height].every((each) => Number.isSafeInteger(each) && Math.abs(each as number) < 1e6);
  if (!whole || (width as number) <= 0 || (height as number) <= 0 || typeof maximised !== 'boolean') return null;
  return saved as WindowState;
}

function canBeGripped(state: Area, screen: Area): boolean {
  const width = Math.min(state.x + state.width, screen.x + screen.width) - Math.max(state.x, screen.x);
  const top = state.y >= screen.y && state.y + GRIP.height <= screen.y + screen.height;
  return width >= GRIP.width && top;
}
