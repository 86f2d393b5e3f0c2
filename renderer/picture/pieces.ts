/**
 * A drawing as data: what a canvas, an SVG file and the page draw alike. Lengths are CSS pixels, colours and fonts are
 * those of the theme, already looked up.
 */
import { escaped, lengthText as n, tag } from './markup.ts';

type Place = readonly [x: number, y: number];

export type Piece =
  | {
      readonly kind: 'path';
      readonly d: string;
      /** Null for none. */
      readonly stroke: string | null;
      readonly fill: string | null;
      readonly width: number;
      readonly dash: readonly number[];
      readonly opacity: number;
    }
  | {
      readonly kind: 'text';
      readonly at: Place;
      readonly text: string;
      readonly colour: string;
      readonly size: number;
      readonly weight: string;
      readonly anchor: 'start' | 'middle' | 'end';
      /** The colour of a rim that keeps words readable where they cross a line; null for none. */
      readonly rim: string | null;
    };

/** A line through points, or a shape when it is closed. */
export function pathThrough(points: readonly Place[], closed = false): string {
  const text = points.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
  return closed ? `${text}Z` : text;
}

export function stroke(d: string, colour: string, width: number, dash: readonly number[] = [], opacity = 1): Piece {
  return { kind: 'path', d, stroke: colour, fill: null, width, dash, opacity };
}

export function area(d: string, colour: string, opacity = 1): Piece {
  return { kind: 'path', d, stroke: null, fill: colour, width: 0, dash: [], opacity };
}

/** The elements of an SVG that draw pieces. */
export function piecesSvg(pieces: readonly Piece[]): string {
  return pieces.map(elementOf).join('\n');
}

function elementOf(piece: Piece): string {
  if (piece.kind === 'path') {
    const { d, stroke: line, fill, width, dash, opacity } = piece;
    return tag('path', {
      d,
      fill: fill ?? 'none',
      ...(line === null ? {} : { stroke: line, 'stroke-width': width, 'stroke-linejoin': 'round' }),
      ...(dash.length === 0 ? {} : { 'stroke-dasharray': dash.join(' ') }),
      ...(opacity === 1 ? {} : { opacity: String(opacity) }),
    });
  }
  const { at, text, colour, size, weight, anchor, rim } = piece;
  const edge =
    rim === null ? {} : { stroke: rim, 'stroke-width': 3, 'paint-order': 'stroke', 'stroke-linejoin': 'round' };
  const place = { x: at[0], y: at[1], 'text-anchor': anchor, 'font-size': size, 'font-weight': weight, fill: colour };
  return tag('text', { ...place, ...edge }, escaped(text));
}

/** Draws pieces with a canvas. */
export function paintPieces(paint: CanvasRenderingContext2D, pieces: readonly Piece[], font: string): void {
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      paint.font = `${piece.weight} ${piece.size}px ${font}`;
      paint.textAlign = piece.anchor === 'middle' ? 'center' : piece.anchor;
      paint.textBaseline = 'alphabetic';
      paint.lineJoin = 'round';
      if (piece.rim !== null) {
        paint.lineWidth = 3;
        paint.strokeStyle = piece.rim;
        paint.setLineDash([]);
        paint.strokeText(piece.text, ...piece.at);
      }
      paint.fillStyle = piece.colour;
      paint.fillText(piece.text, ...piece.at);
      continue;
    }
    const path = new Path2D(piece.d);
    paint.globalAlpha = piece.opacity;
    if (piece.fill !== null) {
      paint.fillStyle = piece.fill;
      paint.fill(path);
    }
    if (piece.stroke !== null) {
      paint.strokeStyle = piece.stroke;
      paint.lineWidth = piece.width;
      paint.setLineDash([...piece.dash]);
      paint.lineJoin = 'round';
      paint.stroke(path);
    }
    paint.globalAlpha = 1;
  }
}
