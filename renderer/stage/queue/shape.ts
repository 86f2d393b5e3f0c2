import { paramsOfVariant } from '../../../shared/listing/mistake.ts';
import type { CatalogueEntry } from '../../../shared/protocol/pushes.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';

/** How many there are of what, as a scenario has it. */
export interface Shape {
  readonly producers: number;
  readonly consumers: number;
  /** Slots of the queue; null where it has no limit. */
  readonly capacity: number | null;
}

export function shapeOf(
  scenario: Pick<Scenario, 'params' | 'variant'>,
  entry: Pick<CatalogueEntry, 'mistakes'> | null,
): Shape {
  const { producers, consumers, capacity } = paramsOfVariant(scenario, entry?.mistakes ?? []);
  const number = (value: unknown) => (typeof value === 'number' ? value : 0);
  return {
    producers: number(producers),
    consumers: number(consumers),
    capacity: typeof capacity === 'number' ? capacity : null,
  };
}
