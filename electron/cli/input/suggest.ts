import type { Problem } from '../../../shared/scenario/problem.ts';

/** " (did you mean fifo?)" where a limit lists words and what was given is close to one of them; else nothing. */
export function suggestion({ path, value, limit }: Problem): string {
  const list = /^one of (the parameters )?(.+)$/.exec(limit);
  if (list === null) return '';
  const words = list[2]!.split(', ');
  const unknownName = list[1] !== undefined || typeof value !== 'string';
  const word = unknownName ? (path.split('.').at(-1) ?? '') : value;
  const near = nearest(word, words);
  return near === null ? '' : ` (did you mean ${near}?)`;
}

/** The word that takes the fewest edits to get, if they are few. */
export function nearest(word: string, words: readonly string[]): string | null {
  if (word.length > 40) return null;
  const edits = words.map((candidate) => distance(word.toLowerCase(), candidate.toLowerCase()));
  const least = Math.min(...edits);
  const allowed = Math.max(1, Math.floor(word.length * 0.4));
  return least <= allowed ? words[edits.indexOf(least)]! : null;
}

/** Letters to add, leave out, replace or swap with their neighbour: optimal string alignment. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
