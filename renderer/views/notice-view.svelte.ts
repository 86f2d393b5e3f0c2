const KEY = 'simul.notice';

/** Whether the line that says what to notice is shown; kept from visit to visit. */
export class NoticeView {
  #shown = $state.raw(read());

  get shown(): boolean {
    return this.#shown;
  }

  set shown(shown: boolean) {
    this.#shown = shown;
    try {
      localStorage.setItem(KEY, shown ? 'shown' : 'hidden');
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'hidden';
  } catch {
    return true;
  }
}

export const notice = new NoticeView();
