/** The full view of a session's timeline: what it shows, and what is pointed at, selected and said in it. */
import { hitAt, layoutOf, rowBox, type Hit, type ViewLayout } from './layout.ts';
import { Surface } from '../picture/surface.svelte.ts';
import type { Pen } from '../picture/pen.ts';
import { kindOf } from '../stage/kinds.ts';
import { foldAt } from '../stores/folds.ts';
import { selection } from '../stores/selection.svelte.ts';
import type { CatalogueEntry, ClockState } from '../../shared/protocol/pushes.ts';
import { SlowClock } from '../stores/slow-clock.svelte.ts';
import { TimeSplitFold } from '../../shared/fold/time-split.ts';
import { timeline } from '../words/en/timeline.ts';
import { fill } from '../words/fill.ts';
import { crowdOf, nameOf, stintsOf, tracksOf, viewLane, waitsAt, type ShownLane, type ViewLane } from './view-lane.ts';
import { inspect, type Inspection } from './inspector/inspect.ts';
import { formOf, instantText } from './instant.ts';
import { sayTask } from './say.ts';
import type { ViewCursor, ViewScene } from './paint-view.ts';
import { panStretch, revealed, wholeRun, zoomStretch } from './stretch.ts';
import type { TaskPlace } from './travel.ts';
import { instantAt, type Stretch } from './window.ts';

/** The names take this share of the width at most; longer ones are written smaller. */
const GUTTER_MOST = 0.4;
/** Names that are measured: the longest ones by their letters. */
const MEASURED = 40;

/** What the full view shows: the lanes of a session and its clock, or a recording. */
export interface Shown {
  readonly entry: CatalogueEntry | null;
  /** `version` counts up when a lane has grown. */
  readonly lanes: readonly (ShownLane & { readonly version: number })[];
  readonly clock: Pick<ClockState, 'at' | 'endsAt'>;
  /** What its events say, where no kernel has made them. */
  readonly texts?: ReadonlyMap<number, string>;
}

export class Field {
  /** What stays, and over it what moves with clock and pointer. */
  readonly base = new Surface();
  readonly over = new Surface({ opaque: false });
  readonly #session: Shown;
  readonly #slow: SlowClock;
  #chosen = $state.raw<Stretch | null>(null);
  #pointer = $state.raw<{ readonly x: number; readonly y: number } | null>(null);
  #point = $state.raw<number | null>(null);
  readonly #kind = $derived.by(() => kindOf(this.#session.entry));
  // Lanes grow with every packet while they are computed; what a view depends on changes far less often.
  readonly #shape = $derived.by(() => {
    const { lanes, entry } = this.#session;
    return JSON.stringify([
      entry?.id,
      lanes.map((lane) => {
        const { version, rewrites, end, deadlock, info } = lane;
        void version;
        return [tracksOf(lane).size, rewrites, end, deadlock, info.scenario.edits];
      }),
    ]);
  });
  readonly lanes = $derived.by((): readonly ViewLane[] => {
    void this.#shape;
    const { lanes, entry, texts } = this.#session;
    return lanes.map((lane) => {
      const view = viewLane(lane, this.#kind, entry);
      return texts === undefined ? view : { ...view, telling: { ...view.telling, texts } };
    });
  });
  readonly longest = $derived.by(() => {
    const { clock, lanes } = this.#session;
    return Math.max(clock.endsAt ?? 0, clock.at, ...lanes.map((lane) => (void lane.version, lane.trace.endsAt)));
  });
  readonly stretch = $derived(this.#chosen ?? wholeRun(this.longest));
  readonly #named = $derived.by(() => this.#measure());
  readonly layout = $derived.by(() => this.layoutFor(this.base.pen));
  readonly selected = $derived.by((): TaskPlace | null => {
    const { lane, task } = selection;
    return lane === null || task === null || lane >= this.lanes.length ? null : { lane, task };
  });
  readonly hit = $derived.by((): Hit | null =>
    this.#pointer === null || this.layout === null ? null : hitAt(this.layout, this.#pointer.y),
  );
  readonly scene = $derived.by((): ViewScene | null => (this.layout === null ? null : this.sceneFor(this.layout)));

  /** To be made where effects may be. */
  constructor(session: Shown) {
    this.#session = session;
    this.#slow = new SlowClock(() => session.clock.at);
  }

  get at(): number {
    return this.#session.clock.at;
  }

  get marks() {
    return this.#kind.marks;
  }

  /** Whether the whole run is shown. */
  get whole(): boolean {
    return this.#chosen === null;
  }

  get point(): number | null {
    return this.#point;
  }

  /** The instant under the pointer; null beside the axis. */
  get pointed(): number | null {
    if (this.#pointer === null || this.layout === null) return null;
    const { plot } = this.layout;
    const { x } = this.#pointer;
    if (x < plot.x || x > plot.x + plot.width) return null;
    return instantAt(this.stretch, (x - plot.x) / plot.width);
  }

  readonly cursor = $derived.by((): ViewCursor => {
    const { hit, selected } = this;
    const hovered = hit === null || hit.task === null ? null : { lane: hit.lane, task: hit.task };
    return { at: this.at, selected, hovered, point: this.#point, pointer: this.pointed };
  });

  pointAt(place: { readonly x: number; readonly y: number } | null): void {
    this.#pointer = place;
  }

  showWhole(): void {
    this.#chosen = null;
  }

  /** Zooms at an instant; at the one that is picked out, or in the middle, where none is given. */
  zoom(factor: number, at = this.#point): void {
    const { from, to } = this.stretch;
    const anchor = at === null || at < from || at > to ? 0.5 : (at - from) / (to - from);
    const next = zoomStretch(this.stretch, factor, anchor, this.longest);
    this.#chosen = next.from <= 0 && next.to >= wholeRun(this.longest).to ? null : next;
  }

  /** Shows what lay `seconds` later before. */
  pan(seconds: number, from = this.stretch): void {
    if (!this.whole) this.#chosen = panStretch(from, seconds, this.longest);
  }

  /** Picks out a task and an instant of it, and shows them. */
  goTo(place: TaskPlace, point: number | null): void {
    selection.pick(place.lane, place.task);
    this.#point = point;
    if (point !== null && this.#chosen !== null) this.#chosen = revealed(this.#chosen, point, this.longest);
  }

  /** What there is to say of a task at an instant. */
  say({ lane, task }: TaskPlace, at: number, asker: 'pointer' | 'inspector' = 'pointer'): string {
    const shown = this.lanes[lane];
    if (shown === undefined) return '';
    const { longest, at: now } = this;
    const waits = (instant: number) => waitsAt(shown, instant, asker);
    const text = sayTask(
      { lane: shown, stints: stintsOf(shown.source), waits, now, longest, marks: this.marks },
      task,
      at,
    );
    return this.lanes.length === 1 ? text : fill(timeline.view.inLane, { lane: shown.source.title, text });
  }

  /** What the pointer is on; null where that is nothing. */
  get said(): string | null {
    const { hit, pointed } = this;
    if (hit === null || pointed === null) return null;
    if (hit.task !== null) return this.say({ lane: hit.lane, task: hit.task }, pointed);
    if (!hit.crowd) return null;
    const lane = this.lanes[hit.lane]!;
    const at = Math.min(pointed, this.at, lane.end);
    const { curves } = crowdOf(lane.source, lane.first);
    const counts = Object.entries(curves).map(([mark, curve]) => [mark, curve.valueAt(at)] as const);
    const told = instantText(at, formOf(this.longest, at));
    return fill(timeline.view.crowd, { ...Object.fromEntries<number>(counts), lane: lane.source.title, at: told });
  }

  readonly inspection = $derived.by((): Inspection | null => {
    const { selected } = this;
    const lane = selected === null ? undefined : this.lanes[selected.lane];
    if (selected === null || lane === undefined) return null;
    const { source } = lane;
    const at = Math.min(this.#slow.at, lane.end);
    const { task } = selected;
    const split = foldAt(source, 'timeline-split', at, () => new TimeSplitFold()).split(task, at);
    const happened = source.countUntil?.(at) ?? source.trace.countUntil(at);
    const { longest, marks } = this;
    const [stints, waits] = [stintsOf(source), waitsAt(lane, at, 'inspector')];
    return inspect({ lane, task, at, happened, longest, stints, waits, split, marks });
  });

  /** The layout of a pen's size; null before there is anything to lay out. */
  layoutFor(pen: Pen | null, size = pen?.size): ViewLayout | null {
    if (pen === null || size === undefined || this.lanes.length === 0) return null;
    const { s, m, xs } = pen.inks.sizes;
    const gutter = Math.min(size.width * GUTTER_MOST, Math.max(this.#named.width + 28, 6 * s));
    const tasks = this.lanes.map(({ first, count }) => ({ first, end: count }));
    return layoutOf(size, tasks, gutter, { axis: 2 * s, heading: 1.75 * m, name: 1.2 * xs });
  }

  sceneFor(layout: ViewLayout): ViewScene {
    const { stretch, longest, lanes, selected } = this;
    const room = layout.gutter - 26;
    const nameSize = this.#named.size * Math.min(1, room / Math.max(1, this.#named.width));
    const chosen = lanes.map((_, lane) => (selected?.lane === lane ? selected.task : null));
    return { layout, stretch, longest, lanes, nameSize, selected: chosen };
  }

  /** The row of a task on screen; for whoever asks where something is. */
  rowOf({ lane, task }: TaskPlace) {
    const band = this.layout?.bands[lane];
    return band === undefined ? null : rowBox(band, task);
  }

  #measure(): { readonly size: number; readonly width: number } {
    const { pen } = this.base;
    if (pen === null) return { size: 12, width: 0 };
    const size = pen.inks.sizes.xs;
    const names = this.lanes.flatMap((lane) =>
      Array.from({ length: Math.max(0, lane.count - lane.first) }, (_, row) => nameOf(lane, lane.first + row)),
    );
    const longest = names.sort((a, b) => b.length - a.length).slice(0, MEASURED);
    return { size, width: Math.max(0, ...longest.map((name) => pen.measure(name, { size, face: 'strong' }))) };
  }
}
