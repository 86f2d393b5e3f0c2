import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { Chart, configOf, dataOf, optionsOf, sameFrame } from './config.ts';
import type { Area } from './overlay.ts';
import { samePicture } from './same-picture.ts';
import type { ChartSpec } from './spec.ts';
import type { ChartTheme } from './theme.ts';

/** A chart rests so many times as long as its last drawing took: the frames belong to the stages. */
const REST = 7;
/** Wall milliseconds that drawing a chart may take without others having to wait for the next turn. */
const QUICK_MS = 2;
/** When any chart may be drawn again (wall milliseconds): two slow ones in one frame would hold it up. */
let turnMs = 0;

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
    let [dueMs, timer] = [0, 0];
    const config = configOf(() => shown);
    config.plugins!.push({
      id: 'placed',
      afterLayout: ({ chartArea: { left, top, right, bottom } }) => placed({ left, top, right, bottom }),
    });
    const chart = new Chart(canvas, config);
    const draw = (next: typeof shown) => {
      const before = shown;
      if (next.theme === before.theme && samePicture(next.spec, before.spec, chart.chartArea)) return;
      const beganMs = performance.now();
      shown = next;
      const data = dataOf(shown.spec, shown.theme);
      if (shown.theme === before.theme && sameFrame(shown.spec, before.spec)) {
        data.datasets.forEach((set, place) => (chart.data.datasets[place]!.data = set.data));
      } else {
        chart.data = data;
        chart.options = optionsOf(shown.spec, shown.theme);
      }
      chart.update('none');
      const endedMs = performance.now();
      const tookMs = endedMs - beganMs;
      dueMs = endedMs + REST * tookMs;
      if (tookMs > QUICK_MS) turnMs = endedMs + tookMs;
    };
    $effect(() => {
      const next = now();
      const leftMs = Math.max(dueMs, turnMs) - performance.now();
      if (leftMs <= 0) draw(next);
      else timer = window.setTimeout(() => draw(next), leftMs);
      return () => clearTimeout(timer);
    });
    return () => chart.destroy();
  };
}
