/** What the shell hears of the system: its theme, and when it sleeps. */
import type { NativeTheme } from 'electron';
import { config } from './config.ts';
import { Emitter, strict } from './strict.ts';

class Theme extends Emitter implements Pick<NativeTheme, 'shouldUseDarkColors'> {
  shouldUseDarkColors = config.dark;

  constructor() {
    super('nativeTheme', ['updated']);
  }
}

export const theme = new Theme();
export const nativeTheme = strict('nativeTheme', theme);

export const power = new Emitter('powerMonitor', ['suspend', 'resume', 'shutdown']);
export const powerMonitor = strict('powerMonitor', power);
