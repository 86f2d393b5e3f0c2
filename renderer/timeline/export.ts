/** The full view as files. How a file is given to somebody is handed in. */
import { markOf } from '../../shared/fold/marks.ts';
import { TASKS } from '../../shared/fold/resources.ts';
import { SpanList, type ListedSpan } from '../../shared/fold/span-list.ts';
import { messageOf } from '../../shared/message-of.ts';
import type { SaveFile } from '../client/save-file.ts';
import { offscreen, pngOf } from '../picture/offscreen.ts';
import { readInks, type Inks } from '../picture/inks.ts';
import { Pen } from '../picture/pen.ts';
import type { Size } from '../picture/areas.ts';
import { csvText, type CsvTable } from '../words/csv.ts';
import { timeline } from '../words/en/timeline.ts';
import { fill } from '../words/fill.ts';
import { paramsText } from '../words/params-text.ts';
import { numberText } from '../words/numbers.ts';
import { timelineSvg } from './drawing.ts';
import { formOf, instantText } from './instant.ts';
import { paintOver, paintView, type ViewScene } from './paint-view.ts';
import { resourceText } from './say.ts';
import { nameOf, type ViewLane } from './view-lane.ts';
import type { Stretch } from './window.ts';

const words = timeline.export;

export const timelineFiles = ['png1', 'png2', 'svg', 'csv'] as const;
export type TimelineFile = (typeof timelineFiles)[number];

/** Size of a picture for a slide, in pixels of the drawing. */
export const PICTURE: Size = { width: 1600, height: 900 };
/** A table that is longer can be opened by nobody. */
export const ROWS_MOST = 200_000;

/** What there is to export. */
export interface ExportedTimeline {
  /** The program by its id and in words. */
  readonly workload: string;
  readonly title: string;
  readonly lanes: readonly ViewLane[];
  readonly stretch: Stretch;
  readonly longest: number;
  /** The instant on screen. */
  readonly at: number;
  /** Makes the scene for a pen of a size. */
  readonly sceneFor: (pen: Pen, size: Size) => ViewScene;
  /** The canvas on screen, whose tokens are in force. */
  readonly canvas: HTMLCanvasElement;
}

/** Gives somebody a file. Says its name, or why there is none; nothing when it was cancelled. */
export async function exportTimeline(file: TimelineFile, what: ExportedTimeline, give: SaveFile): Promise<string> {
  const name = nameFor(file, what);
  try {
    if (file === 'csv') {
      const { table, cut } = spanTable(what);
      const given = await give(name, new Blob([csvText(table)], { type: 'text/csv' }));
      return given ? fill(cut ? words.savedPart : words.saved, { name, count: numberText(ROWS_MOST) }) : '';
    }
    return (await give(name, await pictureOf(file, what))) ? fill(words.saved, { name }) : '';
  } catch (error) {
    return fill(words.failed, { name, reason: messageOf(error) });
  }
}

/** "simul-queue-synchronous-threads4-timeline.csv". */
export function nameFor(file: TimelineFile, { workload, lanes }: Pick<ExportedTimeline, 'workload' | 'lanes'>): string {
  const models = lanes.map(({ source }) => {
    const { model, workers } = source.info.scenario;
    return model === 'threads' || model === 'processes' ? `${model}${workers}` : model;
  });
  const type = file === 'png1' || file === 'png2' ? 'png' : file;
  return fill(words.name, { workload, models: [...new Set(models)].join('-'), type });
}

/** The spans on screen, those of the stretch that is shown, up to the instant of the clock. */
export function spanTable({ lanes, stretch, at }: Pick<ExportedTimeline, 'lanes' | 'stretch' | 'at'>): {
  readonly table: CsvTable;
  readonly cut: boolean;
} {
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
  return { table: { head: words.columns, rows }, cut };
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

/** What was run, in one line: parameters, lanes, seed, and which stretch is shown. */
export function captionOf({
  lanes,
  stretch,
  longest,
}: Pick<ExportedTimeline, 'lanes' | 'stretch' | 'longest'>): string {
  const scenario = lanes[0]?.source.info.scenario;
  const form = formOf(longest, stretch.from, stretch.to);
  return fill(words.caption, {
    lanes: lanes.map(({ source }) => source.title).join(', '),
    params: paramsText(scenario?.params),
    seed: scenario?.seed ?? '',
    from: instantText(stretch.from, form),
    to: instantText(stretch.to, form),
  });
}

async function pictureOf(file: 'png1' | 'png2' | 'svg', what: ExportedTimeline): Promise<Blob> {
  const ratio = file === 'png2' ? 2 : 1;
  const context = offscreen(PICTURE.width * ratio, PICTURE.height * ratio, { opaque: true });
  const pen = new Pen(context, readInks(what.canvas, context, ratio), PICTURE);
  const top = captionHeight(pen.inks);
  const scene = what.sceneFor(pen, { width: PICTURE.width, height: PICTURE.height - top });
  const caption = captionOf(what);
  if (file === 'svg') {
    const svg = timelineSvg(scene, what.at, pen.inks, { title: what.title, caption, top });
    return new Blob([svg], { type: 'image/svg+xml' });
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fill({ x: 0, y: 0, ...PICTURE }, pen.inks.colours.sheet);
  context.translate(0, top);
  paintView(pen, scene, what.at);
  paintOver(pen, scene, { at: what.at, selected: null, hovered: null, point: null, pointer: null });
  context.translate(0, -top);
  writeCaption(pen, what.title, caption);
  return pngOf(context);
}

function captionHeight({ sizes }: Pick<Inks, 'sizes'>): number {
  return Math.round(sizes.l * 1.2 + sizes.s * 2);
}

function writeCaption(pen: Pen, title: string, caption: string): void {
  const { sizes, colours } = pen.inks;
  const most = PICTURE.width - 16;
  pen.write(title, 8, sizes.l * 1.1, { size: sizes.l, face: 'face', most });
  pen.write(caption, 8, sizes.l * 1.1 + sizes.s * 1.5, { size: sizes.s, colour: colours['ink-soft'], most });
}
