/** An experiment as something that can be taken home. The table of all runs is what `simul sweep` writes, to the byte. */
import { COMPARED_WORKERS } from '../../shared/experiment/compared-workers.ts';
import { RunsCsv } from '../../shared/experiment/runs-csv.ts';
import type { Results } from '../../shared/experiment/results.ts';
import type { SavedRun } from '../../shared/saved/saved-run.ts';
import { SCENARIO_VERSION } from '../../shared/scenario/scenario.ts';
import { themeOf } from '../charts/exportable.ts';
import { measureIn } from '../charts/measure.ts';
import type { ChartTheme } from '../charts/theme.ts';
import type { ExportTable } from '../exports/data.ts';
import type { Exportable } from '../exports/exportable.ts';
import { piecesSvg, paintPieces, type Piece } from '../picture/pieces.ts';
import { draw } from './draw.ts';
import type { Size } from './draw-curves.ts';
import type { Measure } from './draw-frame.ts';
import { figureNamed, unitOf } from './figures.ts';
import type { Curve, ExperimentView } from './view.ts';

/** What there is of an experiment on screen. */
export interface OnScreen {
  readonly view: ExperimentView;
  readonly results: Results;
  readonly title: string;
  readonly subtitle: string;
}

/** What is written into a file: what is on screen, and the run beside which it stands. */
export type Remembered = Pick<OnScreen, 'view' | 'results'> & { readonly run: SavedRun };

const SIZE: Size = { width: 1200, height: 649 };

export function experimentExport(what: OnScreen): Exportable {
  const { view, results, title } = what;
  const over = results.grid.spec.over.map(({ path }) => path).join('-');
  return {
    of: scenariosOf(results),
    part: `${over}-${view.figure.id}`,
    title,
    size: SIZE,
    paint: ({ context }, look) => {
      const theme = themeOf(look);
      context.save();
      paintPieces(context, page(what, theme), theme.font);
      context.restore();
    },
    drawing: (look) => piecesSvg(page(what, themeOf(look))),
    table: () => table(what),
  };
}

/** What the lanes of an experiment run, without what is varied: that stands at the axes. */
function scenariosOf({ grid: { spec, lanes } }: Results): NonNullable<Exportable['of']> {
  const varied: readonly string[] = spec.over.map(({ path }) => path);
  const params = Object.fromEntries(Object.entries(spec.params ?? {}).filter(([name]) => !varied.includes(name)));
  const workers = Number(spec.workers ?? COMPARED_WORKERS);
  return lanes.map(({ model }) => ({
    scenario: {
      version: SCENARIO_VERSION,
      workload: spec.workload,
      variant: spec.variant ?? null,
      model,
      workers,
      seed: String(spec.seed ?? 0),
      draws: spec.draws ?? 'keyed',
      params,
      edits: [],
    },
  }));
}

/** What is drawn, a row for each point and lane. */
function table({ view, results }: OnScreen): ExportTable {
  const { grid } = results;
  const unit = unitOf(view.figure) === 's' ? 's' : null;
  const paths = grid.spec.over.map(({ path }) => path);
  const at = (measures: Curve['theory'], point: number) =>
    measures.find((each) => each.point === point)?.measure.value ?? '';
  const rows = view.curves.flatMap(({ name, spots, theory, beside, law }) =>
    spots.map(({ point, values, interval, quantiles }) => [
      ...grid.values(point).map((value) => (typeof value === 'number' ? value : String(value))),
      name,
      values.length,
      interval.mean,
      interval.halfWidth ?? '',
      ...quantiles,
      at(theory, point),
      at(beside, point),
      law.spots.find((each) => each.point === point)?.value ?? '',
    ]),
  );
  const figures = ['mean', 'half_width', 'p5', 'p25', 'median', 'p75', 'p95', 'theory', 'theory_beside', 'law'];
  return {
    head: [...paths, 'lane', 'runs', ...figures],
    units: [...view.varied.map((each) => each.unit), null, null, ...figures.map(() => unit)],
    rows,
  };
}

/** Every run, as the command line writes it. */
export function runsCsv(results: Results): string {
  const csv = new RunsCsv(results.grid);
  return results.points.map((point) => csv.lines(results.point(point))).join('');
}

/** What is drawn, as data: a saved run with its experiment, the units of figures, what was found at each point. */
export function experimentJson({ view, results, run }: Remembered): object {
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
      rows: view.curves.flatMap(({ lane, spots, theory, beside, law }) =>
        spots.map(({ point, values, replications, interval, quantiles }) => ({
          ...Object.fromEntries(grid.spec.over.map(({ path }, axis) => [path, grid.values(point)[axis]])),
          model: grid.lanes[lane]!.model,
          ...(grid.lanes[lane]!.policy === null ? {} : { policy: grid.lanes[lane]!.policy }),
          ...interval,
          quantiles,
          theory: theory.find((each) => each.point === point)?.measure ?? null,
          beside: beside.find((each) => each.point === point)?.measure ?? null,
          law: law.spots.find((each) => each.point === point)?.value ?? null,
          seeds: replications.map((each) => grid.seed(each)),
          values,
        })),
      ),
    },
  };
}

/** The chart with its title, as pieces. */
function page({ view, title, subtitle }: OnScreen, theme: ChartTheme): Piece[] {
  const { size } = theme;
  const measure: Measure = measureIn(theme) ?? ((text) => text.length * size * 0.6);
  const top = size * 2.6;
  const inside = draw(view, { width: SIZE.width, height: SIZE.height - top }, theme, measure).pieces;
  const text = (words: string, x: number, size: number, strong: boolean): Piece => ({
    kind: 'text', at: [x, theme.size * 1.7], text: words, colour: theme.colour(strong ? 'ink' : 'ink-soft'), size,
    weight: strong ? theme.strong : theme.weight, anchor: 'start', rim: null,
  }); // prettier-ignore
  const wide = measure(title, true) * 1.25;
  return [
    text(title, size, size * 1.25, true),
    text(subtitle, size * 2 + wide, size, false),
    ...inside.map((piece) => moved(piece, top)),
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
