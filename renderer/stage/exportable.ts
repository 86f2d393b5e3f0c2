/** The stages of all lanes beside each other, as something that can be taken home. */
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { markOf } from '../../shared/fold/marks.ts';
import { StateFold } from '../../shared/fold/state.ts';
import type { ExportTable } from '../exports/data.ts';
import type { Exportable, Look } from '../exports/exportable.ts';
import { inksOf } from '../exports/look.ts';
import type { Box, Size } from '../picture/areas.ts';
import { lengthText as n, tag } from '../picture/markup.ts';
import { offscreen } from '../picture/offscreen.ts';
import { Pen } from '../picture/pen.ts';
import { Recorder } from '../picture/recorder.ts';
import { foldAt } from '../stores/folds.ts';
import { marks as markWords } from '../words/en/marks.ts';
import { stages as words } from '../words/en/stages.ts';
import { fill } from '../words/fill.ts';
import { clockText } from '../words/numbers.ts';
import { taskTitle } from '../words/sentence.ts';
import type { AnyKind, Moment, StageLane } from './kit/kind.ts';

/** Size of a picture for a slide, in pixels of the drawing; the room for the names of lanes; the gap between lanes. */
const PICTURE: Size = { width: 1600, height: 874 };
const HEAD = 48;
const GAP = 8;
/** Pixels for each of the drawing in which what is no words is drawn into an SVG. */
const FINE = 3;

/** What there is to export. */
export interface ExportedStages {
  readonly lanes: readonly StageLane[];
  readonly kind: AnyKind;
  readonly entry: CatalogueEntry | null;
  /** The instant on screen, and the length of the longest run. */
  readonly at: number;
  readonly run: number;
}

export function stagesExport(what: ExportedStages): Exportable {
  const boxes = boxesOf(what.lanes.length);
  return {
    part: 'stages',
    title: fill(words.title, { title: what.entry?.title ?? '', at: clockText(what.at, what.run) }),
    size: PICTURE,
    paint(pen, look) {
      what.lanes.forEach((lane, place) => {
        const box = boxes[place]!;
        writeHead(pen, what, lane, box);
        // A canvas of its own: some pictures are drawn in whole pixels of theirs.
        const { ratio } = pen.inks;
        const context = offscreen(Math.round(box.width * ratio), Math.round(box.height * ratio));
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        paintStage(new Pen(context, inksOf(look, context, ratio), sizeOf(box)), what, lane);
        pen.context.drawImage(context.canvas, box.x, box.y, box.width, box.height);
      });
    },
    drawing: (look) => what.lanes.map((lane, place) => drawingOf(what, lane, boxes[place]!, look, place)).join('\n'),
    table: () => tableOf(what),
  };
}

function boxesOf(count: number): Box[] {
  const width = (PICTURE.width - GAP * (count - 1)) / count;
  return Array.from({ length: count }, (_, place) => {
    return { x: place * (width + GAP), y: HEAD, width, height: PICTURE.height - HEAD };
  });
}

/** A picture begins at its own corner. */
function sizeOf({ width, height }: Box): Size {
  return { width, height };
}

function drawingOf(what: ExportedStages, lane: StageLane, box: Box, look: Look, place: number): string {
  const head = new Recorder(`head-${place}-`);
  writeHead(new Pen(head.context, inksOf(look, head.context, 1), PICTURE), what, lane, box);
  const recorder = new Recorder(`stage-${place}-`);
  const { context } = recorder;
  context.setTransform(FINE, 0, 0, FINE, 0, 0);
  paintStage(new Pen(context, inksOf(look, context, FINE), sizeOf(box)), what, lane);
  const moved = `translate(${n(box.x)} ${n(box.y)}) scale(${Number((1 / FINE).toPrecision(7))})`;
  return head.markup + tag('g', { transform: moved, 'data-lane': lane.title }, recorder.markup);
}

/** Draws a kind's picture of a lane as it is at the instant, standing still. */
function paintStage(pen: Pen, { lanes, kind, entry, at }: ExportedStages, lane: StageLane): void {
  const { picture } = kind;
  const over = lane.end !== null && at >= lane.end;
  // Its fold has a type of its own, which nobody but the kind knows: any that can be copied stands for it.
  const fold: unknown = foldAt(lane, `stage-${kind.id}`, at, () => picture.fold(lane, entry) as StateFold);
  const playback = { t: over ? lane.end : at, playing: false, speed: null, motion: false };
  const moment: Moment<unknown> = { lane, lanes, entry, fold, playback, over };
  const layout: unknown = picture.layout(pen.size, picture.shape(moment), pen.inks);
  if (layout === null) return;
  picture.painter(pen, layout, lane)(picture.view(moment, layout), null, 0);
}

function writeHead(pen: Pen, { at, run }: ExportedStages, lane: StageLane, { x, width }: Box): void {
  const shown = lane.end !== null && at >= lane.end ? lane.end : at;
  const clock = pen.write(clockText(shown, run), x + width - 12, 32, { size: 25, face: 'face', align: 'right' });
  pen.write(lane.title, x + 12, 32, { size: 22, face: 'strong', most: width - clock - 40 });
}

/** What each task does at the instant, and since when. */
function tableOf({ lanes, kind, at }: ExportedStages): ExportTable {
  const rows = lanes.flatMap((lane) => {
    const states = foldAt(lane, 'listing', at, () => new StateFold());
    return Array.from({ length: states.size }, (_, task) => {
      const mark = markOf(states.stateOf(task));
      const state = mark === null ? words.over : markWords[mark.id];
      return [lane.title, taskTitle({ trace: lane.trace, manner: kind.manner }, task), state, states.sinceOf(task)];
    });
  });
  return { head: ['lane', 'task', 'state', 'since_seconds'], rows, units: [null, null, null, 's'] };
}
