import type { Attachment } from 'svelte/attachments';
import { MediaQuery } from 'svelte/reactivity';
import { theme } from '../stores/theme.svelte.ts';
import type { Size } from './areas.ts';
import { readInks } from './inks.ts';
import { measured } from './measured.ts';
import { Pen } from './pen.ts';

/** A canvas that is as large as its frame and as sharp as the screen, and the pen that draws on it. */
export class Surface {
  #canvas = $state.raw<HTMLCanvasElement | null>(null);
  #size = $state.raw<Size>({ width: 0, height: 0 });
  #fonts = $state.raw(0);
  readonly #opaque: boolean;
  readonly #sharp = new MediaQuery('min-resolution: 1.01dppx');
  readonly #still = new MediaQuery('prefers-reduced-motion: reduce');

  // A canvas forgets its picture when it is sized, so that comes with the pen.
  readonly #pen = $derived.by(() => {
    void [theme.shown, this.#fonts, this.#sharp.current];
    const canvas = this.#canvas;
    const { width, height } = this.#size;
    if (canvas === null || width === 0 || height === 0) return null;
    const ratio = devicePixelRatio || 1;
    canvas.width = Math.max(1, Math.round(width * ratio));
    canvas.height = Math.max(1, Math.round(height * ratio));
    const context = canvas.getContext('2d', { alpha: !this.#opaque })!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    // Whole device pixels: the last column of a canvas that is wider than its frame is painted too.
    const painted = { width: canvas.width / ratio, height: canvas.height / ratio };
    return new Pen(context, readInks(canvas, context, ratio), painted);
  });

  /** An opaque surface is painted faster; every picture on it covers all of it. */
  constructor({ opaque = true } = {}) {
    this.#opaque = opaque;
  }

  /** What draws; null before there is anything to draw on. It is another one after a change of size, theme or font. */
  get pen(): Pen | null {
    return this.#pen;
  }

  /** Size of the frame in CSS pixels. */
  get size(): Size {
    return this.#size;
  }

  /** Whether moving pictures are welcome. */
  get motion(): boolean {
    return !this.#still.current;
  }

  /** For the element that frames the canvas. */
  readonly frame: Attachment<HTMLElement> = (element) => {
    void document.fonts.ready.then(() => this.#fonts++);
    return measured((width, height) => (this.#size = { width, height }))(element);
  };

  /** For the canvas. */
  readonly canvas: Attachment<HTMLCanvasElement> = (element) => {
    this.#canvas = element;
    return () => {
      this.#canvas = null;
    };
  };
}
