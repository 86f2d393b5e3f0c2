/**
 * Which lines of a listing belong to which function. It is read off the text: a function begins at its `def` and lasts
 * as long as the lines behind it are indented more.
 */

interface Body {
  readonly name: string;
  /** Lines from its `def` to its last one, counted from 1. */
  readonly first: number;
  readonly last: number;
}

/** The functions of a program, by the lines of its listing. */
export class Functions {
  readonly #texts: readonly string[];
  readonly #bodies: readonly Body[];

  /** `texts` are the lines of the listing in order. */
  constructor(texts: readonly string[]) {
    this.#texts = texts;
    this.#bodies = bodiesOf(texts);
  }

  /** The function that a line belongs to; null outside every function. */
  owner(line: number): string | null {
    return this.#bodies.find(({ first, last }) => first <= line && line <= last)?.name ?? null;
  }

  /** A line without the spaces before it; '' for one that does not exist. */
  text(line: number): string {
    return this.#texts[line - 1]?.trim() ?? '';
  }

  /** The line on which a function begins; 0 for one that is not there. */
  head(name: string): number {
    return this.#body(name)?.first ?? 0;
  }

  /** Whether calling a function only makes a generator. */
  isGenerator(name: string): boolean {
    return this.#find(name, (text) => /\byield\b/.test(text)) > 0;
  }

  /**
   * The line on which `caller` stands while `callee` runs; `line` is the one on which it made the callee or sent it
   * something, 0 where that is not known. A generator that is made on one line is entered on another: at the `next`
   * behind it, unless a loop or `yield from` enters it on the spot.
   */
  waitsAt(caller: string, callee: string, line: number): number {
    const calls = (text: string) => text.includes(`${callee}(`);
    const at = line > 0 ? line : this.#find(caller, calls, this.head(caller) + 1);
    const text = this.text(at);
    const made = calls(text) && this.isGenerator(callee) && !/^(async )?for\b|\byield from\b/.test(text);
    return (made ? this.#find(caller, (each) => /\bnext\(/.test(each), at) : 0) || at;
  }

  /** The longest text of a line, in letters, the spaces before it left out. */
  get longest(): number {
    return this.#texts.reduce((most, text) => Math.max(most, text.trim().length), 0);
  }

  #body(name: string): Body | undefined {
    return this.#bodies.find((body) => body.name === name);
  }

  /** The first line of a function, from a line on, that is as wanted; 0 for none. */
  #find(name: string, wanted: (text: string) => boolean, from = 0): number {
    const body = this.#body(name);
    if (body === undefined) return 0;
    for (let line = Math.max(from, body.first); line <= body.last; line++) if (wanted(this.text(line))) return line;
    return 0;
  }
}

function bodiesOf(texts: readonly string[]): Body[] {
  const bodies: Body[] = [];
  texts.forEach((text, index) => {
    const [, indent, name] = /^(\s*)(?:async )?def (\w+)/.exec(text) ?? [];
    if (name === undefined || indent === undefined) return;
    let last = index;
    for (let next = index + 1; next < texts.length; next++) {
      const depth = texts[next]!.search(/\S/);
      if (depth < 0) continue;
      if (depth <= indent.length) break;
      last = next;
    }
    bodies.push({ name, first: index + 1, last: last + 1 });
  });
  // Of a function in a function the lines are its own.
  return bodies.toSorted((one, other) => one.last - one.first - (other.last - other.first));
}
