import { isConstant, mean, type Distribution } from '../../../shared/theory/distribution.ts';
import type { Scenario } from '../../../shared/scenario/scenario.ts';

/** The parameters in the form in which they may be typed: "boards=24", "opponent=exponential(mean 55)". */
export function paramWords(scenario: Scenario): string[] {
  const given = Object.entries(scenario.params as Record<string, unknown>).map(
    ([name, value]) => `${name}=${valueText(value)}`,
  );
  return [...given, `seed=${scenario.seed}`];
}

/** A parameter's value, in short. */
export function valueText(value: unknown): string {
  if (isDistribution(value)) {
    if (isConstant(value)) return String(mean(value));
    const { kind, ...numbers } = value;
    const named = Object.entries(numbers).map(([name, number]) => `${name} ${number}`);
    return `${kind}(${named.join(', ')})`;
  }
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function isDistribution(value: unknown): value is Distribution {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
