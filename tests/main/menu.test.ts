import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { menuTemplate } from '../../electron/main/menu.ts';
import { shellCommands } from '../../shared/protocol/shell.ts';

type Item = MenuItemConstructorOptions;

function menuOn(platform: NodeJS.Platform, developing = false): { items: Item[]; said: string[] } {
  const said: string[] = [];
  const command = (what: string) => said.push(what);
  const recent = { recent: [], openRecent() {}, clearRecent() {} };
  return { items: flat(menuTemplate({ platform, developing, command, ...recent })), said };
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
    expect(said.toSorted()).toEqual(shellCommands.toSorted());
  });

  test('reloads, zooms and fills the screen, and shows no tools that are for developers', () => {
    const roles = items.flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(expect.arrayContaining(['reload', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen']));
    expect(roles).toContain(platform === 'darwin' ? 'appMenu' : 'quit');
    expect(roles).not.toContain('toggleDevTools');
    expect(menuOn(platform, true).items.map(({ role }) => role)).toContain('toggleDevTools');
  });
});

test('the menu offers the files that were opened last, by their paths', () => {
  const opened: string[] = [];
  const recent = ['/talks/a&b.simul.json', '/talks/c.png'];
  const template = menuTemplate({
    platform: 'linux',
    developing: false,
    command() {},
    recent,
    openRecent: (path) => opened.push(path),
    clearRecent: () => opened.push('none'),
  });
  const items = flat(template).find(({ label }) => label === 'Open Recent')!.submenu as Item[];
  expect(items.map(({ label }) => label)).toEqual([
    '/talks/a&&b.simul.json',
    '/talks/c.png',
    undefined,
    'Clear Recent',
  ]);
  for (const { click } of items) (click as (() => void) | undefined)?.();
  expect(opened).toEqual([...recent, 'none']);
});
