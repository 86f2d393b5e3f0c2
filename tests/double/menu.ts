/** The native menu, as a tree that can be looked at, chosen from and reached by its keys. */
import type { MenuItemConstructorOptions } from 'electron';
import { z } from 'zod';
import { check, strict } from './strict.ts';
import { windows } from './window.ts';

type Role = NonNullable<MenuItemConstructorOptions['role']>;

/** What Electron's own items do here. Those that only a system can do are there and do nothing. */
const ROLES: Partial<Record<Role, { readonly accelerator?: string; readonly run?: () => void }>> = {
  reload: { accelerator: 'CmdOrCtrl+R', run: () => windows[0]?.contents.reload() },
  resetZoom: { accelerator: 'CmdOrCtrl+0', run: () => zoom(() => 0) },
  zoomIn: { accelerator: 'CmdOrCtrl+Plus', run: () => zoom((level) => level + 0.5) },
  zoomOut: { accelerator: 'CmdOrCtrl+-', run: () => zoom((level) => level - 0.5) },
  togglefullscreen: { run: () => windows[0]?.setFullScreen(!windows[0].isFullScreen()) },
  close: { accelerator: 'CmdOrCtrl+W', run: () => windows[0]?.close() },
  quit: { accelerator: 'CmdOrCtrl+Q', run: () => quit?.() },
  toggleDevTools: {},
  appMenu: {},
  editMenu: {},
  windowMenu: {},
  help: {},
  recentDocuments: {},
  clearRecentDocuments: {},
};
let quit: (() => void) | null = null;

export function onQuit(listener: () => void): void {
  quit = listener;
}

function zoom(change: (level: number) => number): void {
  const contents = windows[0]?.contents;
  if (contents !== undefined) contents.zoomLevel = change(contents.zoomLevel);
}

/** Modifiers and keys as Electron's documentation of accelerators has them. */
const ACCELERATOR =
  /^((Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|Shift|Super|Meta)\+)*([A-Z0-9]|F([1-9]|1\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Esc|Escape|[!-/:-@[-`{-~])$/;

const itemType: z.ZodType<MenuItemConstructorOptions> = z.lazy(() =>
  z.strictObject({
    id: z.exactOptional(z.string()),
    label: z.exactOptional(z.string()),
    type: z.exactOptional(z.enum(['normal', 'separator', 'submenu', 'checkbox', 'radio'])),
    role: z.exactOptional(z.enum(Object.keys(ROLES) as Role[])),
    accelerator: z.exactOptional(z.string().regex(ACCELERATOR)),
    enabled: z.exactOptional(z.boolean()),
    click: z.exactOptional(z.custom<() => void>((value) => typeof value === 'function')),
    submenu: z.exactOptional(z.array(itemType)),
  }),
);

/** An entry as a test sees it. */
export interface MenuEntry {
  readonly label: string;
  readonly role: string | null;
  readonly accelerator: string | null;
  readonly enabled: boolean;
  readonly submenu: readonly MenuEntry[];
}

let current: readonly MenuItemConstructorOptions[] = [];

export const Menu = strict('Menu', {
  buildFromTemplate(template: MenuItemConstructorOptions[]): object {
    check('Menu.buildFromTemplate', [template], z.array(itemType));
    for (const { label, role, type } of flat(template)) {
      if (label === undefined && role === undefined && type !== 'separator') {
        throw new TypeError('an item of a menu has a label, a role or a type');
      }
    }
    return { template };
  },
  setApplicationMenu(menu: object) {
    current = (menu as { template: readonly MenuItemConstructorOptions[] }).template;
  },
});

function childrenOf({ submenu }: MenuItemConstructorOptions): readonly MenuItemConstructorOptions[] {
  return Array.isArray(submenu) ? submenu : [];
}

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...flat(childrenOf(item))]);
}

function acceleratorOf({ accelerator, role }: MenuItemConstructorOptions): string | null {
  return accelerator ?? (role === undefined ? null : (ROLES[role]?.accelerator ?? null));
}

export function menuEntries(items = current): MenuEntry[] {
  return items.map((item) => ({
    label: item.label ?? '',
    role: item.role ?? null,
    accelerator: acceleratorOf(item),
    enabled: item.enabled ?? true,
    submenu: menuEntries(childrenOf(item)),
  }));
}

/** Chooses an entry by the labels, or roles, that lead to it. */
export function choose(...way: string[]): void {
  let items = current;
  let found: MenuItemConstructorOptions | undefined;
  for (const name of way) {
    found = items.find(({ label, role }) => label === name || role === name);
    if (found === undefined) throw new Error(`the menu has no ${way.join(' > ')}`);
    items = childrenOf(found);
  }
  run(found!);
}

/** Presses the keys of an entry: "CmdOrCtrl+O". */
export function press(accelerator: string): void {
  const found = flat(current).filter((item) => acceleratorOf(item) === accelerator);
  if (found.length !== 1) throw new Error(`${found.length} entries of the menu have ${accelerator}`);
  run(found[0]!);
}

function run(item: MenuItemConstructorOptions): void {
  if (item.enabled === false) throw new Error(`${item.label} is disabled`);
  if (item.role !== undefined) ROLES[item.role]?.run?.();
  else (item.click as (() => void) | undefined)?.();
}
