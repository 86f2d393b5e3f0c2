import type { CatalogueEntry, CataloguePreset } from '../../shared/protocol/pushes.ts';

/** The preset whose parameters are these, those it leaves out being the defaults; null where none is. */
export function presetOf(
  { presets, defaults }: Pick<CatalogueEntry, 'presets' | 'defaults'>,
  params: Readonly<Record<string, unknown>>,
): CataloguePreset | null {
  return presets.find((preset) => same({ ...defaults, ...preset.params }, params)) ?? null;
}

function same(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(a).every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}
