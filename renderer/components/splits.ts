/** Panels side by side: which share of the width each one has. */

/** The least share of a panel. */
export const SHARE_MIN = 0.15;

/** Shares after the line behind panel `line` was moved by `by` of the whole width; its two neighbours share. */
export function moved(shares: readonly number[], line: number, by: number): number[] {
  const [left, right] = [shares[line]!, shares[line + 1]!];
  const most = left + right - SHARE_MIN;
  const next = Math.min(most, Math.max(SHARE_MIN, left + by));
  return shares.map((share, place) => (place === line ? next : place === line + 1 ? left + right - next : share));
}
