import { changed, type Stretch } from './zoom.ts';

/** The stretch of virtual time that charts show: one for all of them, so that they can be read together. */
class ShownStretch {
  #now = $state.raw<Stretch | null>(null);

  /** Null for the whole run of `end` seconds: also where the stretch is not within it any more. */
  within(end: number): Stretch | null {
    return this.#now === null || this.#now.from >= end ? null : this.#now;
  }

  set(stretch: Stretch | null): void {
    this.#now = stretch;
  }

  change(by: Parameters<typeof changed>[1], end: number): void {
    this.#now = changed(this.within(end), by, end);
  }
}

export const shownStretch = new ShownStretch();
