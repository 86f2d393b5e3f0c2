import type { NumberRange } from './fields.ts';

/** Steps of a slider from one end to the other. */
export const SLIDER_STEPS = 400;

/**
 * Ranges go from one to millions, so a slider goes by ratios: equal ways are equal factors, from about 1 on. Where a
 * range begins at zero or below, the first part of the way is nearly even.
 */
export function toSlider(value: number, range: NumberRange): number {
  const { min, max } = range;
  if (!(max > min)) return 0;
  const place = Math.log1p(Math.max(0, value - min)) / Math.log1p(max - min);
  return Math.round(Math.min(1, Math.max(0, place)) * SLIDER_STEPS);
}

/** The value at a place of the slider, as round as the step there is wide. */
export function fromSlider(place: number, range: NumberRange): number {
  const { min, max, whole } = range;
  if (place <= 0) return min;
  if (place >= SLIDER_STEPS) return max;
  const exact = min + Math.expm1((place / SLIDER_STEPS) * Math.log1p(max - min));
  if (whole) return Math.round(exact);
  const step = 10 ** Math.floor(Math.log10(Math.max(exact - min, 1)) - 1);
  return Number(Math.min(max, Math.max(min, Math.round(exact / step) * step)).toPrecision(12));
}

/** The range of a slider: not all that may stand there, but what is of use in front of people, and the value itself. */
export function sliderRange(range: NumberRange, value: number, standard: number): NumberRange {
  const far = Math.max(standard * 10, value, range.min + 1);
  return { min: range.min, max: Math.min(range.max, 10 ** Math.ceil(Math.log10(far))), whole: range.whole };
}
