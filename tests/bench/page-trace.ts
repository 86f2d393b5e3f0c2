/** What Chromium's own tracing tells about the time that a page's main thread spends, and on what. */

/** Which categories have to be recorded. */
export const TRACE_CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];

/** An event of a trace, as far as it is read here. Times are microseconds; `tdur` is what the processor worked in `dur`. */
export interface TimelineEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: { readonly frames?: readonly { readonly url: string; readonly processId?: number }[] };
  };
}

/**
 * Where a page's time went, in milliseconds of the processor's time over the whole recording: what other programs take
 * from the page on a busy machine does not count.
 */
export interface TimeSpent {
  /** Frames of the main thread. */
  readonly frames: number;
  readonly scriptMs: number;
  /** Style, layout, paint, canvases and handing the picture on, on the main thread. */
  readonly paintMs: number;
  /** Turning what was painted into pixels, on other threads of the page's process. */
  readonly rasterMs: number;
  /** Everything on the main thread. */
  readonly busyMs: number;
}

const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'FireAnimationFrame', 'EventDispatch', 'TimerFire', 'RunMicrotasks', 'MinorGC', 'MajorGC']); // prettier-ignore
const PAINT = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit', 'UpdateLayer', 'CompositeLayers']); // prettier-ignore
const RASTER = new Set(['RasterTask', 'ImageDecodeTask']);

/** Sums up the time of the page whose address begins so. */
export function timeSpent(events: readonly TimelineEvent[], address: string): TimeSpent {
  const page = events
    .flatMap(({ args }) => args?.data?.frames ?? [])
    .find(({ url, processId }) => url.startsWith(address) && processId !== undefined);
  if (page === undefined) throw new Error(`the trace has no page at ${address}`);
  const own = events.filter(({ pid }) => pid === page.processId);
  const main = own.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')?.tid;
  if (main === undefined) throw new Error('the trace does not name the main thread');
  const on = (names: ReadonlySet<string>, thread?: number) =>
    own.filter(({ ph, name, tid }) => ph === 'X' && names.has(name) && (thread === undefined || tid === thread));
  return {
    frames: own.filter(({ name, tid }) => name === 'Commit' && tid === main).length,
    scriptMs: outermostMs(on(SCRIPT, main)),
    paintMs: outermostMs(on(PAINT, main)),
    rasterMs: on(RASTER).reduce((sum, event) => sum + workedMs(event), 0),
    busyMs: outermostMs(on(new Set(['RunTask']), main)),
  };
}

/** What events of one thread took; what happens within another of them counts once. */
function outermostMs(events: readonly TimelineEvent[]): number {
  let [sum, until] = [0, -Infinity];
  for (const event of [...events].sort((a, b) => a.ts - b.ts)) {
    if (event.ts < until) continue;
    sum += workedMs(event);
    until = event.ts + (event.dur ?? 0);
  }
  return sum;
}

function workedMs({ dur = 0, tdur = dur }: TimelineEvent): number {
  return tdur / 1000;
}
