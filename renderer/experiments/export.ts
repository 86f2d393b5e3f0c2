/** An experiment as files. Pictures remember it; the table is what `simul sweep` writes, to the byte. */
import { sweepLine } from '../../shared/experiment/command-line.ts';
import { RunsCsv } from '../../shared/experiment/runs-csv.ts';
import type { Results } from '../../shared/experiment/results.ts';
import { messageOf } from '../../shared/message-of.ts';
import { rememberedInPng, rememberedInSvg } from '../../shared/saved/file.ts';
import type { SavedRun } from '../../shared/saved/saved-run.ts';
import type { ChartTheme } from '../charts/theme.ts';
import { saveFile, type SaveFile } from '../client/save-file.ts';
import { escaped, familiesAnywhere, tag } from '../picture/markup.ts';
import { offscreen, pngOf } from '../picture/offscreen.ts';
import { paintPieces, piecesSvg, type Piece } from '../picture/pieces.ts';
import { en } from '../words/en.ts';
import { experiments as words } from '../words/en/experiments.ts';
import { fill } from '../words/fill.ts';
import { draw } from './draw.ts';
import type { Measure, Size } from './draw-curves.ts';
import { figureNamed, unitOf } from './figures.ts';
import type { ExperimentView } from './view.ts';

export type ExportType = 'png' | 'svg' | 'csv' | 'json';
export const exportTypes: readonly ExportType[] = ['png', 'svg', 'csv', 'json'];

export interface Exported {
  readonly view: ExperimentView;
  readonly results: Results;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  /** A theme with type as large as is read on a slide. */
  readonly theme: ChartTheme;
  readonly measure: Measure;
  /** What pictures remember: the run on screen, and the experiment with it. */
  readonly run: SavedRun;
}

const SIZE: Size = { width: 1200, height: 675 };
const RATIO = 2;
const CAPTION_MAX = 150;

/** Gives somebody a file. Says its name, or why there is none; nothing when it was cancelled. */
export async function exportAs(type: ExportType, what: Exported, give: SaveFile = saveFile): Promise<string> {
  const { spec } = what.results.grid;
  const over = spec.over.map(({ path }) => path).join('-');
  const name = fill(words.fileName, { workload: spec.workload, over, figure: what.view.figure.id, type });
  try {
    const given = await give(name, await contentOf(type, what));
    return given ? fill(en.charts.exported, { name }) : '';
  } catch (error) {
    return fill(en.charts.notExported, { name, reason: messageOf(error) });
  }
}

async function contentOf(type: ExportType, what: Exported): Promise<Blob> {
  const { results, run } = what;
  switch (type) {
    case 'png': {
      const png = new Uint8Array(await (await pngOfChart(what)).arrayBuffer());
      return new Blob([rememberedInPng(png, run)], { type: 'image/png' });
    }
    case 'svg':
      return new Blob([svgOfChart(what)], { type: 'image/svg+xml' });
    case 'csv':
      return new Blob([runsCsv(results)], { type: 'text/csv' });
    case 'json':
      return new Blob([`${JSON.stringify(experimentJson(what), null, 2)}\n`], { type: 'application/json' });
  }
}

/** Every run, as the command line writes it. */
export function runsCsv(results: Results): string {
  const csv = new RunsCsv(results.grid);
  return results.points.map((point) => csv.lines(results.point(point))).join('');
}

/** What is drawn, as data: a saved run with its experiment, the units of figures, what was found at each point. */
export function experimentJson({ view, results, run }: Pick<Exported, 'view' | 'results' | 'run'>): object {
  const { grid } = results;
  const units = Object.fromEntries(results.figures.map((id) => [id, unitOf(figureNamed(id))]));
  return {
    simul: 1,
    scenario: run.scenario,
    lanes: run.lanes,
    at: run.at,
    experiment: grid.spec,
    data: {
      figure: view.figure.id,
      difference: view.look.paired,
      units,
      rows: view.curves.flatMap(({ lane, spots, theory }) =>
        spots.map(({ point, values, replications, interval, quantiles }) => ({
          ...Object.fromEntries(grid.spec.over.map(({ path }, axis) => [path, grid.values(point)[axis]])),
          model: grid.lanes[lane]!.model,
          ...(grid.lanes[lane]!.policy === null ? {} : { policy: grid.lanes[lane]!.policy }),
          ...interval,
          quantiles,
          theory: theory.find((each) => each.point === point)?.measure ?? null,
          seeds: replications.map((each) => grid.seed(each)),
          values,
        })),
      ),
    },
  };
}

/** The chart with its title and what it was made of: pieces for a canvas or a file. */
function page({ view, title, subtitle, results, theme, measure }: Exported): Piece[] {
  const { size } = theme;
  const top = size * 2.6;
  const foot = size * 1.8;
  const inside = draw(view, { width: SIZE.width, height: SIZE.height - top - foot }, theme, measure).pieces;
  const line = fill(words.caption, { line: sweepLine(results.grid.spec) });
  const caption = line.length > CAPTION_MAX ? `${line.slice(0, CAPTION_MAX - 1)}…` : line;
  const text = (words: string, x: number, y: number, size: number, strong: boolean): Piece => ({
    kind: 'text', at: [x, y], text: words, colour: theme.colour(strong ? 'ink' : 'ink-soft'), size,
    weight: strong ? theme.strong : theme.weight, anchor: 'start', rim: null,
  }); // prettier-ignore
  const wide = measure(title, true) * 1.25;
  return [
    text(title, size, size * 1.7, size * 1.25, true),
    text(subtitle, size * 2 + wide, size * 1.7, size, false),
    ...inside.map((piece) => moved(piece, top)),
    text(caption, size, SIZE.height - size * 0.7, size * 0.62, false),
  ];
}

/** A piece further down. A path is moved by its numbers: only absolute moves, lines, arcs and closing stand in one. */
function moved(piece: Piece, by: number): Piece {
  if (piece.kind === 'text') return { ...piece, at: [piece.at[0], piece.at[1] + by] };
  const d = piece.d.replace(/([MLVA])([^MLHVAZ]*)/g, (_, command: string, rest: string) => {
    const numbers = rest.trim().split(/[ ,]+/).map(Number);
    const last = numbers.length - 1;
    return command + numbers.map((value, place) => (place === last ? value + by : value)).join(' ');
  });
  return { ...piece, d };
}

function svgOfChart(what: Exported): string {
  const { theme, title, description, run } = what;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg', ...SIZE, viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, role: 'img',
    'font-family': familiesAnywhere(theme.font), style: 'font-variant-numeric:tabular-nums',
  }; // prettier-ignore
  const content = [
    tag('title', {}, escaped(title)),
    tag('desc', {}, escaped(description)),
    rememberedInSvg(run),
    tag('rect', { ...SIZE, fill: theme.colour('sheet') }),
    piecesSvg(page(what)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('svg', root, `\n${content.join('\n')}\n`)}\n`;
}

function pngOfChart(what: Exported): Promise<Blob> {
  const paint = offscreen(SIZE.width * RATIO, SIZE.height * RATIO);
  paint.scale(RATIO, RATIO);
  paint.fillStyle = what.theme.colour('sheet');
  paint.fillRect(0, 0, SIZE.width, SIZE.height);
  paintPieces(paint, page(what), what.theme.font);
  return pngOf(paint);
}
