import type { Attachment } from 'svelte/attachments';
import { pageTheme } from '../charts/theme.svelte.ts';
import { readPalette, type Palette } from '../picture/palette.ts';
import { makePatterns, type Patterns } from '../picture/patterns.ts';
import { paintTimeline, type TimelineScene } from './paint.ts';

/** Draws a timeline into a canvas in the pixels of the screen, and again whenever the scene has changed. */
export function drawTimeline(scene: () => TimelineScene): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    const paint = canvas.getContext('2d')!;
    const look = $derived.by((): { palette: Palette; patterns: Patterns; ratio: number } => {
      // The tokens change with the theme and the window.
      void pageTheme.now;
      const ratio = devicePixelRatio;
      const palette = readPalette(canvas);
      return { palette, patterns: makePatterns(paint, palette, ratio), ratio };
    });
    $effect(() => {
      const now = scene();
      const { palette, patterns, ratio } = look;
      const [width, height] = [Math.round(now.width * ratio), Math.round(now.height * ratio)];
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      if (width === 0 || height === 0) return;
      paint.setTransform(ratio, 0, 0, ratio, 0, 0);
      paintTimeline(paint, now, palette, patterns);
    });
  };
}
