/** Parts of a picture that are listed: nobody looks for the two thousandth in a list. */
export const LISTED_MOST = 1000;

/** A part of a picture, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture that can be pointed at, focused and read out. */
export interface Spot extends Box {
  /** The task that it stands for. */
  readonly task: number;
}

/** The spot that is nearest in a direction, -1 where there is none: what lies straight ahead comes before what is aside. */
export function neighbour(spots: readonly Box[], from: number, dx: number, dy: number): number {
  const here = middle(spots[from]);
  if (here === null) return -1;
  let best = -1;
  let least = Infinity;
  spots.forEach((spot, index) => {
    const there = middle(spot)!;
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

/** A box that is smaller by so much on each side. */
export function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: Math.max(0, width - 2 * by), height: Math.max(0, height - 2 * by) };
}
