import type { ControlProps, ControlReading } from './control.ts';
import { SLIDE_MS, WRITE_MS, type ParameterEdits } from './edits.svelte.ts';
import type { ParameterField } from './fields.ts';
import { problemsAt } from './problems.ts';

/** A parameter as it is put into a form: what it is, what it is now, and its default. */
export interface ParameterNow {
  readonly field: ParameterField;
  readonly value: unknown;
  readonly standard: unknown;
}

/** A parameter while somebody works on it: what its control reads, what is wrong with that, and how it is sent. */
export class Parameter {
  readonly #now: () => ParameterNow;
  readonly #edits: ParameterEdits;
  #reading = $state.raw<ControlReading | null>(null);
  #limits = $derived.by((): Readonly<Record<string, string>> => {
    if (this.#reading?.ok === false) return this.#reading.limits;
    const { path } = this.#now().field;
    const refused = Object.entries(problemsAt(this.#edits.problems(path), path));
    return Object.fromEntries(refused.map(([part, { limit }]) => [part, limit]));
  });

  constructor(now: () => ParameterNow, edits: ParameterEdits) {
    this.#now = now;
    this.#edits = edits;
  }

  /** What may stand there, where something else does; each said once. A list says it at its entries. */
  get limits(): readonly string[] {
    const own = this.#now().field.control === 'list' ? [this.#limits[''] ?? []].flat() : Object.values(this.#limits);
    return own.filter((limit, place, all) => all.indexOf(limit) === place);
  }

  /** Whether it is not its default. */
  get changed(): boolean {
    const { value, standard } = this.#now();
    return JSON.stringify(value) !== JSON.stringify(standard);
  }

  /** What its control is given. `messageId` is the id of the message beside it. */
  control(messageId: string): Omit<ControlProps, 'field'> {
    const { field, value, standard } = this.#now();
    const wrong = Object.keys(this.#limits);
    return {
      value,
      standard,
      busy: () => this.#edits.busy(field.path) || this.#reading?.ok === false,
      messageId: wrong.length > 0 ? messageId : undefined,
      limits: this.#limits,
      invalid: Object.fromEntries(wrong.map((part) => [part, true])),
      onslide: (next) => this.#take(next, SLIDE_MS),
      onwrite: (next) => this.#take(next, WRITE_MS),
      oncommit: () => this.#take(this.#reading, 0),
    };
  }

  /** Puts it back to its default. */
  reset(): void {
    this.#reading = null;
    const { field, standard } = this.#now();
    void this.#edits.send(field.path, standard);
  }

  #take(next: ControlReading | null, ms: number): void {
    this.#reading = next;
    const { path } = this.#now().field;
    if (next?.ok !== true || this.#isInForce(next.value)) this.#edits.drop(path);
    else if (ms > 0) this.#edits.settle(path, next.value, ms);
    else if (this.#edits.waiting(path)) void this.#edits.send(path, next.value);
  }

  #isInForce(next: unknown): boolean {
    const { field, value } = this.#now();
    return !this.#edits.underWay(field.path) && JSON.stringify(next) === JSON.stringify(value);
  }
}
