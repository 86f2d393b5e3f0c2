/**
 * What is measured inside the page, as the text of scripts: they run in a browser, which this program knows nothing
 * of. All times are wall milliseconds.
 */

/** Notes in `firstBoardMs` when the first board has been painted, counted from the start of the navigation. */
export const FIRST_BOARD = `(() => {
  const sample = document.createElement('canvas');
  sample.width = sample.height = 24;
  const painted = (canvas) => {
    const paint = sample.getContext('2d', { willReadFrequently: true });
    paint.drawImage(canvas, 0, 0, 24, 24);
    return new Set(new Uint32Array(paint.getImageData(0, 0, 24, 24).data.buffer)).size > 12;
  };
  const look = () => {
    const canvas = document.querySelector('[data-testid=hall] canvas');
    if (canvas === null || canvas.width === 0 || !painted(canvas)) requestAnimationFrame(look);
    else requestAnimationFrame(() => { window.firstBoardMs = performance.now(); });
  };
  requestAnimationFrame(look);
})()`;

/** What `framesFor` finds. */
export interface FrameFigures {
  readonly framesPerSecond: number;
  /** The longest time between two frames. */
  readonly longestGapMs: number;
  /** How many tasks took longer than 50 ms, and the longest of them; 0 for none. */
  readonly longTasks: number;
  readonly longestTaskMs: number;
}

/** Counts display frames and long tasks for a while. */
export function framesFor(ms: number): string {
  return `new Promise((settle) => {
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    observer.observe({ type: 'longtask' });
    let began = null, last = 0, frames = 0, gap = 0;
    const frame = (now) => {
      if (began === null) began = now;
      else { frames++; gap = Math.max(gap, now - last); }
      last = now;
      if (now - began < ${ms}) { requestAnimationFrame(frame); return; }
      // Entries are handed over a little later.
      setTimeout(() => {
        observer.disconnect();
        settle({ framesPerSecond: frames / (last - began) * 1000, longestGapMs: gap, longTasks: tasks.length, longestTaskMs: Math.max(0, ...tasks) });
      }, 100);
    };
    requestAnimationFrame(frame);
  })`;
}

/**
 * Notes in `scrubMs`, for each press on the scrub bar, how long it took until the picture of that instant had been
 * painted: the lane's own clock is drawn together with its boards.
 */
export const SCRUBS = `(() => {
  window.scrubMs = [];
  addEventListener('pointerdown', ({ timeStamp, target }) => {
    const scrub = target.closest('[role=slider]');
    if (scrub === null) return;
    const look = () => {
      const shown = document.querySelector('[data-testid=clock] [role=timer]').getAttribute('aria-label');
      if (shown !== scrub.getAttribute('aria-valuetext')) requestAnimationFrame(look);
      else requestAnimationFrame(() => window.scrubMs.push(performance.now() - timeStamp));
    };
    requestAnimationFrame(look);
  }, true);
})()`;

/** Waits until something has been noted, and says what. */
export function noted(expression: string): string {
  return `new Promise((settle) => {
    const look = () => {
      const value = ${expression};
      if (value === undefined) setTimeout(look, 20);
      else settle(value);
    };
    look();
  })`;
}
