/** Something that can be taken home: a chart, the stages, the timeline, a table, a listing. */
import type { LaneInfo } from '../../shared/protocol/pushes.ts';
import type { Size } from '../picture/areas.ts';
import type { Pen } from '../picture/pen.ts';
import type { ExportTable } from './data.ts';

/** The colours that a picture can have. */
export const palettes = ['light', 'dark'] as const;
export type Palette = (typeof palettes)[number];

/** How large a picture is: pixels of the file for each of the drawing. */
export const scales = [1, 2, 4] as const;
export type Scale = (typeof scales)[number];

/** How a picture is to look. */
export interface PictureChoice {
  readonly palette: Palette;
  /** Whether what is behind it shines through. */
  readonly transparent: boolean;
  readonly scale: Scale;
}

/** What pictures are drawn with: an element whose tokens are those of the choice, at sizes that do not depend on the window. */
export interface Look {
  readonly element: HTMLElement;
  readonly transparent: boolean;
}

export interface Exportable {
  /** The scenarios that it is of; those on screen where this is left out. */
  readonly of?: readonly Pick<LaneInfo, 'scenario'>[];
  /** The last part of its files' names: `progress`, `timeline`, `stages`. */
  readonly part: string;
  readonly title: string;
  /** Size of the drawing, without the caption that is put below it. */
  readonly size: Size;
  /** Draws it with a pen, on a background that is there. Left out where there is no picture. */
  readonly paint?: (pen: Pen, look: Look) => void | Promise<void>;
  /** Elements of an SVG that show the same; where this is left out, what `paint` does is written down. */
  readonly drawing?: (look: Look) => string;
  /** Its numbers. */
  readonly table?: () => ExportTable;
  /** Its numbers as they are read on screen, for text among text; `table` where this is left out. */
  readonly told?: () => ExportTable;
  /** Its words, for the clipboard. */
  readonly text?: () => string;
}
