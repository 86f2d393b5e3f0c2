/** A table with the heads of its columns. */
export interface CsvTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table as CSV after RFC 4180. */
export function csvText({ head, rows }: CsvTable): string {
  return [head, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(value: string | number): string {
  // A sign of a formula at its beginning would be carried out by a spreadsheet.
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
