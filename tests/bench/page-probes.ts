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
    const canvas = document.querySelector('[data-testid=boards] canvas');
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
 * Paints a fixed picture, many times: 500 rectangles, 75 circles, 75 texts and 75 copies of a small picture on 1280 x 800
 * pixels. Says how long it took at best. It is short enough to come through at least once without being interrupted, also
 * on a busy machine. Reading a pixel waits until everything has been painted.
 */
export const PAINTING_JOB = `(() => {
  const canvas = document.createElement('canvas'), stamp = document.createElement('canvas');
  canvas.width = 1280; canvas.height = 800; stamp.width = stamp.height = 24;
  const paint = canvas.getContext('2d'), small = stamp.getContext('2d');
  small.fillRect(4, 4, 16, 16);
  paint.font = '14px sans-serif';
  const x = (k) => (k * 0.618034 % 1) * 1240, y = (k) => (k * 0.754878 % 1) * 760;
  const job = () => {
    const began = performance.now();
    paint.clearRect(0, 0, 1280, 800);
    for (let k = 0; k < 500; k++) { paint.fillStyle = k % 2 ? '#b58863' : '#f0d9b5'; paint.fillRect(x(k), y(k), 32, 32); }
    for (let k = 0; k < 75; k++) { paint.beginPath(); paint.arc(x(k) + 16, y(k) + 16, 12, 0, 6.3); paint.stroke(); }
    for (let k = 0; k < 75; k++) paint.fillText('board ' + k, x(k), y(k) + 16);
    for (let k = 0; k < 75; k++) paint.drawImage(stamp, x(k), y(k));
    paint.getImageData(0, 0, 1, 1);
    return performance.now() - began;
  };
  return Math.min(...Array.from({ length: 60 }, job));
})()`;

const ASKED = `document.querySelector('[role=slider]').getAttribute('aria-valuetext')`;
const SHOWN = `document.querySelector('[data-testid=clock] [role=timer]').getAttribute('aria-label')`;

/** True once the first lane shows the instant that the scrub bar stands at; for `noted`. */
export const SHOWS_ASKED = `(${SHOWN} === ${ASKED} || undefined)`;

/** What `SCRUBS` notes of a scrub whose instant has been painted. */
export interface Scrub {
  /** How many display frames after the one in which the page learnt of it. */
  readonly frames: number;
  /** From the pointer's event on. */
  readonly ms: number;
}

/**
 * Notes in `scrubs` each instant that the scrub bar was put at, once the picture of it, or of a later one, has been
 * painted: the lane's own clock is drawn together with its boards. `unanswered` is how many are still to come, `moves`
 * how often the pointer has moved; the browser hands over only the last of several moves in one frame.
 */
export const SCRUBS = `(() => {
  window.scrubs = []; window.unanswered = 0; window.moves = 0;
  let movedAt = 0, frame = 0, text = null;
  const open = [];
  for (const kind of ['pointerdown', 'pointermove']) {
    addEventListener(kind, (event) => {
      if (event.target.closest('[role=slider]') === null) return;
      movedAt = event.timeStamp;
      window.moves += Math.max(1, event.getCoalescedEvents().length);
    }, true);
  }
  text = ${ASKED};
  const { port1, port2 } = new MessageChannel();
  // Comes after everything that the page does for a frame.
  port1.onmessage = () => {
    const asked = ${ASKED};
    if (asked !== text) { open.push({ text: asked, at: movedAt, frame }); text = asked; }
    const shown = ${SHOWN};
    const last = open.findLastIndex((each) => each.text === shown);
    for (const each of open.splice(0, last + 1)) window.scrubs.push({ frames: frame - each.frame, ms: performance.now() - each.at });
    window.unanswered = open.length;
  };
  const tick = () => { frame++; port2.postMessage(0); requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
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
