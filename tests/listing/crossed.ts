import { workloads } from '../../electron/workloads/registry.ts';
import type { Workload } from '../../electron/workloads/workload.ts';
import { describeParameters } from '../../shared/scenario/describe.ts';

/** A variant of a program with a parameter that its mistake does not speak of. */
export interface Crossed {
  readonly workload: Workload<unknown>;
  readonly variant: string | null;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Every variant of every program, with every word of every choice and with and without what is optional. */
export const crossed: readonly Crossed[] = (workloads as readonly Workload<unknown>[]).flatMap((workload) => {
  const variants = new Set((workload.mistakes ?? []).flatMap(({ id, right }) => [id, right]));
  return [...variants].flatMap((variant) => wordsOf(workload).map((params) => ({ workload, variant, params })));
});

function wordsOf({ schema }: Workload<unknown>): Record<string, unknown>[] {
  return describeParameters(schema).flatMap(({ name, kind, limit }): Record<string, unknown>[] => {
    if (kind === 'optional') return [{ [name]: null }, { [name]: 2 }];
    if (kind !== 'choice') return [];
    const words = limit.replace(/^one of /, '').split(', ');
    return words.map((word) => ({ [name]: word }));
  });
}
