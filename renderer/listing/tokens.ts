/** What a piece of code is, as far as colours tell it. */
export type TokenKind = 'word' | 'string' | 'number' | 'note' | 'call' | 'plain';

/** A piece of a line. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

export type Language = 'python' | 'typescript';

const words: Readonly<Record<Language, ReadonlySet<string>>> = {
  python: new Set(
    `and as async assert await break class continue def del elif else except False finally for from global if import in
     is lambda None nonlocal not or pass raise return True try while with yield`.split(/\s+/),
  ),
  typescript: new Set(
    `as async await break case class const continue default delete do else export extends false finally for from
     function if import in instanceof interface let new null of return switch throw true try type typeof undefined void
     while yield`.split(/\s+/),
  ),
};

const pieces: Readonly<Record<Language, RegExp>> = {
  python: /(?<note>#.*)|(?<string>(?<!\w)[rbfRBF]{0,2}(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))|(?<number>\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)|(?<name>[A-Za-z_]\w*)/g, // prettier-ignore
  typescript: /(?<note>\/\/.*|\/\*.*?(?:\*\/|$))|(?<string>`(?:\\.|[^`\\])*`|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?<number>\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)|(?<name>[A-Za-z_$][\w$]*)/g, // prettier-ignore
};

/** The pieces of a text's lines, in order; what they hold is the text again, space by space. */
export function tokensOf(lines: readonly string[], language: Language): Token[][] {
  // A comment of TypeScript may go on over several lines.
  let within = false;
  return lines.map((line) => {
    if (!within) {
      const tokens = tokensOfLine(line, language);
      const last = tokens.findLast(({ kind }) => kind === 'note');
      within = language === 'typescript' && last !== undefined && /^\/\*(?!.*\*\/)/.test(last.text);
      return tokens;
    }
    const end = line.indexOf('*/');
    if (end < 0) return [{ kind: 'note', text: line }];
    within = false;
    return [{ kind: 'note', text: line.slice(0, end + 2) }, ...tokensOfLine(line.slice(end + 2), language)];
  });
}

/** Characters by which what does not fit in a row goes in below: a little further than the line itself. */
export function indentOf([first]: readonly Token[]): number {
  return /^ */.exec(first?.text ?? '')![0].length + 2;
}

function tokensOfLine(line: string, language: Language): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const match of line.matchAll(pieces[language])) {
    if (match.index > done) tokens.push({ kind: 'plain', text: line.slice(done, match.index) });
    done = match.index + match[0].length;
    tokens.push({ kind: kindOf(match, line.slice(done), language), text: match[0] });
  }
  if (done < line.length) tokens.push({ kind: 'plain', text: line.slice(done) });
  return tokens;
}

function kindOf({ groups, 0: text }: RegExpMatchArray, rest: string, language: Language): TokenKind {
  if (groups?.['name'] === undefined) {
    return groups?.['note'] !== undefined ? 'note' : groups?.['number'] !== undefined ? 'number' : 'string';
  }
  if (words[language].has(text)) return 'word';
  return rest.startsWith('(') ? 'call' : 'plain';
}
