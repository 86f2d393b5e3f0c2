import type { PanelId } from './panel.ts';
import { PANELS_MOST, toggled } from './panel.ts';

const KEY = 'simul.charts';

/** Which charts stand beside each other in the large view, and which of them is alone there; kept from visit to visit. */
class Arrangement {
  #wanted = $state.raw<readonly PanelId[]>(read());
  #alone = $state.raw<PanelId | null>(null);

  /** Those of the ones that there are. */
  of(offered: readonly PanelId[]): readonly PanelId[] {
    const shown = this.#wanted.filter((id) => offered.includes(id));
    return shown.length === 0 ? offered.slice(0, 1) : shown;
  }

  /** The one that has all of the room; null where they share it. */
  get alone(): PanelId | null {
    return this.#alone;
  }

  set alone(id: PanelId | null) {
    this.#alone = id;
  }

  /** Shows a panel beside the others, or takes it away. */
  toggle(id: PanelId, offered: readonly PanelId[]): void {
    this.#keep(toggled(this.of(offered), id));
  }

  /** Shows a panel first, as it was chosen elsewhere. */
  begin(id: PanelId): void {
    this.#alone = null;
    if (!this.#wanted.includes(id)) this.#keep([id, ...this.#wanted.slice(1)]);
  }

  #keep(wanted: readonly PanelId[]): void {
    this.#wanted = wanted;
    this.#alone = null;
    try {
      localStorage.setItem(KEY, JSON.stringify(wanted));
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }
}

function read(): readonly PanelId[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    // What is no panel is offered by nobody, and so not shown.
    return kept.filter((id) => typeof id === 'string').slice(0, PANELS_MOST) as PanelId[];
  } catch {
    return [];
  }
}

export const arrangement = new Arrangement();
