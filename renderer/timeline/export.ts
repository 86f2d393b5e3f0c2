/** The full view as something that can be taken home. */
import { markOf } from '../../shared/fold/marks.ts';
import { TASKS } from '../../shared/fold/resources.ts';
import { SpanList, type ListedSpan } from '../../shared/fold/span-list.ts';
import type { ExportTable } from '../exports/data.ts';
import type { Exportable } from '../exports/exportable.ts';
import { inksOf } from '../exports/look.ts';
import type { Size } from '../picture/areas.ts';
import type { Inks } from '../picture/inks.ts';
import { offscreen } from '../picture/offscreen.ts';
import { Pen } from '../picture/pen.ts';
import { timeline } from '../words/en/timeline.ts';
import { fill } from '../words/fill.ts';
import { numberText } from '../words/numbers.ts';
import { timelineDrawing } from './drawing.ts';
import { formOf, instantText } from './instant.ts';
import { paintOver, paintView, type ViewScene } from './paint-view.ts';
import { resourceText } from './say.ts';
import { nameOf, type ViewLane } from './view-lane.ts';
import type { Stretch } from './window.ts';

const words = timeline.export;

/** Size of a picture for a slide, in pixels of the drawing. */
const PICTURE: Size = { width: 1600, height: 874 };
/** A table that is longer can be opened by nobody. */
export const ROWS_MOST = 200_000;

/** What there is to export. */
export interface ExportedTimeline {
  /** The program in words. */
  readonly title: string;
  readonly lanes: readonly ViewLane[];
  readonly stretch: Stretch;
  readonly longest: number;
  /** The instant on screen. */
  readonly at: number;
  /** Makes the scene for a pen of a size. */
  readonly sceneFor: (pen: Pen, size: Size) => ViewScene;
}

export function timelineExport(what: ExportedTimeline): Exportable {
  const { title, at } = what;
  const told = stretchText(what);
  const sceneFor = (pen: Pen) => what.sceneFor(pen, { ...PICTURE, height: PICTURE.height - headHeight(pen.inks) });
  return {
    part: 'timeline',
    title: fill(words.title, { title }),
    size: PICTURE,
    paint(pen) {
      const { context } = pen;
      const scene = sceneFor(pen);
      context.translate(0, headHeight(pen.inks));
      paintView(pen, scene, at);
      paintOver(pen, scene, { at, selected: null, hovered: null, point: null, pointer: null });
      context.translate(0, -headHeight(pen.inks));
      writeHead(pen, title, told);
    },
    drawing(look) {
      const context = offscreen(1, 1);
      const pen = new Pen(context, inksOf(look, context, 1), PICTURE);
      return timelineDrawing(sceneFor(pen), at, pen.inks, { title, told, top: headHeight(pen.inks) });
    },
    table: () => spanTable(what),
  };
}

/** The spans on screen, those of the stretch that is shown, up to the instant of the clock. */
export function spanTable({ lanes, stretch, at }: Pick<ExportedTimeline, 'lanes' | 'stretch' | 'at'>): ExportTable {
  const rows: (string | number)[][] = [];
  let cut = false;
  for (const lane of lanes) {
    const spans = new SpanList();
    const limit = Math.min(at, lane.end);
    const { trace } = lane.telling;
    trace.feed(spans, 0, trace.countUntil(limit));
    for (const span of spans.until(limit)) {
      if (span.task < lane.first || span.to <= stretch.from || span.from >= stretch.to) continue;
      if (rows.length === ROWS_MOST) cut = true;
      else rows.push(rowOf(lane, span));
    }
  }
  const note = cut ? { note: fill(words.part, { count: numberText(ROWS_MOST) }) } : {};
  return { head: words.columns, rows, units: [null, null, null, 's', 's', null], ...note };
}

function rowOf(lane: ViewLane, { task, from, to, state, on }: ListedSpan): (string | number)[] {
  const mark = timeline.states[markOf(state)!.id];
  const resource =
    on === TASKS ? words.otherTasks : on >= 0 ? resourceText(lane.telling.trace.names.resources, on) : '';
  return [lane.source.title, nameOf(lane, task), mark, precise(from), precise(to), resource];
}

/** Without the last digits of a double, which are those of sums. */
function precise(value: number): number {
  return Number(value.toPrecision(12));
}

/** Which lanes are shown, and which stretch of them. */
export function stretchText({
  lanes,
  stretch,
  longest,
}: Pick<ExportedTimeline, 'lanes' | 'stretch' | 'longest'>): string {
  const form = formOf(longest, stretch.from, stretch.to);
  return fill(words.stretch, {
    lanes: lanes.map(({ source }) => source.title).join(', '),
    from: instantText(stretch.from, form),
    to: instantText(stretch.to, form),
  });
}

function headHeight({ sizes }: Pick<Inks, 'sizes'>): number {
  return Math.round(sizes.l * 1.2 + sizes.s * 2);
}

function writeHead(pen: Pen, title: string, told: string): void {
  const { sizes, colours } = pen.inks;
  const most = PICTURE.width - 16;
  pen.write(title, 8, sizes.l * 1.1, { size: sizes.l, face: 'face', most });
  pen.write(told, 8, sizes.l * 1.1 + sizes.s * 1.5, { size: sizes.s, colour: colours['ink-soft'], most });
}
