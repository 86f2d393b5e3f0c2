import type { Scenario } from '../scenario/scenario.ts';
import { InputError, problem } from '../scenario/problem.ts';
import { filled, flagsOf } from './listing.ts';
import { prelude } from './prelude.ts';
import { gapsOf, type Texts } from './texts.ts';

/** What a script is made of. */
export interface ScriptParts {
  readonly title: string;
  readonly texts: Texts;
  readonly scenario: Scenario<unknown>;
}

/**
 * The program as a script of its own, for Python 3.9 or newer, as one writes it under the scenario's model. Its clock counts
 * the program's seconds, so that it does in real or scaled time exactly what the run does.
 *
 * @throws InputError for what a script has not: a policy that its model has not, and parameters that change under way.
 */
export function pythonScript({ title, texts, scenario }: ScriptParts): string {
  const { model, workers, seed, draws, variant, edits, params } = scenario;
  if (edits.length > 0) {
    throw new InputError([problem('edits', edits.length, '0: a script has its parameters from the start')]);
  }
  const { support, without = [] } = texts.text(model);
  refuse(params as object, without, model);
  const gaps = gapsOf(scenario, params as object);
  const program = texts.listing(model).script(flagsOf(variant, params), gaps);
  const under = [model, ...(variant === null ? [] : [variant])].join(', ');
  return `${[
    `"""${title}, ${under}: seed ${seed}, draws ${draws}. Written by Simul.`,
    prelude({ model, workers, seed, keyed: draws === 'keyed' }),
    ...(support === undefined ? [] : ['', filled(support, gaps, 'whole').trim()]),
    '',
    '# --- The program ---',
    '',
    ...program,
    '',
    // A process that is started reads the script again, and must not run it again.
    ...(model === 'processes' ? ['if __name__ == "__main__":', '    run(main)'] : ['run(main)']),
  ].join('\n')}\n`;
}

function refuse(params: object, without: readonly string[], model: string): void {
  for (const [name, value] of Object.entries(params)) {
    if (!without.includes(value as string)) continue;
    throw new InputError([problem(`params.${name}`, value, `another word: the model ${model} has no ${value}`)]);
  }
}
