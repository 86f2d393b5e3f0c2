import type { PictureChoice } from './exportable.ts';

/** How pictures are to look; the same for all that is exported, as long as the page is open. */
class Choice {
  #now = $state.raw<PictureChoice>({ palette: 'light', transparent: false, scale: 2 });

  get now(): PictureChoice {
    return this.#now;
  }

  change(part: Partial<PictureChoice>): void {
    this.#now = { ...this.#now, ...part };
  }
}

export const choice = new Choice();
