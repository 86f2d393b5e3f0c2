import type { CallArguments, LaneChoice } from '../../shared/protocol/calls.ts';
import type { CatalogueEntry, CataloguePreset, LaneInfo } from '../../shared/protocol/pushes.ts';

/**
 * The lanes under which a program opens: those on screen where it can run under all of their models, else the two that
 * tell most beside each other, as far as it has them.
 */
export function lanesFor({ models }: Pick<CatalogueEntry, 'models'>, onScreen: readonly LaneInfo[]): LaneChoice[] {
  // A pair that shows a mistake is two lanes of one model.
  const pair = onScreen.some(({ variant }) => variant !== undefined && variant !== null);
  if (onScreen.length > 0 && !pair && onScreen.every(({ model }) => models.includes(model))) {
    return onScreen.map(({ model, workers }) => (workers === undefined ? { model } : { model, workers }));
  }
  const telling = (['synchronous', 'asynchronous'] as const).filter((model) => models.includes(model));
  return (telling.length > 0 ? telling : models.slice(0, 1)).map((model) => ({ model }));
}

/** What opens a program as it comes, or with one of its presets: fresh, with its own seed and its own way to draw. */
export function openingOf(
  entry: Pick<CatalogueEntry, 'id' | 'models'>,
  preset: Pick<CataloguePreset, 'params' | 'seed'> | null,
  onScreen: readonly LaneInfo[],
): CallArguments<'open'> {
  const seed = preset?.seed === undefined ? {} : { seed: preset.seed };
  return { scenario: { workload: entry.id, params: { ...preset?.params }, ...seed }, lanes: lanesFor(entry, onScreen) };
}

/** Lanes that a program could not have come back with the next one that can, unless others were chosen in between. */
export class WantedLanes {
  #wanted: readonly LaneInfo[] = [];
  #given: readonly LaneChoice[] = [];

  /** The lanes that are wanted while these are on screen. */
  from(onScreen: readonly LaneInfo[]): readonly LaneInfo[] {
    return textOf(onScreen) === textOf(this.#given) ? this.#wanted : onScreen;
  }

  /** A program has opened under `given`, where `wanted` was wanted. */
  opened(wanted: readonly LaneInfo[], given: readonly LaneChoice[]): void {
    this.#wanted = wanted;
    this.#given = given;
  }
}

function textOf(lanes: readonly LaneChoice[]): string {
  return lanes.map(({ model, workers = 1 }) => `${model} ${workers}`).join();
}
