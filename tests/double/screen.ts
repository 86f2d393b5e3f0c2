import type { Display, Rectangle, Screen as ElectronScreen } from 'electron';
import { config } from './config.ts';
import type { Screen } from './desktop-config.ts';
import { Emitter, strict } from './strict.ts';

class Screens extends Emitter implements Pick<ElectronScreen, 'getPrimaryDisplay' | 'getAllDisplays'> {
  displays: readonly Screen[] = config.displays;

  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }

  getPrimaryDisplay(): Display {
    return this.getAllDisplays()[0]!;
  }

  getAllDisplays(): Display[] {
    return this.displays.map((each) => strict('display', each) as Display);
  }
}

export const screens = new Screens();
export const screen = strict('screen', screens);

/** The display on which most of a window lies, else the primary one. */
export function displayAt(window: Rectangle): Screen {
  const shared = ({ workArea }: Screen) => {
    const [right, bottom] = [workArea.x + workArea.width, workArea.y + workArea.height];
    const width = Math.min(window.x + window.width, right) - Math.max(window.x, workArea.x);
    const height = Math.min(window.y + window.height, bottom) - Math.max(window.y, workArea.y);
    return Math.max(0, width) * Math.max(0, height);
  };
  return [...screens.displays].sort((one, other) => shared(other) - shared(one))[0]!;
}
