import { mistakeOf, type Mistake } from '../../shared/listing/mistake.ts';
import { session } from '../stores/session.svelte.ts';
import { costText, divergenceAt } from './pair.ts';

/** The pair of lanes on screen that shows a mistake, if there is one: where its timelines part, and what it costs. */
class PairView {
  #mistake = $derived.by(() => mistakeOf(session.lanes.map(({ info }) => info), session.entry?.mistakes ?? [])); // prettier-ignore
  #divergesAt = $derived.by(() => {
    const [right, wrong] = session.lanes;
    if (this.#mistake === null || right === undefined || wrong === undefined) return null;
    void [right.version, wrong.version];
    return divergenceAt([right, wrong], session.entry?.vocabulary ?? []);
  });
  #diverged = $derived(this.#divergesAt !== null && session.clock.at >= this.#divergesAt);
  #cost = $derived.by(() => {
    const [right, wrong] = session.lanes;
    if (this.#mistake === null || right === undefined || wrong === undefined) return null;
    void [right.version, wrong.version];
    return costText([right, wrong], this.#mistake, session.entry?.vocabulary ?? []);
  });

  /** What each lane shows of the mistake; an empty list where the lanes are no such pair. */
  get verdicts(): readonly ('right' | 'wrong')[] {
    return this.#mistake === null ? [] : ['right', 'wrong'];
  }

  /** Null while the lanes on screen are no such pair. */
  get mistake(): Mistake | null {
    return this.#mistake;
  }

  /** Virtual seconds; null while it is not known. */
  get divergesAt(): number | null {
    return this.#divergesAt;
  }

  /** Whether the clock has come that far. */
  get diverged(): boolean {
    return this.#diverged;
  }

  /** In a sentence; null while it is not known. */
  get cost(): string | null {
    return this.#cost;
  }
}

export const pair = new PairView();
