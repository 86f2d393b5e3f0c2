/**
 * The lanes whose listings stand beside each other, in their order: as many as fit, the chosen one among them. Lanes that
 * run in the same way have the same text, so the first of each kind goes before the others.
 */
export function lanesBeside<L extends { readonly info: { readonly scenario: { readonly model: string } } }>(
  lanes: readonly L[],
  chosen: L,
  fit: number,
): L[] {
  const models = new Set([chosen.info.scenario.model]);
  const others = lanes.filter((lane) => lane !== chosen);
  const first = others.filter(({ info }) => {
    const { model } = info.scenario;
    return !models.has(model) && models.add(model);
  });
  const ordered = [chosen, ...first, ...others.filter((lane) => !first.includes(lane))];
  const shown = ordered.slice(0, Math.max(1, fit));
  return lanes.filter((lane) => shown.includes(lane));
}
