import type { Pace } from '../../shared/protocol/calls.ts';
import { redo, undo } from '../params/undo.ts';
import { said } from '../stores/said.svelte.ts';
import { session } from '../stores/session.svelte.ts';
import { theme } from '../stores/theme.svelte.ts';
import { window as words } from '../words/en/window.ts';
import { fill } from '../words/fill.ts';
import { menus } from './menus.svelte.ts';
import { paceBeside } from './speeds.ts';

export function seek(at: number): void {
  void session.seek(at);
}

export function playOrPause(): void {
  void session.call(session.clock.playing ? 'pause' : 'play');
}

export function restart(): void {
  void session.restart();
}

export function step(direction: 1 | -1): void {
  void session.call(direction > 0 ? 'step' : 'stepBack');
}

export function setPace(pace: Pace): void {
  void session.call('setPace', { pace });
}

/** Slower or faster by one of the offered speeds. */
export function changeSpeed(direction: 1 | -1): void {
  setPace(paceBeside(session.clock, direction));
}

/** Fills the screen with the page, and gives it back. */
export function fullScreen(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen().catch(() => {});
  else void document.exitFullscreen();
}

const shades = ['light', 'dark', 'projector'] as const;

/** The theme after the one that is shown. */
export function nextTheme(): void {
  const next = shades[(shades.indexOf(theme.shown) + 1) % shades.length]!;
  theme.choice = next;
  said.say(fill(words.themeNow, { theme: words.themes[next] }));
}

/** Commands that need nothing of the page. */
export const plainCommands = {
  play: playOrPause,
  step: () => step(1),
  'step-back': () => step(-1),
  faster: () => changeSpeed(1),
  slower: () => changeSpeed(-1),
  restart,
  speed: () => menus.set('speed', true),
  lanes: () => menus.set('lanes', true),
  theme: nextTheme,
  'full-screen': fullScreen,
  undo,
  redo,
};
