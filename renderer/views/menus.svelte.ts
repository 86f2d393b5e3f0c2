/** The menu of the toolbar that is open: its button, or its key, opens it. */
export type MenuName = 'speed' | 'lanes';

class Menus {
  #open = $state.raw<MenuName | null>(null);

  isOpen(name: MenuName): boolean {
    return this.#open === name;
  }

  set(name: MenuName, open: boolean): void {
    if (open) this.#open = name;
    else if (this.#open === name) this.#open = null;
  }
}

export const menus = new Menus();
