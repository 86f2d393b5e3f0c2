const paths = new Map<string, Path2D>();

/** The path of some SVG path data. The data are parsed once. */
export function pathOf(data: string): Path2D {
  let known = paths.get(data);
  if (known === undefined) paths.set(data, (known = new Path2D(data)));
  return known;
}
