/** Pictures and drawings: what is exported, on its background, with the caption below it. */
import type { Box, Size } from '../picture/areas.ts';
import type { Inks } from '../picture/inks.ts';
import { escaped, familiesAnywhere, tag } from '../picture/markup.ts';
import { offscreen, pngOf } from '../picture/offscreen.ts';
import { Pen, type TextStyle } from '../picture/pen.ts';
import { Recorder } from '../picture/recorder.ts';
import type { Exportable, Look, PictureChoice } from './exportable.ts';
import { fontFaces } from './fonts.ts';
import { inksOf, withLook } from './look.ts';

/** What is put below a picture, in at most so many characters. */
export type Caption = (most: number) => string;

/** Size of a caption's type, and of the strip that it stands in. */
const TYPE = 13;
const STRIP = 26;
const MARGIN = 12;

/** The size of a picture with its caption. */
export function wholeSize({ size }: Pick<Exportable, 'size'>): Size {
  return { width: size.width, height: size.height + STRIP };
}

/** A picture, drawn at the size that was chosen. */
export async function pictureOf(what: Exportable, choice: PictureChoice, caption: Caption): Promise<Blob> {
  return withLook(choice, async (look) => {
    const { scale, transparent } = choice;
    const { width, height } = wholeSize(what);
    const context = offscreen(width * scale, height * scale, { opaque: !transparent });
    const pen = new Pen(context, inksOf(look, context, scale), what.size);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    await painted(pen, what, look, caption);
    return pngOf(context);
  });
}

/** A drawing with its words as words and its fonts inside. `metadata` is an element that no viewer shows. */
export async function drawingOf(
  what: Exportable,
  choice: Omit<PictureChoice, 'scale'>,
  caption: Caption,
  metadata = '',
): Promise<string> {
  return withLook(choice, async (look) => {
    const { width, height } = wholeSize(what);
    const inks = inksOf(look, offscreen(1, 1), 1);
    const content = await contentOf(what, look, inks, caption);
    const { family, weight } = inks.fonts.text;
    const rules = await fontFaces(content + family);
    const root = {
      xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img',
      'font-family': familiesAnywhere(family), 'font-weight': weight,
      style: 'font-variant-numeric:tabular-nums',
    }; // prettier-ignore
    const parts = [
      tag('title', {}, escaped(what.title)),
      ...(metadata === '' ? [] : [metadata]),
      tag('style', {}, rules),
    ];
    return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('svg', root, `\n${[...parts, content].join('\n')}\n`)}\n`;
  });
}

async function contentOf(what: Exportable, look: Look, inks: Inks, caption: Caption): Promise<string> {
  if (what.drawing !== undefined) {
    const box = wholeSize(what);
    const ground = look.transparent ? [] : [tag('rect', { ...box, fill: inks.colours.sheet })];
    const { x, y, size, text, colour } = captionPlace(what, inks, caption);
    const words = tag('text', { x, y, 'font-size': size, fill: colour }, escaped(text));
    return [...ground, what.drawing(look), words].join('\n');
  }
  const recorder = new Recorder();
  const { context } = recorder;
  await painted(new Pen(context, inksOf(look, context, 1), what.size), what, look, caption);
  return recorder.markup;
}

async function painted(pen: Pen, what: Exportable, look: Look, caption: Caption): Promise<void> {
  const { colours } = pen.inks;
  if (!look.transparent) pen.fill({ x: 0, y: 0, ...wholeSize(what) }, colours.sheet);
  await what.paint?.(pen, look);
  const { x, y, text, ...style } = captionPlace(what, pen.inks, caption);
  pen.write(text, x, y, style);
}

function captionPlace(
  { size: { width, height } }: Exportable,
  { colours }: Pick<Inks, 'colours'>,
  caption: Caption,
): TextStyle & Pick<Box, 'x' | 'y'> & { text: string; colour: string; size: number } {
  const most = width - 2 * MARGIN;
  const text = caption(Math.floor(most / (TYPE * 0.56)));
  return { x: MARGIN, y: height + STRIP * 0.68, size: TYPE, colour: colours['ink-soft'], most, text };
}
