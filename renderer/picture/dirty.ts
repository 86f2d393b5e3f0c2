import { overlaps, type Box } from './areas.ts';

/** The smallest box in whole pixels that holds both. */
export function union(a: Box, b: Box): Box {
  const [x, y] = [Math.floor(Math.min(a.x, b.x)), Math.floor(Math.min(a.y, b.y))];
  const right = Math.ceil(Math.max(a.x + a.width, b.x + b.width));
  const bottom = Math.ceil(Math.max(a.y + a.height, b.y + b.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Parts of a picture that are to be drawn again, those that overlap as one: nothing is drawn twice. */
export function regions(boxes: readonly Box[]): Box[] {
  const merged: Box[] = [];
  for (const box of boxes) {
    let whole = union(box, box);
    // A box that has grown may reach others.
    for (let place = 0; place < merged.length;) {
      if (!overlaps(whole, merged[place]!)) place++;
      else {
        whole = union(whole, merged.splice(place, 1)[0]!);
        place = 0;
      }
    }
    merged.push(whole);
  }
  return merged;
}

export function areaOf(boxes: readonly Box[]): number {
  return boxes.reduce((sum, { width, height }) => sum + width * height, 0);
}
