/** Compares two folders of pictures, pixel by pixel. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/**
 * How far two colours may lie apart and still count as the same; 1 is black against white. It only hides what nobody
 * can see.
 */
const COLOUR_THRESHOLD = 0.02;

/** What became of one picture. */
export type PictureResult =
  /** Both folders have it: the share of its pixels that differ, 0..1. */
  | { readonly name: string; readonly kind: 'compared'; readonly share: number }
  /** It has another size: all of it differs. */
  | { readonly name: string; readonly kind: 'resized'; readonly before: string; readonly after: string }
  /** Only the first folder has it. */
  | { readonly name: string; readonly kind: 'missing' }
  /** Only the second folder has it. */
  | { readonly name: string; readonly kind: 'new' };

/** How two pictures differ; `picture` shows where and is null for pictures that do not differ or have two sizes. */
export interface Difference {
  readonly share: number;
  readonly sizes: readonly [before: string, after: string];
  readonly picture: Buffer | null;
}

/** Compares two PNG files. */
export function differenceOf(before: Buffer, after: Buffer): Difference {
  if (before.equals(after)) return { share: 0, sizes: ['', ''], picture: null };
  const [one, other] = [PNG.sync.read(before), PNG.sync.read(after)];
  const { width, height } = one;
  const sizes = [sizeOf(one), sizeOf(other)] as const;
  if (sizes[0] !== sizes[1]) return { share: 1, sizes, picture: null };
  const shown = new PNG({ width, height });
  // What is anti-aliased counts: text that has moved by half a pixel has moved.
  const options = { threshold: COLOUR_THRESHOLD, includeAA: true };
  const count = pixelmatch(one.data, other.data, shown.data, width, height, options);
  return { share: count / (width * height), sizes, picture: count === 0 ? null : PNG.sync.write(shown) };
}

/**
 * Compares all pictures of two folders, in the order of their names, and writes a picture of each difference to `out`
 * under the picture's name.
 */
export function* compareFolders(before: string, after: string, out: string): Generator<PictureResult> {
  const [earlier, later] = [picturesIn(before), picturesIn(after)];
  for (const name of [...new Set([...earlier, ...later])].sort()) {
    if (!later.includes(name)) yield { name, kind: 'missing' };
    else if (!earlier.includes(name)) yield { name, kind: 'new' };
    else {
      const { share, sizes, picture } = differenceOf(readFileSync(join(before, name)), readFileSync(join(after, name)));
      if (picture !== null) {
        mkdirSync(out, { recursive: true });
        writeFileSync(join(out, name), picture);
      }
      if (sizes[0] !== sizes[1]) yield { name, kind: 'resized', before: sizes[0], after: sizes[1] };
      else yield { name, kind: 'compared', share };
    }
  }
}

/** Whether a picture is as it was, but for a share of its pixels. A picture that is new takes nothing away. */
export function isWithin(result: PictureResult, tolerance: number): boolean {
  if (result.kind === 'compared') return result.share <= tolerance;
  return result.kind === 'new';
}

/** A result in a line. */
export function resultText(result: PictureResult): string {
  const { name, kind } = result;
  if (kind === 'compared') return `${(100 * result.share).toFixed(3).padStart(8)} %  ${name}`;
  if (kind === 'resized') return `   resized  ${name}: ${result.before}, now ${result.after}`;
  return `${kind.padStart(10)}  ${name}`;
}

function picturesIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.png'));
}

function sizeOf({ width, height }: PNG): string {
  return `${width}x${height}`;
}
