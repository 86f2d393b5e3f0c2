import type { Scenario } from '../../../shared/scenario/scenario.ts';

/** How many there are of what, as a scenario has it. */
export interface Shape {
  readonly producers: number;
  readonly consumers: number;
  /** Slots of the queue; null where it has no limit. */
  readonly capacity: number | null;
}

/** The variant of the program that puts no limit on its queue whatever its parameters say. */
const WITHOUT_LIMIT = 'unbounded';

export function shapeOf({ params, variant }: Pick<Scenario, 'params' | 'variant'>): Shape {
  const given = params as Partial<Record<keyof Shape, unknown>>;
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  const capacity = variant === WITHOUT_LIMIT || typeof given.capacity !== 'number' ? null : given.capacity;
  return { producers: number(given.producers), consumers: number(given.consumers), capacity };
}
