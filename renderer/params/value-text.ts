import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import type { ParameterField } from './fields.ts';

/** A value of a parameter in a line: "30 s", "exponential, mean 55 s", "who came last". */
export function valueText(value: unknown, field: ParameterField | undefined): string {
  const unit = field?.unit ? ` ${field.unit}` : '';
  if (value === null && field?.control === 'optional') return field.none;
  if (typeof value === 'number') return `${value}${unit}`;
  if (typeof value === 'boolean') return value ? en.params.on : en.params.off;
  if (typeof value === 'string') return en.params.words[value] ?? value;
  if (Array.isArray(value)) return listText(value);
  const { kind, ...numbers } = (value ?? {}) as Record<string, unknown>;
  const text = typeof kind === 'string' ? en.params.shown[kind] : undefined;
  if (text === undefined) return JSON.stringify(value);
  return fill(text, { ...(numbers as Record<string, number>), unit });
}

/** Entries that are told one by one. */
const TOLD_MAX = 8;

/** A list in a line: "9, 8, 7", "A 5 0, B 3 2". */
function listText(list: readonly unknown[]): string {
  const told = list.slice(0, TOLD_MAX).map((entry) => {
    return typeof entry === 'object' && entry !== null ? Object.values(entry).join(' ') : String(entry);
  });
  const rest = list.length - told.length;
  return told.join(', ') + (rest > 0 ? fill(en.params.list.more, { count: rest }) : '');
}
