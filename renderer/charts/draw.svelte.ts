import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { Chart, configOf, dataOf, optionsOf, sameFrame } from './config.ts';
import type { Area } from './overlay.ts';
import type { ChartSpec } from './spec.ts';
import type { ChartTheme } from './theme.ts';

/**
 * Draws a chart into a canvas and keeps it up to date with what `now` comes to. The kind of chart must stay the same
 * while the canvas lives. `placed` is told where its axes are. Taken away, it leaves nothing behind.
 */
export function drawChart(
  now: () => { spec: ChartSpec; theme: ChartTheme },
  placed: (area: Area) => void = () => {},
): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let shown = untrack(now);
    const config = configOf(() => shown);
    config.plugins!.push({
      id: 'placed',
      afterLayout: ({ chartArea: { left, top, right, bottom } }) => placed({ left, top, right, bottom }),
    });
    const chart = new Chart(canvas, config);
    $effect(() => {
      const before = shown;
      shown = now();
      const data = dataOf(shown.spec, shown.theme);
      if (shown.theme === before.theme && sameFrame(shown.spec, before.spec)) {
        data.datasets.forEach((set, place) => (chart.data.datasets[place]!.data = set.data));
      } else {
        chart.data = data;
        chart.options = optionsOf(shown.spec, shown.theme);
      }
      chart.update('none');
    });
    return () => chart.destroy();
  };
}
