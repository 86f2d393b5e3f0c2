/**
 * What theory says of a run, for the page, its charts and the command line. A workload names its closed forms by an
 * id, which the catalogue carries, and whether they apply is decided here and nowhere else.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { exhibitionForms } from './exhibition-forms.ts';
import type { Forms, Knee, Prediction } from './forms.ts';
import { requestsForms } from './requests-forms.ts';

const forms = { exhibition: exhibitionForms, requests: requestsForms } as const satisfies Readonly<
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

function silent(why: string, total: number | null): Theory {
  return { prediction: null, why, total, knee: null };
}
