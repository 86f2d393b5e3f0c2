/** Gives somebody files, or puts them on the clipboard. How that is done is handed in. */
import { messageOf } from '../../shared/message-of.ts';
import type { CatalogueEntry } from '../../shared/protocol/pushes.ts';
import { rememberedInPng, rememberedInSvg } from '../../shared/saved/file.ts';
import type { SavedRun } from '../../shared/saved/saved-run.ts';
import type { Copy, CopyPicture } from '../client/copy-text.ts';
import type { SaveFile } from '../client/save-file.ts';
import { exports as words } from '../words/en/exports.ts';
import { fill } from '../words/fill.ts';
import { captionOf, dataHead, fileName } from './about.ts';
import { tableCsv, tableJson, tableMarkdown } from './data.ts';
import type { Exportable, PictureChoice } from './exportable.ts';
import { drawingOf, pictureOf } from './picture.ts';
import { runJson, type RunLane } from './run-json.ts';

/** Files that there are, and what goes to the clipboard. */
export type FileType = 'png' | 'svg' | 'csv' | 'json' | 'run';
export type CopyType = 'picture' | 'csv' | 'markdown' | 'text';

/** The run that something was exported from. */
export interface ExportedRun {
  readonly lanes: readonly RunLane[];
  readonly entry: Pick<CatalogueEntry, 'stage' | 'vocabulary'>;
  /** What pictures remember. */
  readonly run: SavedRun;
}

/** The files that can be made of something. */
export function filesOf({ paint, drawing, table }: Exportable): FileType[] {
  return [
    ...(paint === undefined ? [] : (['png'] as const)),
    ...(paint === undefined && drawing === undefined ? [] : (['svg'] as const)),
    ...(table === undefined ? [] : (['csv', 'json'] as const)),
    'run',
  ];
}

/** What can be copied of something. */
export function copiesOf({ paint, table, text }: Exportable): CopyType[] {
  return [
    ...(paint === undefined ? [] : (['picture'] as const)),
    ...(table === undefined ? [] : (['markdown', 'csv'] as const)),
    ...(text === undefined ? [] : (['text'] as const)),
  ];
}

/** Gives somebody a file. Says its name, or why there is none; nothing when it was cancelled. */
export async function give(
  type: FileType,
  what: Exportable,
  from: ExportedRun,
  choice: PictureChoice,
  save: SaveFile,
): Promise<string> {
  const name = nameOf(type, what, from);
  try {
    const given = await save(name, await contentOf(type, what, from, choice));
    if (!given) return '';
    const note = type === 'csv' || type === 'json' ? what.table?.().note : undefined;
    return [fill(words.saved, { name }), ...(note === undefined ? [] : [note])].join(' ');
  } catch (error) {
    return fill(words.notSaved, { name, reason: messageOf(error) });
  }
}

/** Copies something. Says so, or why not. */
export async function copy(
  type: CopyType,
  what: Exportable,
  from: ExportedRun,
  choice: PictureChoice,
  { text, picture }: { readonly text: Copy; readonly picture: CopyPicture },
): Promise<string> {
  try {
    if (type === 'picture') await picture(contentOf('png', what, from, choice));
    else await text(textOf(type, what));
    return fill(words.copied, { what: words.copyAs[type] });
  } catch (error) {
    return fill(words.notCopied, { reason: messageOf(error) });
  }
}

function nameOf(type: FileType, what: Exportable, { lanes }: ExportedRun): string {
  const infos = lanes.map(({ info }) => info);
  return type === 'run' ? fileName(infos, 'run', 'json') : fileName(what.of ?? infos, what.part, type);
}

async function contentOf(
  type: FileType,
  what: Exportable,
  { lanes, entry, run }: ExportedRun,
  choice: PictureChoice,
): Promise<Blob> {
  const infos = what.of ?? lanes.map(({ info }) => info);
  const caption = (most: number) => captionOf(infos, most);
  switch (type) {
    case 'png': {
      const png = await pictureOf(what, choice, caption);
      return new Blob([rememberedInPng(new Uint8Array(await png.arrayBuffer()), run)], { type: png.type });
    }
    case 'svg':
      return new Blob([await drawingOf(what, choice, caption, rememberedInSvg(run))], { type: 'image/svg+xml' });
    case 'csv':
      return new Blob([tableCsv(what.table!())], { type: 'text/csv' });
    case 'json':
      return new Blob([tableJson(what.table!(), dataHead(infos, what.title))], { type: 'application/json' });
    case 'run':
      return new Blob([runJson(lanes, entry)], { type: 'application/json' });
  }
}

function textOf(type: Exclude<CopyType, 'picture'>, { table, told = table, text }: Exportable): string {
  if (type === 'text') return text!();
  return type === 'csv' ? tableCsv(table!()) : tableMarkdown(told!());
}
