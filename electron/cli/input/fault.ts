import jsonc from 'jsonc-parser';

/** Where a text stops being JSON, counted from 0, and what may stand there. */
export interface Fault {
  readonly position: number;
  readonly limit: string;
}

/** Deeper than any parameter goes, and shallow enough for every program that walks through values. */
export const DEPTH_MAX = 64;

const STRING = 'a string that ends at its quote, line ends written \\n';
const ESCAPE = 'a string whose escapes are among \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX';

/** What the parser's errors mean for the author of the text. */
const limits: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a value',
  InvalidNumberFormat: 'a number as JSON writes it',
  UnexpectedEndOfNumber: 'a number as JSON writes it',
  PropertyNameExpected: 'a name in double quotes',
  ValueExpected: 'a value',
  ColonExpected: 'a colon',
  CloseBraceExpected: 'a comma or }',
  CloseBracketExpected: 'a comma or ]',
  InvalidCommentToken: 'JSON, which has no comments',
  UnexpectedEndOfComment: 'JSON, which has no comments',
  EndOfFileExpected: 'the end of the text',
  UnexpectedEndOfString: STRING,
  InvalidCharacter: STRING,
  InvalidUnicode: ESCAPE,
  InvalidEscapeCharacter: ESCAPE,
};

/** Ends the visit at the first fault: what comes after one may be anything. */
class Found extends Error {
  readonly fault: Fault;

  constructor(position: number, limit: string) {
    super(limit);
    this.fault = { position, limit };
  }
}

/**
 * The first fault of a JSON text, null when there is none. The engine's own parser finds it too, but does not always
 * say where; and it lets through what is nested so deeply that nobody can print it.
 */
export function findFault(text: string): Fault | null {
  const open: ('[' | '{')[] = [];
  let nameIsNext = false;
  const enter = (bracket: '[' | '{', offset: number) => {
    if (open.length === DEPTH_MAX) throw new Found(offset, `nested at most ${DEPTH_MAX} deep`);
    open.push(bracket);
    nameIsNext = bracket === '{';
  };
  const leave = () => {
    open.pop();
    nameIsNext = false;
  };
  try {
    jsonc.visit(
      text,
      {
        onObjectBegin: (offset) => enter('{', offset),
        onArrayBegin: (offset) => enter('[', offset),
        onObjectEnd: leave,
        onArrayEnd: leave,
        onObjectProperty: () => (nameIsNext = false),
        onSeparator: (separator) => (nameIsNext = separator === ',' && open.at(-1) === '{'),
        onError: (code, offset) => {
          const name = jsonc.printParseErrorCode(code);
          if (name === 'CommaExpected') throw new Found(offset, `a comma or ${open.at(-1) === '[' ? ']' : '}'}`);
          throw new Found(offset, (nameIsNext ? limits['PropertyNameExpected'] : limits[name]) ?? 'JSON');
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch (error) {
    if (error instanceof Found) return error.fault;
    throw error;
  }
  return null;
}
