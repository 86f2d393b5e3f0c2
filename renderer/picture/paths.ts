const paths = new Map<string, Path2D>();
// What each was made of, for whoever writes it down.
const data = new WeakMap<Path2D, string>();

/** The path of some SVG path data. The data are parsed once. */
export function pathOf(text: string): Path2D {
  let known = paths.get(text);
  if (known === undefined) paths.set(text, (known = new Path2D(text)));
  data.set(known, text);
  return known;
}

/** The data of a path that was made here; empty for any other. */
export function dataOf(path: Path2D): string {
  return data.get(path) ?? '';
}
