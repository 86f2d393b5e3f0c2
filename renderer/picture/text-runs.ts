/** Texts that are kept: measuring costs more than drawing, and the same few texts come at every display frame. */
const KEPT_MOST = 5000;
/** No text on screen is this one. */
const CELL = '\n';

/** A text as it is written: its letters in one go, its digits one by one in cells of equal width. */
export interface TextRun {
  readonly width: number;
  /** Where each part begins, from the beginning of the text. */
  readonly parts: readonly { readonly text: string; readonly x: number }[];
}

/** How wide a text is in a CSS font, by itself. */
type Measure = (font: string, text: string) => number;

/** Texts with digits in cells, measured once. */
export class TextRuns {
  readonly #measure: Measure;
  // By font, then by text.
  readonly #widths = new Map<string, Map<string, number>>();
  readonly #runs = new Map<string, Map<string, TextRun>>();
  #kept = 0;

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  run(font: string, text: string): TextRun {
    return this.#keep(this.#runs, font, text, () => {
      const cell = this.#cell(font);
      let width = 0;
      const parts = (text.match(/\d|\D+/g) ?? []).map((part) => {
        const own = this.#piece(font, part);
        const room = isDigit(part) ? cell : own;
        const x = width + (room - own) / 2;
        width += room;
        return { text: part, x };
      });
      return { width, parts };
    });
  }

  /** The width of a digit's cell: that of the widest digit. */
  #cell(font: string): number {
    const widths = () => Array.from('0123456789', (digit) => this.#piece(font, digit));
    return this.#keep(this.#widths, font, CELL, () => Math.max(...widths()));
  }

  #piece(font: string, text: string): number {
    return this.#keep(this.#widths, font, text, () => this.#measure(font, text));
  }

  #keep<T>(all: Map<string, Map<string, T>>, font: string, text: string, make: () => T): T {
    const known = all.get(font)?.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (++this.#kept > KEPT_MOST) {
      this.#widths.clear();
      this.#runs.clear();
      this.#kept = 1;
    }
    let texts = all.get(font);
    if (texts === undefined) all.set(font, (texts = new Map<string, T>()));
    texts.set(text, made);
    return made;
  }
}

function isDigit(part: string): boolean {
  return part.length === 1 && part >= '0' && part <= '9';
}
