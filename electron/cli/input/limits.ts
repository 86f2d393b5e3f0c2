import { STEPS_MAX } from '../../session/run.ts';
import type { Limits } from '../execute.ts';
import { instant, wholeNumber } from './values.ts';

/** How far the runs of a command may go. */
export function readLimits(options: { readonly until?: string; readonly steps?: string }): Limits {
  return {
    until: options.until === undefined ? Infinity : instant('--until', options.until),
    steps: options.steps === undefined ? STEPS_MAX : wholeNumber('--steps', options.steps, 1, Number.MAX_SAFE_INTEGER),
  };
}
