import type { Scenario } from '../scenario/scenario.ts';
import { InputError, problem } from '../scenario/problem.ts';
import { filled, flagsOf, type Listing } from './listing.ts';
import { prelude } from './prelude.ts';

/** What a script is made of. */
export interface ScriptParts {
  readonly title: string;
  readonly listing: Listing;
  /** Python that the program's script lines need and the listing does not show. */
  readonly support?: string | undefined;
  readonly scenario: Scenario<unknown>;
}

/**
 * The program as a script of its own, for Python 3.9 or newer: asyncio's own loop on a clock that counts the program's
 * seconds, so that it does in real or scaled time exactly what the run does.
 *
 * @throws InputError for what asyncio has not: other models, and parameters that change under way.
 */
export function pythonScript({ title, listing, support, scenario }: ScriptParts): string {
  if (scenario.model !== 'asynchronous') {
    throw new InputError([problem('model', scenario.model, 'asynchronous, the one that asyncio has')]);
  }
  if (scenario.edits.length > 0) {
    throw new InputError([problem('edits', scenario.edits.length, '0: a script has its parameters from the start')]);
  }
  const flags = flagsOf(scenario.variant, scenario.params);
  const program = listing.script(flags, scenario.params as object);
  const variant = scenario.variant === null ? '' : `, ${scenario.variant}`;
  return `${[
    `"""${title}${variant}: seed ${scenario.seed}, draws ${scenario.draws}. Written by Simul.`,
    prelude(scenario.seed, scenario.draws === 'keyed'),
    ...(support === undefined ? [] : ['', filled(support, scenario.params as object, 'whole')]),
    '',
    '# --- The program ---',
    '',
    ...program,
    '',
    'run(main)',
  ].join('\n')}\n`;
}
