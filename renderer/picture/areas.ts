/** Parts of a picture that are listed: nobody looks for the two thousandth in a list. */
export const LISTED_MOST = 1000;

/** Size of a picture in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in CSS pixels. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** A part of a picture that can be pointed at, focused and read out. */
export interface HitArea extends Box {
  /** The task that it stands for. */
  readonly task: number;
}

/** The box that is nearest in a direction, -1 where there is none: what lies straight ahead comes before what is aside. */
export function neighbour(boxes: readonly Box[], from: number, dx: number, dy: number): number {
  const here = middle(boxes[from]);
  if (here === null) return -1;
  let best = -1;
  let least = Infinity;
  boxes.forEach((box, index) => {
    const there = middle(box)!;
    const ahead = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
    if (index === from || ahead < 1 || aside > ahead * 3) return;
    const distance = ahead + 2 * aside;
    if (distance >= least) return;
    best = index;
    least = distance;
  });
  return best;
}

function middle(box: Box | undefined): { x: number; y: number } | null {
  return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A box that is smaller by `by` on each side; larger where that is negative. */
export function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: Math.max(0, width - 2 * by), height: Math.max(0, height - 2 * by) };
}

/** Whether two boxes share a point. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
