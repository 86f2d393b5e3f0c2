import type { Look } from './look.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar as long as a share (0..1) of `width` characters; never nothing for a share above 0. */
export function bar(look: Look, share: number, width: number): string {
  const length = Math.min(1, Math.max(0, share)) * width;
  if (!look.unicode) return '#'.repeat(share > 0 ? Math.max(1, Math.round(length)) : 0);
  const parts = share > 0 ? Math.max(1, Math.round(length * 8)) : 0;
  return '█'.repeat(Math.floor(parts / 8)) + eighths[parts % 8]!;
}
