import type { Problem } from '../../shared/scenario/problem.ts';

/** Where calls put what they were given: in front of the path of a parameter. */
const HOLDERS = ['args.', 'scenario.', 'params.'];

/** The path of a problem as fields are named: "params.opponent.high" is about "opponent.high". */
export function fieldPath(path: string): string {
  const holder = HOLDERS.find((each) => path.startsWith(each));
  return holder === undefined ? path : fieldPath(path.slice(holder.length));
}

/** The problems of one field, by the name of the part they are about; '' is the field itself. */
export function problemsAt(problems: readonly Problem[], path: string): Record<string, Problem> {
  const found: Record<string, Problem> = {};
  for (const problem of problems) {
    const where = fieldPath(problem.path);
    if (where === path || where === 'value') found[''] ??= problem;
    else if (where.startsWith(`${path}.`)) found[where.slice(path.length + 1)] ??= problem;
  }
  return found;
}
