/**
 * What theory says of a run, for the page, its charts and the command line. A workload names its closed forms by an
 * id, which the catalogue carries, and whether they apply is decided here and nowhere else.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { exhibitionForms } from './exhibition-forms.ts';
import type { Forms, Knee, Prediction } from './forms.ts';
import type { Measures } from './measures.ts';
import { queueForms } from './queue-forms.ts';
import { requestsForms } from './requests-forms.ts';

const forms = { exhibition: exhibitionForms, queue: queueForms, requests: requestsForms } as const satisfies Readonly<
  Record<string, Forms>
>;

/** The programs that have closed forms. */
export type TheoryId = keyof typeof forms;

export interface Theory {
  /** Null where theory does not apply; `why` then says the reason. */
  readonly prediction: Prediction | null;
  /** Why theory does not apply, in a sentence; null where it does. */
  readonly why: string | null;
  /** Units that the whole run does, as far as they are certain beforehand. */
  readonly total: number | null;
  /** Null where theory does not apply, and in programs that have no knee. */
  readonly knee: Knee | null;
}

/** What theory says of a scenario; `id` names the closed forms of its workload, null stands for none. */
export function theoryOf(id: TheoryId | null, scenario: Scenario): Theory {
  if (id === null) return silent('No closed form is known for this program.', null);
  const program: Forms = forms[id];
  const { params, edits, variant } = scenario;
  // What is edited under way is never structural, and a variant does the same units: their number stands.
  const units = program.total?.(params) ?? null;
  if (variant !== null) return silent('No closed form holds for a variant of the program.', units);
  if (edits.length > 0) return silent('No closed form follows a change under way.', units);
  const found = program.predict(scenario);
  const at = program.knee?.(params) ?? null;
  if (typeof found === 'string') return { ...silent(found, units), knee: at };
  return { prediction: found, why: null, total: units, knee: at };
}

/** What theory says of the figures of a run. */
export interface FigureTheory {
  /** Values by figure, as far as something is known. */
  readonly values: Measures;
  /** What a simpler law says of some of these figures too. */
  readonly beside: Measures;
  /** Why nothing is known of the others, in a sentence. */
  readonly why: string;
  /** Where more of a parameter begins to cost time: which, and at what value; null where there is no such point. */
  readonly knee: { readonly path: string; readonly value: number } | null;
}

/** What theory says of all figures of a scenario: makespan, waits, the use of the processor, the speed-up. */
export function figureTheory(id: TheoryId | null, scenario: Scenario): FigureTheory {
  const { prediction, why, knee } = theoryOf(id, scenario);
  const program: Forms | null = id === null ? null : forms[id];
  const applies = program !== null && scenario.variant === null && scenario.edits.length === 0;
  const own: Measures =
    prediction === null ? {} : { makespan: { value: prediction.makespan, by: prediction.exact ? 'exact' : 'means' } };
  return {
    values: applies ? { ...own, ...program.measures?.(scenario) } : own,
    beside: applies ? (program.beside?.(scenario) ?? {}) : {},
    why: (applies ? program.whyNot?.(scenario) : null) ?? why ?? 'No closed form is known for this figure.',
    knee:
      knee === null || program?.kneeOf === undefined || !Number.isFinite(knee.least)
        ? null
        : { path: program.kneeOf, value: knee.least },
  };
}

/** The distribution of waits that theory knows: the share that is no longer than so many seconds; null where it knows none. */
export function waitsWithin(id: TheoryId | null, scenario: Scenario): ((seconds: number) => number) | null {
  if (id === null || scenario.variant !== null || scenario.edits.length > 0) return null;
  const program: Forms = forms[id];
  return program.waitsWithin?.(scenario) ?? null;
}

function silent(why: string, total: number | null): Theory {
  return { prediction: null, why, total, knee: null };
}
