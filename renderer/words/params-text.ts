/** Parameters in one line, as they stand below an exported picture: "boards 24, think uniform 1-3". */
export function paramsText(params: unknown): string {
  if (typeof params !== 'object' || params === null) return '';
  return Object.entries(params)
    .map(([name, value]) => `${name} ${plain(value)}`)
    .join(', ');
}

/** A value as it is short: a distribution by its numbers, a list by its length. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const { kind, ...numbers } = value as Record<string, unknown>;
  const text = Object.values(numbers).join('-');
  return kind === 'constant' ? text : `${String(kind)} ${text}`;
}
