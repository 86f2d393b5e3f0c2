import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { Chart, configOf, dataOf, optionsOf } from './config.ts';
import type { ChartSpec } from './spec.ts';
import type { ChartTheme } from './theme.ts';

/**
 * Draws a chart into a canvas and keeps it up to date with what `now` comes to. The kind of chart must stay the same
 * while the canvas lives. Taken away, it leaves nothing behind.
 */
export function drawChart(now: () => { spec: ChartSpec; theme: ChartTheme }): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let shown = untrack(now);
    const chart = new Chart(
      canvas,
      configOf(() => shown),
    );
    $effect(() => {
      shown = now();
      chart.data = dataOf(shown.spec, shown.theme);
      chart.options = optionsOf(shown.spec, shown.theme);
      chart.update('none');
    });
    return () => chart.destroy();
  };
}
