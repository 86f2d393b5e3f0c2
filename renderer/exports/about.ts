/** What files are called, and what pictures say of the run that they show. */
import type { LaneInfo } from '../../shared/protocol/pushes.ts';
import { hasWorkers } from '../../shared/scenario/scenario.ts';
import { exports as words } from '../words/en/exports.ts';
import { fill } from '../words/fill.ts';
import { paramsText } from '../words/params-text.ts';
import { version } from '../words/version.ts';
import type { DataHead } from './data.ts';

type Lanes = readonly Pick<LaneInfo, 'scenario'>[];

/** "simul-queue-synchronous-threads4-timeline.csv": the program, the models of its lanes, and what it is. */
export function fileName(lanes: Lanes, part: string, type: string): string {
  const models = lanes.map(({ scenario: { model, workers } }) => (hasWorkers(model) ? `${model}${workers}` : model));
  const workload = lanes[0]?.scenario.workload ?? '';
  return fill(words.fileName, { workload, models: [...new Set(models)].join('-'), part, type });
}

/** What a picture was made of, in at most so many characters: version, seed, parameters as the run began. */
export function captionOf(lanes: Lanes, most: number): string {
  const scenario = lanes[0]?.scenario;
  if (scenario === undefined) return '';
  const { seed, edits, variant } = scenario;
  const told = [
    fill(words.caption, { version, seed }),
    ...(variant === null ? [] : [variant]),
    ...(edits.length === 0 ? [] : [fill(words.captionEdits, { count: edits.length })]),
  ].join(', ');
  const text = paramsText(scenario.params);
  const room = Math.max(0, most - told.length - 2);
  return text === '' ? told : `${told}: ${text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text}`;
}

/** What stands above the rows of a JSON file. */
export function dataHead(lanes: Lanes, title: string): DataHead {
  const { workload = '', seed = '', params = null } = lanes[0]?.scenario ?? {};
  return { simul: version, title, workload, seed, params };
}
