/** Charts and runs as files. How a file is given to somebody is handed in. */
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { rememberedInPng, rememberedInSvg } from '../../shared/saved/file.ts';
import type { SavedRun } from '../../shared/saved/saved-run.ts';
import { messageOf } from '../../shared/message-of.ts';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import { paramsText } from '../words/params-text.ts';
import { chartPng } from './png.ts';
import { runJson } from './run-json.ts';
import { saveFile, type SaveFile } from '../client/save-file.ts';
import type { ChartSpec } from './spec.ts';
import { chartSvg, type DrawingSize } from './svg.ts';
import { csvText } from '../words/csv.ts';
import { dataTable } from './table.ts';
import { measureIn } from './measure.ts';
import { enlarged, type ChartTheme } from './theme.ts';
import type { ChartLane } from './view.ts';

export type ExportType = 'png' | 'svg' | 'csv' | 'json';

export const exportTypes: readonly ExportType[] = ['png', 'svg', 'csv', 'json'];

/** What there is to export. */
export interface Exported {
  readonly spec: ChartSpec;
  readonly theme: ChartTheme;
  readonly lanes: readonly ChartLane[];
  readonly entry: Pick<CatalogueEntry, 'id' | 'stage' | 'vocabulary'>;
  /** What pictures remember. */
  readonly run: SavedRun;
}

/** Width and height of an exported chart, for a slide; its type is as large as is read there. */
export const EXPORT_SIZE: DrawingSize = { width: 1200, height: 675 };
const EXPORT_TEXT = 20;

/** Gives somebody a file of the type asked for. Says its name, or why there is none; nothing when it was cancelled. */
export async function exportAs(type: ExportType, what: Exported, give: SaveFile = saveFile): Promise<string> {
  const name = nameOf(type, what);
  try {
    const given = await give(name, await contentOf(type, what));
    return given ? fill(en.charts.exported, { name }) : '';
  } catch (error) {
    return fill(en.charts.notExported, { name, reason: messageOf(error) });
  }
}

async function contentOf(type: ExportType, { spec, theme, lanes, entry, run }: Exported): Promise<Blob> {
  const large = enlarged(theme, EXPORT_TEXT);
  switch (type) {
    case 'png':
      return remembering(await chartPng(spec, large, EXPORT_SIZE, captionOf(lanes)), run);
    case 'svg': {
      const enclosed = { caption: captionOf(lanes), metadata: rememberedInSvg(run) };
      const svg = chartSvg(spec, large, EXPORT_SIZE, measureIn(large), enclosed);
      return new Blob([svg], { type: 'image/svg+xml' });
    }
    case 'csv':
      return new Blob([csvText(dataTable(spec))], { type: 'text/csv' });
    case 'json':
      return new Blob([runJson(lanes, entry)], { type: 'application/json' });
  }
}

/** The program, the models of its lanes, and the chart. */
function nameOf(type: ExportType, { spec, entry, lanes }: Exported): string {
  const models = [...new Set(lanes.map(({ info }) => info.model))].join('-');
  if (type === 'json') return fill(en.charts.runFileName, { workload: entry.id, models });
  return fill(en.charts.fileName, { workload: entry.id, models, chart: spec.id, type });
}

/** Characters of a caption that a picture has room for. */
const CAPTION_MAX = 110;

/** What a picture was made of: parameters as the run began, and seed. */
export function captionOf(lanes: Exported['lanes']): string {
  const scenario = lanes[0]?.info.scenario;
  if (scenario === undefined) return '';
  const changes = scenario.edits.length === 0 ? '' : fill(en.charts.captionEdits, { count: scenario.edits.length });
  const told = fill(en.charts.caption, { seed: scenario.seed }) + changes;
  const room = CAPTION_MAX - told.length;
  const text = paramsText(scenario.params);
  return `${told}${text.length > room ? `${text.slice(0, room - 1)}…` : text}`;
}

async function remembering(png: Blob, run: SavedRun): Promise<Blob> {
  return new Blob([rememberedInPng(new Uint8Array(await png.arrayBuffer()), run)], { type: png.type });
}
