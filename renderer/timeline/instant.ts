/** Instants as an axis of virtual time writes them: as exactly as one sees, with the unit told once. */

const HOUR = 3600;
const DECIMALS_MOST = 9;

/** How instants of a run are written. */
export interface InstantForm {
  /** Whether there are hours: 1:02:03 instead of 62:03. */
  readonly hours: boolean;
  readonly decimals: number;
}

/** Digits after the point that tell instants apart which are `resolution` seconds from each other. */
export function decimalsFor(resolution: number): number {
  if (!(resolution > 0) || resolution >= 1) return 0;
  return Math.min(DECIMALS_MOST, Math.ceil(-Math.log10(resolution) - 1e-9));
}

/** Digits after the point that an instant has, up to `most`. */
export function decimalsOf(seconds: number, most = 3): number {
  for (let decimals = 0; decimals < most; decimals++) {
    const scaled = seconds * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) return decimals;
  }
  return most;
}

/** An instant: 0:12:30, 0:42.5. */
export function instantText(seconds: number, { hours, decimals }: InstantForm): string {
  const scale = 10 ** decimals;
  // Rounded as a whole, so that 59.96 does not become 0:60.0.
  const units = Math.round(Math.max(0, seconds) * scale);
  const whole = Math.floor(units / scale);
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = decimals === 0 ? '' : `.${String(units - whole * scale).padStart(decimals, '0')}`;
  const small = `${two(whole % 60)}${rest}`;
  const minutes = Math.floor(whole / 60);
  if (!hours) return `${minutes}:${small}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${small}`;
}

/** How the instants of a span are written in a run that is `longest` seconds long: tenths at least where it is short. */
export function formOf(longest: number, ...instants: readonly number[]): InstantForm {
  const hours = longest >= HOUR;
  const most = longest >= 10 ? 1 : longest >= 0.1 ? 3 : 6;
  return { hours, decimals: Math.max(hours ? 0 : 1, ...instants.map((instant) => decimalsOf(instant, most))) };
}
