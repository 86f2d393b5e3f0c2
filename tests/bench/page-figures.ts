/** The figures of the page's benchmark, as a table and as data. */

/** What a figure is set against: what the machine gave at the same time. */
export interface Ratio {
  readonly to: 'empty page' | 'painting job';
  readonly value: number;
}

export interface Figure {
  readonly scene: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio: Ratio | null;
  /** What is wanted, and whether it is so; null where nothing is promised. */
  readonly goal: { readonly text: string; readonly met: boolean } | null;
}

type Extra = Partial<Pick<Figure, 'ratio' | 'goal'>>;

/** Takes figures in, and prints each at once. */
export class Figures {
  readonly all: Figure[] = [];
  readonly #print: (line: string) => void;
  #scene = '';

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** The figures that follow belong to this scene. */
  begin(scene: string): void {
    this.#scene = scene;
    this.#print(`\n${scene}`);
  }

  add(what: string, value: number, unit: string, { ratio = null, goal = null }: Extra = {}): void {
    const figure: Figure = { scene: this.#scene, what, value: round(value), unit, ratio: rounded(ratio), goal };
    this.all.push(figure);
    this.#print(`  ${lineOf(figure)}`);
  }
}

function lineOf({ what, value, unit, ratio, goal }: Figure): string {
  const against = ratio === null ? '' : `${ratio.value.toFixed(2)} of the ${ratio.to}`;
  const verdict = goal === null ? '' : `${goal.met ? 'met   ' : 'MISSED'} ${goal.text}`;
  return `${what.padEnd(34)}${`${value} ${unit}`.padEnd(22)}${against.padEnd(28)}${verdict}`.trimEnd();
}

function rounded(ratio: Ratio | null): Ratio | null {
  return ratio === null ? null : { ...ratio, value: round(ratio.value, 1000) };
}

function round(value: number, parts = 100): number {
  return Math.round(value * parts) / parts;
}
