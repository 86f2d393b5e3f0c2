import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { menuTemplate } from '../../electron/main/menu.ts';
import { shellCommands } from '../../shared/protocol/shell.ts';

type Item = MenuItemConstructorOptions;

function menuOn(platform: NodeJS.Platform, developing = false): { items: Item[]; said: string[] } {
  const said: string[] = [];
  const command = (what: string) => said.push(what);
  const about = () => said.push('about');
  return { items: flat(menuTemplate({ platform, developing, command, about })), said };
}

function flat(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

describe.each(['darwin', 'linux', 'win32'] as const)('the menu on %s', (platform) => {
  const { items, said } = menuOn(platform);
  const accelerators = items.flatMap(({ accelerator }) => (accelerator === undefined ? [] : String(accelerator)));

  test('leaves single keys to the page', () => {
    expect(accelerators.length).toBeGreaterThan(5);
    for (const each of accelerators) expect(each).toMatch(/^(CmdOrCtrl\+.+|Ctrl\+Cmd\+.|F\d+)$/);
  });

  test('has no key twice', () => {
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });

  test('offers every command that the page knows, once', () => {
    for (const { click } of items) (click as (() => void) | undefined)?.();
    expect(said.toSorted()).toEqual(['about', ...shellCommands].toSorted());
  });

  test('reloads, zooms and fills the screen, and shows no tools that are for developers', () => {
    const roles = items.flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(expect.arrayContaining(['reload', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen']));
    expect(roles).toContain(platform === 'darwin' ? 'appMenu' : 'quit');
    expect(roles).not.toContain('toggleDevTools');
    expect(menuOn(platform, true).items.map(({ role }) => role)).toContain('toggleDevTools');
  });
});
