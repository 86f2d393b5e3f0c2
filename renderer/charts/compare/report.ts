/** The report of a comparison, made of what is on screen. */
import { differenceOf, differenceSigns } from '../../../shared/listing/difference.ts';
import { gapsOf, Texts } from '../../../shared/listing/texts.ts';
import { mistakeOf } from '../../../shared/listing/mistake.ts';
import { messageOf } from '../../../shared/message-of.ts';
import type { CatalogueEntry } from '../../../shared/protocol/pushes.ts';
import { linkOf } from '../../../shared/saved/link.ts';
import type { SaveFile } from '../../client/save-file.ts';
import { squeeze } from '../../client/squeeze.ts';
import { captionOf, fileName } from '../../exports/about.ts';
import { fontFaces } from '../../exports/fonts.ts';
import type { ExportedRun } from '../../exports/give.ts';
import { withLook } from '../../exports/look.ts';
import { reportPage, type Report } from '../../exports/report.ts';
import { compare as words } from '../../words/en/compare.ts';
import { exports as exportWords } from '../../words/en/exports.ts';
import { fill } from '../../words/fill.ts';
import { themeOf } from '../exportable.ts';
import { arrangement } from '../arrangement.svelte.ts';
import { measureIn } from '../measure.ts';
import { panelsIn, type PanelId } from '../panel.ts';
import { panelSpec } from '../panel-spec.ts';
import { chartDrawing } from '../svg.ts';
import type { ChartView } from '../view.ts';
import { comparison, type ShownComparison } from './comparison.svelte.ts';
import { figures } from './figures.ts';
import { cellOf } from './rows.ts';

/** Size of a chart on the sheet, in pixels of its drawing, and of its type. */
const CHART = { width: 760, height: 460 };
const TYPE = 19;
/** Characters of a subtitle that a chart has room for there. */
const SUBTITLE_MOST = 34;
/** Characters that are told of the parameters. */
const PARAMS_MOST = 500;

/** What a report is made of. */
export interface Reported {
  readonly view: ChartView;
  readonly stage: string | undefined;
  readonly entry: CatalogueEntry | null;
}

/** Gives somebody the report. Says the file's name, or why there is none. */
export function reportOf(now: () => Reported): (from: ExportedRun, save: SaveFile) => Promise<string> {
  return async (from, save) => {
    const infos = from.lanes.map(({ info }) => info);
    const name = fileName(infos, 'comparison', 'html');
    try {
      const page = await pageOf(now(), from);
      return (await save(name, new Blob([page], { type: 'text/html' }))) ? fill(exportWords.saved, { name }) : '';
    } catch (error) {
      return fill(exportWords.notSaved, { name, reason: messageOf(error) });
    }
  };
}

async function pageOf({ view, stage, entry }: Reported, { lanes, run }: ExportedRun): Promise<string> {
  const infos = lanes.map(({ info }) => info);
  const drawings = await withLook({ palette: 'light', transparent: true }, (look) => {
    const theme = themeOf(look, TYPE);
    return chartsFor(view).map((id) => {
      const shown = panelSpec(id, { ...view, stretch: null })!;
      const long = shown.kind === 'lines' && shown.subtitle.length > SUBTITLE_MOST;
      const spec = long ? { ...shown, subtitle: shown.y.title } : shown;
      return { title: spec.title, ...CHART, content: chartDrawing(spec, theme, CHART, measureIn(theme)) };
    });
  });
  const shown = comparison.of(view, stage);
  const report: Report = {
    title: fill(words.reportTitle, { title: entry?.title ?? '' }),
    scenario: [captionOf(infos, PARAMS_MOST), fill(words.subtitle, { lane: shown.chosen?.title ?? '' })],
    table: tableOf(shown),
    drawings,
    difference: differenceIn(infos, entry),
    link: await linkOf(run, squeeze),
  };
  return reportPage(report, await fontFaces('Libre Franklin Variable'));
}

/** Two charts: those that stand in the large view first, then the first ones there are. */
function chartsFor(view: ChartView): PanelId[] {
  const offered = panelsIn({ ...view, lanes: view.lanes.filter(({ ghost }) => ghost !== true) });
  const usual = (['progress', 'waits'] as const).filter((id) => offered.includes(id));
  return [...new Set([...arrangement.of(offered), ...usual, ...offered])]
    .filter((id) => id !== 'comparison')
    .slice(0, 2);
}

/** Lanes beside each other, figures below each other: so it fits a sheet. */
function tableOf({ rows, chosen, run }: ShownComparison): Report['table'] {
  return {
    head: ['', ...rows.map(({ title }) => title)],
    rows: figures.map((figure) => {
      const cells = rows.map((row) => {
        const { value, difference } = cellOf(figure, row, chosen, comparison.difference, run);
        return { value, small: difference };
      });
      return [figure.title, ...cells];
    }),
  };
}

function differenceIn(
  infos: ExportedRun['lanes'][number]['info'][],
  entry: CatalogueEntry | null,
): Report['difference'] {
  const mistake = entry === null ? null : mistakeOf(infos, entry.mistakes);
  if (mistake === null || entry === null) return { says: words.sameListing, lines: [] };
  const { scenario } = infos[0]!;
  const listing = new Texts(entry.texts).listing(scenario.model);
  const lines = differenceOf(listing, mistake, gapsOf(scenario, scenario.params as object));
  const changed = lines.filter(({ side }) => side !== 'both');
  return { says: mistake.title, lines: changed.map(({ side, text }) => `${differenceSigns[side]} ${text}`) };
}
