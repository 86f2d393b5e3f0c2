import { en } from '../i18n/en.ts';
import { fill } from '../i18n/fill.ts';
import type { ParameterField } from './fields.ts';

/** A value of a parameter in a line: "30 s", "exponential, mean 55 s", "who came last". */
export function valueText(value: unknown, field: ParameterField | undefined): string {
  const unit = field?.unit ? ` ${field.unit}` : '';
  if (value === null && field?.control === 'optional') return field.none;
  if (typeof value === 'number') return `${value}${unit}`;
  if (typeof value === 'string') return en.params.words[value] ?? value;
  const { kind, ...numbers } = (value ?? {}) as Record<string, unknown>;
  const text = typeof kind === 'string' ? en.params.shown[kind] : undefined;
  if (text === undefined) return JSON.stringify(value);
  return fill(text, { ...(numbers as Record<string, number>), unit });
}
