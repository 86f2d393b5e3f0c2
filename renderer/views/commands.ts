import type { Pace } from '../../shared/protocol/calls.ts';
import { frames } from '../client/frames.ts';
import { session } from '../stores/session.svelte.ts';
import { paceBeside } from './speeds.ts';

let wanted: number | null = null;
let waiting = false;

/** Goes to an instant. While one is being gone to, only the last of those asked for is kept. */
export function seek(at: number): void {
  wanted = at;
  if (waiting) return;
  waiting = true;
  void (async () => {
    while (wanted !== null) {
      const next = wanted;
      wanted = null;
      await session.call('seek', { at: next });
      frames.request();
    }
    waiting = false;
  })();
}

export function playOrPause(): void {
  void session.call(session.clock.playing ? 'pause' : 'play');
}

export function restart(): void {
  void session.call('restart');
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

export function undo(): void {
  if (session.canUndo) void session.call('undo');
}
