import fc, { type Arbitrary } from 'fast-check';
import {
  Fifo,
  FirstCome,
  Lifo,
  model,
  Priority,
  Random,
  RoundRobin,
  type KernelOptions,
  type ReadyQueue,
} from '../../electron/kernel/index.ts';
import { modelIds, type ModelId } from '../../shared/scenario/scenario.ts';

const policies = ['default', 'fifo', 'first-come', 'lifo', 'random', 'priority', 'round-robin'] as const;

/** What a program runs on, as data. */
export interface Runtime {
  readonly model: ModelId;
  readonly workers: number;
  readonly policy: (typeof policies)[number];
}

export const anyRuntime: Arbitrary<Runtime> = fc.record({
  model: fc.constantFrom(...modelIds),
  workers: fc.integer({ min: 1, max: 4 }),
  policy: fc.constantFrom(...policies),
});

/** A kernel's options, with a policy in its first state. */
export function optionsOf(runtime: Runtime): KernelOptions & { turns: boolean } {
  const policy = policyOf(runtime.policy);
  return {
    model: model(runtime.model, runtime.workers),
    turns: runtime.policy === 'round-robin',
    ...(policy === null ? {} : { policy }),
  };
}

function policyOf(policy: Runtime['policy']): ReadyQueue | null {
  switch (policy) {
    case 'default':
      return null;
    case 'fifo':
      return new Fifo();
    case 'first-come':
      return new FirstCome();
    case 'lifo':
      return new Lifo();
    case 'random':
      return new Random(draws(1));
    case 'priority':
      return new Priority((task) => (task * 7) % 5);
    case 'round-robin':
      return new RoundRobin();
  }
}

/** Whole numbers below n, by Lehmer's generator. */
export function draws(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}
