import { bar } from './bar.ts';
import { styled, type Look } from './look.ts';

/** A column: its heading, of one line or two, and where its cells lean. */
export interface Column {
  readonly head: string;
  readonly left?: boolean;
}

/** A row: a text for each column, and a share (0..1) for its bar. */
export interface Row {
  readonly cells: readonly string[];
  readonly share?: number;
  /** Rows to look at first. */
  readonly strong?: boolean;
}

const GAP = 2;
/** A bar that has less room than this stands on a line of its own. */
const BAR_MIN = 12;
const BAR_MAX = 60;

/** The lines of a table, as wide as the look allows. */
export function table(look: Look, columns: readonly Column[], rows: readonly Row[]): string[] {
  const heads = columns.map(({ head }) => head.split('\n'));
  const depth = Math.max(...heads.map((lines) => lines.length));
  const widths = columns.map((_, i) =>
    Math.max(...heads[i]!.map(length), ...rows.map(({ cells }) => length(cells[i] ?? ''))),
  );
  const lay = (cells: readonly string[]) =>
    cells.map((text, i) => pad(text, widths[i]!, columns[i]!.left === true)).join(' '.repeat(GAP));
  const bars = rows.some(({ share }) => share !== undefined);
  const used = widths.reduce((sum, width) => sum + width + GAP, 0);
  const room = Math.min(BAR_MAX, look.width - used);
  const beside = room >= BAR_MIN;
  const drawn = (share: number | undefined, width: number) =>
    share === undefined ? '' : styled(look, 'bar', bar(look, share, width));
  const lines = Array.from({ length: depth }, (_, line) =>
    styled(look, 'dim', lay(heads.map((head) => head[line - depth + head.length] ?? '')).trimEnd()),
  );
  for (const { cells, share, strong } of rows) {
    const text = styled(look, strong ? 'strong' : 'bold', lay(cells.slice(0, 1)));
    const rest = columns.length > 1 ? ' '.repeat(GAP) + lay(['', ...cells.slice(1)]).slice(widths[0]! + GAP) : '';
    lines.push(`${text}${rest}${bars && beside ? ' '.repeat(GAP) + drawn(share, room) : ''}`.trimEnd());
    if (bars && !beside) lines.push(drawn(share, look.width));
  }
  return lines;
}

/** Breaks a sentence, or words that are kept together, into lines of at most `width`. */
export function wrapped(words: readonly string[], width: number, gap = ' '): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && length(line) + gap.length + length(word) > width) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : gap + word;
  }
  return line === '' ? lines : [...lines, line];
}

function pad(text: string, width: number, left: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - length(text)));
  return left ? text + blanks : blanks + text;
}

function length(text: string): number {
  return [...text].length;
}
