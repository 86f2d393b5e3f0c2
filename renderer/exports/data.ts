/** Numbers as CSV, JSON and Markdown. */
import { csvText, type CsvTable } from '../words/csv.ts';

/** A table, and what is measured in each of its columns: `s` for virtual seconds, null for words and plain counts. */
export interface ExportTable extends CsvTable {
  readonly units?: readonly (string | null)[];
  /** Said where not all of it is here. */
  readonly note?: string;
}

/** What stands above the rows of a JSON file. */
export interface DataHead {
  readonly simul: string;
  readonly title: string;
  readonly workload: string;
  readonly seed: string;
  readonly params: unknown;
}

/** Rows after RFC 4180; units stand in brackets behind the heads that do not name them. */
export function tableCsv({ head, rows, units = [] }: ExportTable): string {
  return csvText({ head: head.map((name, place) => headed(name, units[place] ?? null)), rows });
}

function headed(name: string, unit: string | null): string {
  return unit === null || unit === name || name.includes(unit === 's' ? 'seconds' : unit) ? name : `${name} [${unit}]`;
}

/** Rows as objects by the names of their columns, with the unit of each column above them. */
export function tableJson({ head, rows, units = [] }: ExportTable, about: DataHead): string {
  const columns = head.map((name, place) => ({ name, unit: units[place] ?? null }));
  const objects = rows.map((row) => Object.fromEntries(head.map((name, place) => [name, valued(row[place])])));
  return `${JSON.stringify({ ...about, columns, rows: objects }, null, 1)}\n`;
}

/** What is empty says nothing. */
function valued(value: string | number | undefined): string | number | null {
  return value === undefined || value === '' ? null : value;
}

/** A table as Markdown; numbers stand at the right of their columns. */
export function tableMarkdown({ head, rows, units = [] }: ExportTable): string {
  const heads = head.map((name, place) => headed(name, units[place] ?? null));
  const right = head.map((_, place) => rows.length > 0 && rows.every((row) => isAmount(row[place])));
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(markdown).join(' | ')} |`;
  const rule = `| ${right.map((isRight) => (isRight ? '--:' : '---')).join(' | ')} |`;
  return `${[line(heads), rule, ...rows.map(line)].join('\n')}\n`;
}

function isAmount(value: string | number | undefined): boolean {
  return typeof value === 'number' || value === '' || value === undefined || /^[+−-]?[\d.,:]+|^–$/.test(value);
}

function markdown(value: string | number): string {
  return String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
