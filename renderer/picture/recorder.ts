/**
 * A canvas that writes down what is drawn on it, as elements of an SVG. It has the part of a canvas's context that
 * pictures of this page use. Words stay words: pieces of one line that follow each other become one text.
 */
import { escaped, familiesAnywhere, lengthText as n, tag } from './markup.ts';
import { offscreen } from './offscreen.ts';
import { PathData } from './path-data.ts';
import { dataOf } from './paths.ts';

type Attributes = Record<string, string | number>;

/** What `save` keeps beside what the measuring canvas keeps by itself. */
interface Kept {
  readonly fill: Style;
  readonly stroke: Style;
  /** Groups that were opened since, by clips. */
  readonly depth: number;
}

type Style = string | CanvasGradient | CanvasPattern;

/** A text that may go on: where its line ends. */
interface Line {
  readonly attributes: Attributes;
  readonly left: number;
  readonly y: number;
  readonly key: string;
  text: string;
  right: number;
}

/** Pixels between two pieces of a text that still belong together, as a share of the type's size. */
const TOGETHER = 0.12;

export class Recorder {
  // Knows fonts, transformation, line styles; nothing is drawn on it.
  readonly #real: CanvasRenderingContext2D;
  readonly #prefix: string;
  readonly #elements: string[] = [];
  readonly #defs: string[] = [];
  readonly #patterns = new Map<CanvasPattern, string>();
  readonly #stack: Kept[] = [];
  readonly #path = new PathData(() => this.#real.getTransform());
  #fill: Style = '#000';
  #stroke: Style = '#000';
  #depth = 0;
  #line: Line | null = null;
  #numbers = 0;

  /** `prefix` tells the names inside from those of another recorder in the same file. */
  constructor(prefix = '') {
    this.#prefix = prefix;
    this.#real = offscreen(1, 1);
  }

  /** This recorder in the place of a context. */
  get context(): CanvasRenderingContext2D {
    return new Proxy(this.#real, {
      get: (real, name) => {
        const own = [this, this.#path].find((each) => name in each && name !== 'context') ?? real;
        const value: unknown = Reflect.get(own, name, own);
        return typeof value === 'function' ? (value as () => unknown).bind(own) : value;
      },
      set: (real, name, value) => {
        const own = name === 'fillStyle' || name === 'strokeStyle' ? this : real;
        return Reflect.set(own, name, value, own);
      },
    });
  }

  /** The elements so far. */
  get markup(): string {
    this.#endLine();
    const open = '</g>'.repeat(this.#depth);
    return [tag('defs', {}, this.#defs.join('')), ...this.#elements].join('\n') + open;
  }

  get fillStyle(): Style {
    return this.#fill;
  }

  set fillStyle(style: Style) {
    this.#fill = style;
  }

  get strokeStyle(): Style {
    return this.#stroke;
  }

  set strokeStyle(style: Style) {
    this.#stroke = style;
  }

  save(): void {
    this.#real.save();
    this.#stack.push({ fill: this.#fill, stroke: this.#stroke, depth: this.#depth });
  }

  restore(): void {
    const kept = this.#stack.pop();
    if (kept === undefined) return;
    this.#real.restore();
    this.#endLine();
    if (this.#depth > kept.depth) this.#elements.push('</g>'.repeat(this.#depth - kept.depth));
    [this.#fill, this.#stroke, this.#depth] = [kept.fill, kept.stroke, kept.depth];
  }

  fill(path?: Path2D | CanvasFillRule): void {
    this.#shape(path instanceof Path2D ? path : this.#path.data, 'fill');
  }

  stroke(path?: Path2D): void {
    this.#shape(path ?? this.#path.data, 'stroke');
  }

  clip(): void {
    this.#endLine();
    const id = `${this.#prefix}clip-${++this.#numbers}`;
    this.#defs.push(tag('clipPath', { id }, tag('path', { d: this.#path.data })));
    this.#elements.push(`<g clip-path="url(#${id})">`);
    this.#depth++;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#boxed('fill', x, y, width, height);
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#boxed('stroke', x, y, width, height);
  }

  /** Takes away nothing: what is below stays. */
  clearRect(): void {
    this.#endLine();
  }

  fillText(text: string, x: number, y: number): void {
    if (text === '') return;
    const real = this.#real;
    const width = real.measureText(text).width;
    const align = real.textAlign;
    const left = align === 'right' || align === 'end' ? x - width : align === 'center' ? x - width / 2 : x;
    const { a, d } = real.getTransform();
    const at = real.getTransform().transformPoint({ x: left, y });
    const [, weight = '400', size = '10', family = 'sans-serif'] =
      /^(?:normal |italic )?(\d+|normal|bold)? ?([\d.]+)px (.*)$/.exec(real.font) ?? [];
    const attributes: Attributes = {
      'font-family': familiesAnywhere(family.replaceAll('"', "'")),
      'font-size': Number(size) * d,
      'font-weight': weight === '' ? 'normal' : weight,
      // Digits are as on the canvas, in cells that were measured.
      style: 'font-variant-numeric:normal',
      ...this.#paint('fill', this.#fill),
      ...this.#opacity(),
    };
    const key = JSON.stringify(attributes);
    const [y0, end] = [at.y, at.x + width * a];
    const line = this.#line;
    const gap = Number(size) * d * TOGETHER;
    if (line?.key === key && Math.abs(line.y - y0) < 0.01 && Math.abs(at.x - line.right) < gap) {
      line.text += text;
      line.right = end;
      return;
    }
    this.#endLine();
    this.#line = { attributes, left: at.x, y: y0, key, text, right: end };
  }

  /** Rims of letters keep them apart from what is below; the drawing does without. */
  strokeText(): void {
    this.#endLine();
  }

  drawImage(image: HTMLCanvasElement, ...places: number[]): void {
    this.#endLine();
    const all = places.length === 8 ? places : [0, 0, image.width, image.height, ...places];
    const [sx, sy, sw, sh, x, y, width = sw, height = sh] = all as [number, number, number, number, number, number];
    const part = offscreen(Math.round(sw), Math.round(sh));
    part.drawImage(image, sx, sy, sw, sh, 0, 0, sw, sh);
    const href = part.canvas.toDataURL('image/png');
    const place = { x, y, width, height, preserveAspectRatio: 'none' };
    this.#elements.push(tag('image', { href, ...place, ...this.#matrix(), ...this.#opacity() }));
  }

  createPattern(image: HTMLCanvasElement, repetition: string | null): CanvasPattern | null {
    const pattern = this.#real.createPattern(image, repetition);
    if (pattern === null) return null;
    const id = `${this.#prefix}pattern-${++this.#numbers}`;
    this.#patterns.set(pattern, id);
    const { width, height } = image;
    const tile = tag('image', { href: image.toDataURL('image/png'), width, height });
    const place = this.#defs.push('') - 1;
    const define = (matrix: string) => {
      const box = { id, width, height, patternUnits: 'userSpaceOnUse', patternTransform: matrix };
      this.#defs[place] = tag('pattern', box, tile);
    };
    define('');
    // The pattern is asked for its grain after it was made.
    const set = pattern.setTransform.bind(pattern);
    pattern.setTransform = (transform?: DOMMatrix2DInit) => {
      set(transform);
      const { a = 1, b = 0, c = 0, d = 1, e = 0, f = 0 } = transform ?? {};
      define(`matrix(${[a, b, c, d, e, f].map((part) => Number(part.toPrecision(7))).join(' ')})`);
    };
    return pattern;
  }

  #boxed(how: 'fill' | 'stroke', x: number, y: number, width: number, height: number): void {
    const path = new PathData(() => this.#real.getTransform());
    path.rect(x, y, width, height);
    this.#shape(path.data, how);
  }

  /** A path that was made here is in its own units; data are where they belong. */
  #shape(path: Path2D | string, how: 'fill' | 'stroke'): void {
    const own = typeof path !== 'string';
    const d = own ? dataOf(path) : path;
    if (d === '') return;
    const style = how === 'fill' ? this.#fill : this.#stroke;
    if (typeof style === 'string' && /^rgba?\(.*, ?0\)$|^transparent$|^#\w{6}00$/.test(style)) return;
    this.#endLine();
    const rest = how === 'fill' ? {} : { fill: 'none', ...this.#pen(own) };
    const moved = own ? this.#matrix() : {};
    this.#elements.push(tag('path', { d, ...this.#paint(how, style), ...rest, ...moved, ...this.#opacity() }));
  }

  #paint(how: 'fill' | 'stroke', style: Style): Attributes {
    if (typeof style === 'string') return { [how]: style };
    const id = style instanceof CanvasPattern ? this.#patterns.get(style) : undefined;
    return { [how]: id === undefined ? 'none' : `url(#${id})` };
  }

  #pen(inOwnUnits: boolean): Attributes {
    const { lineWidth, lineCap, lineJoin } = this.#real;
    const { a, d } = this.#real.getTransform();
    const scale = inOwnUnits ? 1 : (Math.abs(a) + Math.abs(d)) / 2 || 1;
    const dash = this.#real.getLineDash().map((length) => n(length * scale));
    return {
      'stroke-width': lineWidth * scale,
      ...(lineCap === 'butt' ? {} : { 'stroke-linecap': lineCap }),
      ...(lineJoin === 'miter' ? {} : { 'stroke-linejoin': lineJoin }),
      ...(dash.length === 0 ? {} : { 'stroke-dasharray': dash.join(' ') }),
    };
  }

  #opacity(): Attributes {
    const { globalAlpha } = this.#real;
    return globalAlpha === 1 ? {} : { opacity: globalAlpha };
  }

  #matrix(): Attributes {
    const { a, b, c, d, e, f } = this.#real.getTransform();
    if (a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0) return {};
    return { transform: `matrix(${[a, b, c, d, e, f].map((part) => Number(part.toPrecision(7))).join(' ')})` };
  }

  #endLine(): void {
    const line = this.#line;
    if (line === null) return;
    this.#line = null;
    const { attributes, left: x, y, right, text } = line;
    const fit = { textLength: Math.max(0, right - x), lengthAdjust: 'spacingAndGlyphs' };
    if (text.trim() === '') return;
    this.#elements.push(tag('text', { x, y, ...fit, ...attributes }, escaped(text)));
  }
}
