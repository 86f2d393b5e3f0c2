/** A canvas that is on no page, in device pixels, ready to be drawn on. An opaque one is faster to copy from. */
export function offscreen(width: number, height: number, { opaque = false } = {}): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  return canvas.getContext('2d', { alpha: !opaque })!;
}

/** A canvas as a PNG file. */
export function pngOf({ canvas }: Pick<CanvasRenderingContext2D, 'canvas'>): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture is empty')) : resolve(blob)), 'image/png'),
  );
}

let measuring: CanvasRenderingContext2D | null = null;

/** How wide a text is in a CSS font, in CSS pixels. */
export function textWidth(text: string, font: string): number {
  measuring ??= offscreen(1, 1);
  measuring.font = font;
  return measuring.measureText(text).width;
}
