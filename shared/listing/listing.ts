/**
 * A program's text in Python, as it is shown, compared and taken home. One text holds every variant of a program:
 *
 *     await queue.join()  ## join -no-join
 *
 * What stands behind `##` is about the line. A word is its label, by which the program on the kernel says on which line
 * it waits. `+flag` keeps the line only where one of its flags is set, `-flag` only where none of them is. `holds` marks
 * a line that holds the loop. `shown` lines are only on screen, `script` lines only in the script that is taken home.
 * `{{path}}` stands for the parameter at that path.
 */
import { gapOf } from './python.ts';

/** One line of a program as it is shown. */
export interface ListingLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** What the program on the kernel calls it; null where nothing waits. */
  readonly label: string | null;
  /** Whether a task gives the loop away here. */
  readonly awaits: boolean;
  /** Whether a task holds the loop here. */
  readonly holds: boolean;
}

/** A line of the difference between two variants. */
export interface DiffLine {
  /** Whether both have the line, or only the first or the second. */
  readonly in: 'both' | 'first' | 'second';
  readonly text: string;
}

interface Line {
  readonly text: string;
  readonly label: string | null;
  readonly holds: boolean;
  readonly only: 'shown' | 'script' | null;
  readonly any: readonly string[];
  readonly none: readonly string[];
}

export class Listing<L extends string = string> {
  /** The text as it was written. */
  readonly source: string;
  /** The labels that its lines have. */
  readonly labels: ReadonlySet<L>;
  readonly #lines: readonly Line[];
  readonly #labels: ReadonlySet<L>;

  /** @throws Error when a line carries another label than those given. */
  constructor(source: string, labels?: readonly L[]) {
    this.source = source.replace(/^\n+|\s+$/g, '');
    this.#lines = this.source.split('\n').map(parse);
    const found = new Set(this.#lines.flatMap(({ label }) => label ?? []));
    this.#labels = new Set(labels ?? ([...found] as L[]));
    for (const label of found) if (!this.#labels.has(label as L)) throw new Error(`no label is called ${label}`);
    this.labels = found as Set<unknown> as Set<L>;
  }

  /** Every word behind a plus or a minus. */
  get flags(): ReadonlySet<string> {
    return new Set(this.#lines.flatMap(({ any, none }) => [...any, ...none]));
  }

  /** The lines on screen where these flags are set; parameters fill the gaps, which stay as they are without them. */
  lines(flags: readonly string[], params: object | null = null): ListingLine[] {
    return this.#kept(flags, 'shown').map(({ text, label, holds }, index) => {
      const code = text.replace(/#.*$/, '');
      return {
        number: index + 1,
        text: params === null ? text : filled(text, params, 'shown'),
        label,
        awaits: /\bawait\b|\basync (with|for)\b/.test(code),
        holds,
      };
    });
  }

  /** The number of each label's line where these flags are set; 0 for a label that has none there. */
  at(flags: readonly string[]): Readonly<Record<L, number>> {
    const numbers = Object.fromEntries([...this.#labels].map((label) => [label, 0]));
    this.#kept(flags, 'shown').forEach(({ label }, index) => {
      if (label !== null) numbers[label] = index + 1;
    });
    return numbers as Record<L, number>;
  }

  /** The lines of the script that is taken home. */
  script(flags: readonly string[], params: object): string[] {
    return this.#kept(flags, 'script').map(({ text }) => filled(text, params, 'whole'));
  }

  /** How two variants differ, line by line. */
  diff(first: readonly string[], second: readonly string[], params: object): DiffLine[] {
    const lines = this.#lines.flatMap((line): DiffLine[] => {
      const [here, there] = [keeps(line, first, 'shown'), keeps(line, second, 'shown')];
      if (!here && !there) return [];
      return [{ in: here && there ? 'both' : here ? 'first' : 'second', text: filled(line.text, params, 'shown') }];
    });
    return withoutTwins(lines).filter(({ text }, place, kept) => text !== '' || kept[place - 1]?.text !== '');
  }

  #kept(flags: readonly string[], where: 'shown' | 'script'): Line[] {
    const kept = this.#lines.filter((line) => keeps(line, flags, where));
    // Where parts are left out, the blank lines between them become one.
    return where === 'shown' ? kept.filter((line, place) => line.text !== '' || kept[place - 1]?.text !== '') : kept;
  }
}

/**
 * What is set in a run: its variant, every parameter that is a word, the name of every one that is true, and `no-name` for
 * every one that is left out.
 */
export function flagsOf(variant: string | null, params: unknown): string[] {
  const set = Object.entries(params as object).flatMap(([name, value]: [string, unknown]) => {
    if (value === null) return [`no-${name}`];
    return typeof value === 'string' ? [value] : value === true ? [name] : [];
  });
  return variant === null ? set : [variant, ...set];
}

function keeps({ only, any, none }: Line, flags: readonly string[], where: 'shown' | 'script'): boolean {
  if (only !== null && only !== where) return false;
  return (any.length === 0 || any.some((flag) => flags.includes(flag))) && !none.some((flag) => flags.includes(flag));
}

/** Of two lines that differ in nothing but who has them there is one. */
function withoutTwins(lines: readonly DiffLine[]): DiffLine[] {
  return lines.flatMap((line, place) => {
    const twin = (other: DiffLine | undefined) =>
      other !== undefined &&
      line.in !== 'both' &&
      other.in !== 'both' &&
      other.in !== line.in &&
      other.text === line.text;
    if (twin(lines[place - 1])) return [];
    return twin(lines[place + 1]) ? [{ in: 'both', text: line.text }] : [line];
  });
}

function parse(line: string): Line {
  const [text = '', about = ''] = line.split(/\s*## /);
  const words = about.split(/\s+/).filter((word) => word !== '');
  const plain = words.filter((word) => /^\w/.test(word));
  const labels = plain.filter((word) => !['holds', 'shown', 'script'].includes(word));
  if (labels.length > 1) throw new Error(`a line has one label: ${line}`);
  return {
    text: text.trimEnd(),
    label: labels[0] ?? null,
    holds: plain.includes('holds'),
    only: plain.includes('shown') ? 'shown' : plain.includes('script') ? 'script' : null,
    any: words.filter((word) => word.startsWith('+')).map((word) => word.slice(1)),
    none: words.filter((word) => word.startsWith('-')).map((word) => word.slice(1)),
  };
}

/** The text with its gaps filled. */
export function filled(text: string, params: object, length: 'shown' | 'whole'): string {
  return text.replace(/\{\{(?:(\w+) )?([\w.]+)\}\}/g, (_, form: string | undefined, path: string) => {
    const value = path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], params);
    return gapOf(value, form ?? null, length);
  });
}
