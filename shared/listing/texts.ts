/** A program's texts in Python: under each model it is written as one writes it there. */
import type { ModelId, Scenario } from '../scenario/scenario.ts';
import { InputError, problem } from '../scenario/problem.ts';
import { flagsOf, Listing, type ListingLine } from './listing.ts';

/** A text as it is written, and as it is sent to a page. */
export interface WrittenText {
  readonly source: string;
  /** Python that only the script that is taken home needs: what stands behind the text's script lines. */
  readonly support?: string;
  /** Words of parameters that mean nothing under its model. */
  readonly without?: readonly string[];
}

/** The texts as they are written, by the models that the program runs under. */
export type WrittenTexts = Readonly<Partial<Record<ModelId, WrittenText>>>;

export class Texts<L extends string = string> {
  readonly written: WrittenTexts;
  readonly #listings = new Map<ModelId, Listing<L>>();

  /** @throws Error when a line carries another label than those given, or a label has a line in no text. */
  constructor(written: WrittenTexts, labels?: readonly L[]) {
    this.written = written;
    for (const [model, { source }] of Object.entries(written) as [ModelId, WrittenText][]) {
      this.#listings.set(model, new Listing(source, labels));
    }
    const found = [...this.#listings.values()].flatMap((listing) => [...listing.labels]);
    for (const label of labels ?? []) if (!found.includes(label)) throw new Error(`no line has the label ${label}`);
  }

  get models(): readonly ModelId[] {
    return [...this.#listings.keys()];
  }

  /** @throws InputError for a model that the program does not run under. */
  listing(model: ModelId): Listing<L> {
    const found = this.#listings.get(model);
    if (found === undefined) throw new InputError([problem('model', model, `one of ${this.models.join(', ')}`)]);
    return found;
  }

  /** The text of a model with what belongs to it. */
  text(model: ModelId): WrittenText {
    return this.written[model] ?? { source: this.listing(model).source };
  }

  /** The lines on screen of a scenario; parameters as they are at an instant. */
  lines(scenario: Scenario, params: object = scenario.params as object): ListingLine[] {
    // The variant and the words among the parameters are settled when the run begins.
    const flags = flagsOf(scenario.variant, scenario.params);
    return this.listing(scenario.model).lines(flags, gapsOf(scenario, params));
  }

  /** The number of each label's line in a run; 0 for a label that has none there. */
  at({ model, variant, params }: Pick<Scenario, 'model' | 'variant' | 'params'>): Readonly<Record<L, number>> {
    return this.listing(model).at(flagsOf(variant, params));
  }
}

/** What fills the gaps of a text: the parameters, and how many workers there are. */
export function gapsOf({ workers }: Pick<Scenario, 'workers'>, params: object): object {
  return { ...params, workers };
}
