/** What is photographed: which program, how the window is set up, at which instants, and in which looks. */
import { Run, STEPS_MAX } from '../../electron/session/run.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { divergenceOf as instantOf } from '../../shared/fold/divergence.ts';
import type { Mistake } from '../../shared/listing/mistake.ts';
import type { CallArguments, LaneChoice } from '../../shared/protocol/calls.ts';
import { readScenario } from '../../shared/scenario/scenario.ts';

export type Theme = 'light' | 'dark' | 'projector';

/** How large the window is, and in which colours. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}

/** When the lanes of a scene end, in virtual seconds. */
export interface Ends {
  readonly first: number;
  readonly last: number;
}

/** An instant with the name that its pictures carry. */
export interface Instant {
  readonly name: string;
  readonly at: (ends: Ends) => number;
}

/** What is open in the window besides the stage. */
export type Arrangement = 'charts' | 'listing' | 'parameters' | 'programs' | 'large chart';

export interface Scene {
  readonly name: string;
  readonly opening: CallArguments<'open'>;
  readonly arrangement: Arrangement | null;
  readonly instants: readonly Instant[];
  readonly looks: readonly Look[];
}

const CLASSIC = 'exhibition';
const sizes = [[1280, 800], [1920, 1080], [3840, 2160]] as const; // prettier-ignore
const themes = ['light', 'dark', 'projector'] as const;
const EVERY_LOOK = sizes.flatMap(([width, height]) => themes.map((theme): Look => ({ width, height, theme })));
const TWO_LOOKS: readonly Look[] = [
  { width: 1280, height: 800, theme: 'light' },
  { width: 1920, height: 1080, theme: 'dark' },
];
const TWO: readonly LaneChoice[] = [{ model: 'synchronous' }, { model: 'asynchronous' }];
const FOUR: readonly LaneChoice[] = [...TWO, { model: 'threads', workers: 12 }, { model: 'processes', workers: 12 }];

const share = (name: string, share: number): Instant => ({ name, at: ({ last }) => share * last });
/** The only instant at which every lane is at work: the quick ones are over long before the slow ones. */
const BUSY: Instant = { name: 'busy', at: ({ first }) => first / 2 };
const INSTANTS = [share('start', 0), BUSY, share('third', 1 / 3), share('two-thirds', 2 / 3), share('end', 1)];

/** All scenes of these programs. */
export function scenesOf(workloads: readonly Workload<unknown>[]): Scene[] {
  return workloads.flatMap((workload) => [
    programScene(workload),
    ...(workload.id === CLASSIC ? classicScenes(workload) : []),
    ...(workload.mistakes ?? []).map((mistake) => mistakeScene(workload, mistake)),
  ]);
}

/** The name of a picture's file. */
export function pictureName({ name }: Scene, instant: Instant, { width, height, theme }: Look): string {
  return `${name}.${instant.name}.${width}x${height}.${theme}.png`;
}

/** A program as it comes. */
function programScene(workload: Workload<unknown>): Scene {
  const looks = workload.id === CLASSIC ? EVERY_LOOK : TWO_LOOKS;
  return { ...sceneOf(workload), instants: INSTANTS, looks };
}

/** The window of the classic with whatever can be opened in it, and with other numbers of boards. */
function classicScenes(workload: Workload<unknown>): Scene[] {
  const scene = sceneOf(workload);
  const arranged = (name: string, arrangement: Arrangement): Scene => {
    return { ...scene, name: `${scene.name}-${name}`, arrangement };
  };
  const boards = (boards: number): Scene => ({
    ...scene,
    name: `${scene.name}-boards-${boards}`,
    opening: { scenario: { workload: workload.id, params: { boards } }, lanes: [...TWO] },
  });
  return [
    arranged('charts', 'charts'),
    arranged('listing', 'listing'),
    arranged('parameters', 'parameters'),
    arranged('programs', 'programs'),
    arranged('large-chart', 'large chart'),
    { ...scene, name: `${scene.name}-four-lanes`, opening: { ...scene.opening, lanes: [...FOUR] } },
    boards(240),
    boards(1000),
  ];
}

/** A mistake beside what is right, at the instant from which the two lanes differ. */
function mistakeScene(workload: Workload<unknown>, mistake: Mistake): Scene {
  const { id, right, model, draws, params } = mistake;
  const at = divergenceOf(workload, mistake);
  return {
    ...sceneOf(workload),
    name: `mistake-${id}`,
    opening: {
      scenario: { workload: workload.id, params: { ...(params as object) }, draws },
      lanes: [right, id].map((variant) => ({ model, variant })),
    },
    instants: [{ name: 'divergence', at: () => at }],
  };
}

function sceneOf(workload: Workload<unknown>): Scene {
  const { id, models } = workload;
  const lanes = TWO.filter(({ model }) => models.includes(model));
  return {
    name: id,
    opening: { scenario: { workload: id }, lanes: lanes.length > 0 ? lanes : [{ model: models[0]! }] },
    arrangement: null,
    instants: [BUSY],
    looks: TWO_LOOKS,
  };
}

/** Virtual seconds; 0 for lanes that never differ. */
function divergenceOf(workload: Workload<unknown>, { id, right, model, draws, params }: Mistake): number {
  const [well, badly] = [right, id].map((variant) => {
    const run = new Run(readScenario({ workload: workload.id, variant, model, draws, params }, workload), workload);
    run.advance(Infinity, STEPS_MAX);
    return run.trace;
  });
  return instantOf(well!, badly!, workload.vocabulary) ?? 0;
}
