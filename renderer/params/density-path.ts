import { density, shownRange } from '../../shared/theory/density.ts';
import { isConstant, mean, type Distribution } from '../../shared/theory/distribution.ts';

/** The outline of a distribution in a box, and the values at the ends of it. */
export interface DensityPicture {
  /** The area under the density as an SVG path; an upright stroke for a value that is always the same. */
  readonly area: string;
  readonly low: number;
  readonly high: number;
  /** Where the mean lies: 0..1 of the width. */
  readonly mean: number;
  readonly constant: boolean;
}

const STEPS = 120;

/** Draws a distribution into a box of `width` by `height`. Heights above three times the standard one are cut. */
export function densityPicture(d: Distribution, width: number, height: number): DensityPicture {
  const { low, high } = shownRange(d);
  const m = mean(d);
  if (isConstant(d) || !(high > low)) {
    return { area: `M${width / 2} ${height}V0`, low: 0, high: 2 * m, mean: 0.5, constant: true };
  }
  const at = (step: number) => low + ((high - low) * step) / STEPS;
  // The ends are read just inside, where a density that stops short still has its height.
  const inside = (step: number) => at(Math.min(STEPS - 1e-6, Math.max(1e-6, step)));
  const heights = Array.from({ length: STEPS + 1 }, (_, step) => density(d, inside(step)) ?? 0);
  const standard = 1 / (high - low);
  const top = Math.min(Math.max(...heights), 8 * standard) * 1.04;
  const points = heights.map((h, step) => {
    const y = height - (Math.min(h, top) / top) * height;
    return `${round((step / STEPS) * width)} ${round(y)}`;
  });
  const area = `M0 ${height}L${points.join('L')}L${width} ${height}Z`;
  return { area, low, high, mean: (m - low) / (high - low), constant: false };
}

function round(x: number): number {
  return Math.round(x * 100) / 100;
}
