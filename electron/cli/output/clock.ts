/** From here on tenths of a second say nothing. */
const HOUR = 3600;

/** h:mm:ss, to the nearest second; below an hour to the nearest tenth, where there is one to tell. */
export function clock(seconds: number): string {
  if (!Number.isFinite(seconds)) return String(seconds);
  const tenths = Math.round(Math.abs(seconds) * 10);
  const short = tenths < 10 * HOUR && tenths % 10 !== 0;
  const whole = short ? Math.floor(tenths / 10) : Math.round(Math.abs(seconds));
  const two = (n: number) => String(Math.floor(n) % 60).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  return `${seconds < 0 ? '-' : ''}${hours}:${two(whole / 60)}:${two(whole)}${short ? `.${tenths % 10}` : ''}`;
}

/** A span or an instant as people read it: h:mm:ss from a minute on, else in seconds. */
export function span(seconds: number): string {
  return Math.round(Math.abs(seconds) * 100) >= 6000 ? clock(seconds) : inSeconds(seconds);
}

/** Spans that are read below each other: all of them one way, as the longest is. */
export function spanLike(longest: number): (seconds: number) => string {
  return Math.round(longest * 100) >= 6000 ? clock : inSeconds;
}

/** Below this two decimals say too little. */
const SMALL = 0.1;

/** Seconds with at most two decimals, small ones with three significant digits: nothing but 0 reads as 0. */
export function inSeconds(seconds: number): string {
  const small = Math.abs(seconds) < SMALL;
  return `${small ? Number(seconds.toPrecision(3)) : Math.round(seconds * 100) / 100} s`;
}

/** 1,440: a figure with its thousands set apart. */
export function figure(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** 98.5%, from a share. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** 11.8×: how many times faster. */
export function times(ratio: number): string {
  return Number.isFinite(ratio) ? `${ratio.toFixed(ratio < 100 ? 1 : 0)}×` : '∞';
}
