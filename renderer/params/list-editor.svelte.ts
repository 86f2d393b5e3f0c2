import { untrack } from 'svelte';
import { en } from '../words/en.ts';
import { fill } from '../words/fill.ts';
import type { ControlProps } from './control.ts';
import type { FieldOf } from './fields.ts';
import { listDraftOf, readList, withEntry, withMoved, withoutEntry, type ListDraft } from './list-draft.ts';
import { pageOf } from './pages.ts';

type Props = Pick<ControlProps<FieldOf<'list'>>, 'field' | 'value' | 'busy' | 'onslide' | 'onwrite'>;

/** A list while somebody works on it: its entries, the page of them that is shown, and what is said of a change. */
export class ListEditor {
  readonly #props: () => Props;
  #draft = $state.raw<ListDraft>([]);
  #first = $state(0);
  #said = $state('');
  #held: number | null = null;
  #reading = $derived.by(() => readList(this.#draft, this.#props().field));

  /** To be made where effects may be: the entries follow the value in force, unless something is on its way. */
  constructor(props: () => Props) {
    this.#props = props;
    const inForce = $derived(JSON.stringify(props().value));
    this.#draft = untrack(() => listDraftOf(props().value, props().field));
    $effect.pre(() => {
      const now = inForce;
      untrack(() => {
        const reading = this.#reading;
        const same = reading.ok && JSON.stringify(reading.value) === now;
        if (!same && !props().busy()) this.#draft = listDraftOf(JSON.parse(now), props().field);
      });
    });
  }

  get draft(): ListDraft {
    return this.#draft;
  }

  /** The first entry that is shown. */
  get from(): number {
    return Math.min(this.#first, pageOf(this.#draft.length - 1));
  }

  /** What happened last, for who cannot see it. */
  get said(): string {
    return this.#said;
  }

  /** Shows the page on which an entry is. */
  show(place: number): void {
    this.#first = pageOf(place);
  }

  write(place: number, column: number, text: string): void {
    const { onwrite } = this.#props();
    const changed = this.#draft[place]!.map((old, each) => (each === column ? text : old));
    this.#draft = this.#draft.map((texts, each) => (each === place ? changed : texts));
    onwrite(this.#reading);
  }

  /** Adds an entry; the answer is its place. */
  add(): number {
    this.#change(withEntry(this.#draft, this.#props().field), this.#draft.length);
    return this.#draft.length - 1;
  }

  /** Removes an entry; the answer is the place of the one that comes to stand there, or of the last one. */
  remove(place: number): number {
    const left = this.#draft.length - 1;
    const next = Math.min(place, left - 1);
    this.#change(withoutEntry(this.#draft, place), next);
    this.#said = fill(en.params.list.removed, { number: place + 1, count: left });
    return next;
  }

  /** Moves an entry by so many places; the answer is where it is then, null where it could not be moved. */
  move(place: number, by: number): number | null {
    const to = place + by;
    if (to < 0 || to >= this.#draft.length) return null;
    this.#change(withMoved(this.#draft, place, to), to);
    this.#said = fill(en.params.list.moved, { number: to + 1, count: this.#draft.length });
    return to;
  }

  /** An entry is held with the pointer. */
  grab(place: number): void {
    this.#held = place;
  }

  /** The entry that is held takes the place of another one. */
  drag(to: number): void {
    if (this.#held === null || to === this.#held) return;
    this.#draft = withMoved(this.#draft, this.#held, to);
    this.#held = to;
  }

  drop(): void {
    this.#held = null;
    this.#props().onslide(this.#reading);
  }

  #change(next: ListDraft, shown: number): void {
    this.#draft = next;
    this.show(shown);
    this.#props().onslide(this.#reading);
  }
}
