/** Where a text stops being JSON, counted from 0, and what may stand there. */
export interface Fault {
  readonly position: number;
  readonly limit: string;
}

/** Deeper than any parameter goes, and shallow enough for every program that walks through values. */
const DEPTH_MAX = 64;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const BLANKS = /[ \t\n\r]*/y;

/** What comes next in a JSON text; the strings are what a message says. */
const VALUE = 'a value';
const VALUE_OR_END = 'a value or ]';
const NAME = 'a name in double quotes';
const NAME_OR_END = 'a name in double quotes, or }';
const COLON = 'a colon';
const END = 'the end of the text';

/**
 * The first fault of a JSON text, null when there is none. The engine's own parser finds it too, but does not always
 * say where; and it lets through what is nested so deeply that nobody can print it.
 */
export function findFault(text: string): Fault | null {
  const open: ('[' | '{')[] = [];
  let at = 0;
  let expected = VALUE;
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const afterValue = () => {
    const inside = open.at(-1);
    expected = inside === undefined ? END : inside === '[' ? 'a comma or ]' : 'a comma or }';
  };
  for (;;) {
    match(BLANKS);
    const c = text[at];
    if (c === undefined) return expected === END ? null : { position: at, limit: expected };
    if (expected === VALUE || expected === VALUE_OR_END) {
      if (c === ']' && expected === VALUE_OR_END) {
        open.pop();
        at++;
        afterValue();
      } else if (c === '[' || c === '{') {
        if (open.length === DEPTH_MAX) return { position: at, limit: `nested at most ${DEPTH_MAX} deep` };
        open.push(c);
        at++;
        expected = c === '[' ? VALUE_OR_END : NAME_OR_END;
      } else if (c === '"') {
        const end = endOfString(text, at);
        if (typeof end !== 'number') return end;
        at = end;
        afterValue();
      } else if (match(NUMBER) || match(WORD)) {
        afterValue();
      } else {
        return { position: at, limit: expected };
      }
    } else if (expected === NAME || expected === NAME_OR_END) {
      if (c === '}' && expected === NAME_OR_END) {
        open.pop();
        at++;
        afterValue();
        continue;
      }
      if (c !== '"') return { position: at, limit: expected };
      const end = endOfString(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expected = COLON;
    } else if (expected === COLON) {
      if (c !== ':') return { position: at, limit: expected };
      at++;
      expected = VALUE;
    } else {
      const inside = open.at(-1);
      if (inside !== undefined && c === ',') expected = inside === '[' ? VALUE : NAME;
      else if (inside !== undefined && c === (inside === '[' ? ']' : '}')) {
        open.pop();
        afterValue();
      } else return { position: at, limit: expected };
      at++;
    }
  }
}

/** The position behind a string that begins at `from`, or what is wrong with it. */
function endOfString(text: string, from: number): number | Fault {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return { position: at, limit: 'a printable character; line ends are written \\n' };
    if (code !== 0x5c) continue;
    const escape = text[at + 1];
    if (escape === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) at += 5;
    else if (escape !== undefined && '"\\/bfnrt'.includes(escape)) at += 1;
    else return { position: at, limit: 'one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX' };
  }
  return { position: text.length, limit: 'the closing quote of a string' };
}
