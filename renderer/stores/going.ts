/**
 * Where the page has gone by itself. Until the host has answered, what it says of its clock is about the place before;
 * where nobody answers, the page has gone there alone.
 */
export class Going {
  #unanswered = 0;
  #alone: number | null = null;

  /** Whether the host is still on its way to where the page is. */
  get ahead(): boolean {
    return this.#unanswered > 0;
  }

  /** Is ahead until the host has answered; `reached` says whether there is one. */
  async until<A>(at: number, answer: Promise<A>, reached: () => boolean): Promise<A> {
    this.#unanswered++;
    const answered = await answer;
    this.#unanswered--;
    this.#alone = reached() ? null : at;
    return answered;
  }

  /** A host is there again: the instant to which the page went without one; null for none. */
  comeBack(): number | null {
    const alone = this.#alone;
    this.#alone = null;
    return alone;
  }
}
