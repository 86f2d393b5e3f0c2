/** How text may look where it goes. */
export interface Look {
  /** Characters in a line. */
  readonly width: number;
  readonly unicode: boolean;
  readonly color: boolean;
}

const WIDTH_MIN = 80;

/** The look that a stream and its environment ask for. */
export function lookOf(stream: { readonly isTTY?: boolean; readonly columns?: number }, env: NodeJS.ProcessEnv): Look {
  const width = stream.columns ?? Number(env['COLUMNS']);
  return {
    width: Math.max(WIDTH_MIN, Number.isInteger(width) ? width : 0),
    unicode: speaksUnicode(env),
    // https://no-color.org: any value but the empty one.
    color: stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  };
}

/** How text looks in a file. */
export const PLAIN: Look = { width: 100, unicode: true, color: false };

function speaksUnicode(env: NodeJS.ProcessEnv): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  if (locale) return /utf-?8/i.test(locale);
  return process.platform === 'darwin' || (process.platform === 'win32' && Boolean(env['WT_SESSION']));
}

const styles = { bold: '1', dim: '2', bar: '36', strong: '1;36', wrong: '1;31', right: '1;32' } as const;

/** Text in a style, where there are colours. */
export function styled(look: Look, style: keyof typeof styles, text: string): string {
  return look.color && text !== '' ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;
}

const substitutes: Readonly<Record<string, string>> = { '×': 'x', '∞': 'inf', '·': '|', '–': '-', '…': '...' };

/** The text in characters that every terminal has, where it has no others. */
export function inLook(look: Look, text: string): string {
  if (look.unicode) return text;
  return text
    .replace(/[×∞·–…]/g, (c) => substitutes[c]!)
    .normalize('NFD')
    .replace(/[^\n\p{Cc}\u0020-\u007e]/gu, (c) => (/\p{Mark}/u.test(c) ? '' : '?'));
}
