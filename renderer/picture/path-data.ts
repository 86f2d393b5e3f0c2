import { lengthText as n } from './markup.ts';

/** A path as a canvas builds it, as the data of an SVG's path: every place is moved as the canvas is at that moment. */
export class PathData {
  readonly #moved: () => DOMMatrix;
  #data = '';

  constructor(moved: () => DOMMatrix) {
    this.#moved = moved;
  }

  get data(): string {
    return this.#data;
  }

  beginPath(): void {
    this.#data = '';
  }

  moveTo(x: number, y: number): void {
    this.#data += `M${this.#at(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.#data += `${this.#data === '' ? 'M' : 'L'}${this.#at(x, y)}`;
  }

  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#data += `C${this.#at(x1, y1)} ${this.#at(x2, y2)} ${this.#at(x, y)}`;
  }

  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void {
    this.#data += `Q${this.#at(x1, y1)} ${this.#at(x, y)}`;
  }

  closePath(): void {
    this.#data += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.#data += `L${this.#at(x + width, y)}L${this.#at(x + width, y + height)}L${this.#at(x, y + height)}Z`;
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.max(0, Math.min(radius, width / 2, height / 2));
    if (r === 0) return this.rect(x, y, width, height);
    const [right, bottom] = [x + width, y + height];
    this.moveTo(x + r, y);
    const sides = [
      [right - r, y, right, y, right, y + r],
      [right, bottom - r, right, bottom, right - r, bottom],
      [x + r, bottom, x, bottom, x, bottom - r],
      [x, y + r, x, y, x + r, y],
    ] as const;
    for (const [x1, y1, cx, cy, x2, y2] of sides) {
      this.lineTo(x1, y1);
      this.quadraticCurveTo(cx, cy, x2, y2);
    }
    this.closePath();
  }

  arc(x: number, y: number, radius: number, from: number, to: number, back = false): void {
    this.ellipse(x, y, radius, radius, 0, from, to, back);
  }

  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    turn: number,
    from: number,
    to: number,
    back = false,
  ): void {
    const whole = Math.abs(to - from) >= 2 * Math.PI - 1e-9;
    const turned = (2 * Math.PI + ((to - from) % (2 * Math.PI))) % (2 * Math.PI);
    const span = whole ? 2 * Math.PI : back ? turned - 2 * Math.PI : turned;
    // In pieces that are straight enough to be curves of the third degree.
    const pieces = Math.max(1, Math.ceil(Math.abs(span) / (Math.PI / 2) - 1e-9));
    const part = span / pieces;
    const bend = (4 / 3) * Math.tan(part / 4);
    const place = (angle: number, along: number) => {
      const [u, v] = [
        radiusX * (Math.cos(angle) - along * Math.sin(angle)),
        radiusY * (Math.sin(angle) + along * Math.cos(angle)),
      ];
      return [x + u * Math.cos(turn) - v * Math.sin(turn), y + u * Math.sin(turn) + v * Math.cos(turn)] as const;
    };
    this.lineTo(...place(from, 0));
    for (let piece = 0; piece < pieces; piece++) {
      const [begin, end] = [from + piece * part, from + (piece + 1) * part];
      this.bezierCurveTo(...place(begin, bend), ...place(end, -bend), ...place(end, 0));
    }
    if (whole) this.closePath();
  }

  #at(x: number, y: number): string {
    const point = this.#moved().transformPoint({ x, y });
    return `${n(point.x)} ${n(point.y)}`;
  }
}
