/** The instant under the pointer in any chart, so that others can show the same one; null for none. */
class Pointed {
  #at = $state.raw<number | null>(null);

  get at(): number | null {
    return this.#at;
  }

  set at(at: number | null) {
    this.#at = at;
  }
}

export const pointed = new Pointed();
