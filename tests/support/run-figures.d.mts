import type { Scenario } from '../../shared/scenario/scenario.ts';

/** What `simul run --format json` says of a scenario, but for its log. */
export function runFigures(scenario: Scenario): Promise<Record<string, number>>;
