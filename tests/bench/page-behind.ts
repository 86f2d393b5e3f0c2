/** How far a page falls behind its host where events come faster than anybody can look at them. */
import { setTimeout as later } from 'node:timers/promises';
import { heapMegabytes, withPage, type Bench } from './page-scenes.ts';

const SPEED = 100_000;
/** Wall milliseconds of playing, and between two looks. */
const PLAY_MS = 30_000;
const LOOK_MS = 500;
/** Pairs of moves on a board: more than a trace holds whole, which is five million events. */
const PAIRS = 10_000;
const BOARDS = 150;
/** A page may be so many wall seconds of playing behind: packets on their way, and what it does in a few frames. */
const BEHIND_MOST = 0.5;

/** The virtual instant that the scrub bar stands at. */
const INSTANT = `Number(document.querySelector('[role=slider]').getAttribute('aria-valuenow'))`;

/** Plays a long run very fast, and compares the clock of the page with the one of the host. */
export async function behind({ browser, figures }: Bench): Promise<void> {
  await withPage(browser, async ({ caller, page }) => {
    const params = { boards: BOARDS, pairMoves: { kind: 'constant', value: PAIRS } };
    const lanes = [
      { model: 'synchronous' }, { model: 'asynchronous' },
      { model: 'threads', workers: 12 }, { model: 'processes', workers: 12 },
    ]; // prettier-ignore
    const opened = await caller.call('open', { scenario: { workload: 'exhibition', params }, lanes });
    if (!opened.ok) throw new Error(`the run is refused: ${JSON.stringify(opened.problems)}`);
    await caller.call('setPace', { pace: { kind: 'speed', speed: SPEED } });
    await caller.call('play');
    const began = performance.now();
    const gaps: number[] = [];
    while (performance.now() - began < PLAY_MS) {
      await later(LOOK_MS);
      const shown = await page.evaluate<number>(INSTANT);
      gaps.push(((caller.clock?.at ?? 0) - shown) / SPEED);
    }
    const host = caller.clock?.at ?? 0;
    const shown = await page.evaluate<number>(INSTANT);
    const seconds = (performance.now() - began) / 1000;
    const worst = Math.max(...gaps);
    const events = caller.frame?.lanes.reduce((sum, { from, count }) => sum + from + count, 0) ?? 0;
    figures.add('events sent', events / 1e6, 'million');
    figures.add('instant of the host', host / 3600, 'h');
    figures.add('instant of the page', shown / 3600, 'h');
    figures.add('speed of the host', host / seconds, 'x');
    figures.add('worst time behind', worst, 's of playing', {
      goal: { text: `under ${BEHIND_MOST} s`, met: worst < BEHIND_MOST },
    });
    figures.add('heap', await heapMegabytes(page), 'MB');
  });
}
