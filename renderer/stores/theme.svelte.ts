export const themes = ['light', 'dark', 'system', 'projector'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'simul.theme';

/** How the page is coloured; kept from visit to visit. */
export class ThemeStore {
  #choice = $state.raw<Theme>('system');
  #systemIsDark = $state.raw(false);

  constructor() {
    const kept = read();
    if (themes.some((theme) => theme === kept)) this.#choice = kept as Theme;
  }

  get choice(): Theme {
    return this.#choice;
  }

  set choice(theme: Theme) {
    this.#choice = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }

  /** The palette in force: what "system" comes to at the moment. */
  get shown(): Exclude<Theme, 'system'> {
    if (this.#choice !== 'system') return this.#choice;
    return this.#systemIsDark ? 'dark' : 'light';
  }

  /** Follows the system's own setting. The answer stops it. */
  follow(query: MediaQueryList): () => void {
    const take = () => (this.#systemIsDark = query.matches);
    take();
    query.addEventListener('change', take);
    return () => query.removeEventListener('change', take);
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export const theme = new ThemeStore();
