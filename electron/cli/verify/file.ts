import { breathe } from '../breathe.ts';
import { InputError, problem } from '../../../shared/scenario/problem.ts';
import { readText } from '../input/file.ts';
import { parseJson } from '../input/json.ts';
import type { Progress } from '../output/progress.ts';
import { readCase } from './case.ts';
import { isRandomCase, readRandomCase, verifyRandomCase } from './random.ts';
import { verifyCase } from './rerun.ts';
import type { Difference } from './same.ts';

/** One case of a file, checked and ready to be run again. */
export interface Check {
  readonly file: string;
  /** Which case of the file, from 1. */
  readonly number: number;
  /** The case in a few words. */
  readonly about: string;
  differences(progress?: Progress): Promise<Difference[]>;
}

/**
 * Reads a truth file: a list of cases, or a single one, which is what `simul run --format json` writes.
 *
 * @throws InputError when a case is none, or its workload is not there.
 */
export async function readTruth(file: string): Promise<Check[]> {
  const given = parseJson(readText(file, 'file'), file);
  const cases: unknown[] = Array.isArray(given) ? given : [given];
  if (cases.length === 0) throw new InputError([problem(file, given, 'a list of at least one case')]);
  const checks: Check[] = [];
  for (const [i, each] of cases.entries()) {
    try {
      checks.push({ file, number: i + 1, ...checkOf(each) });
    } catch (error) {
      throw error instanceof InputError ? within(`${file}: case ${i + 1}`, error) : error;
    }
    await breathe();
  }
  return checks;
}

function checkOf(given: unknown): Pick<Check, 'about' | 'differences'> {
  if (isRandomCase(given)) {
    const wanted = readRandomCase(given);
    return { about: `random numbers, seed ${wanted.seed}`, differences: async () => verifyRandomCase(wanted) };
  }
  const wanted = readCase(given);
  const { workload, model, seed } = wanted.scenario;
  return {
    about: `${workload}, ${model}, seed ${seed}`,
    differences: (progress) => verifyCase(wanted, progress),
  };
}

function within(place: string, { problems }: InputError): InputError {
  return new InputError(
    problems.map((each) => ({ ...each, path: `${place}: ${each.path}`, message: `${place}: ${each.message}` })),
  );
}
