import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, problemWith, ROOMS, roomOf } from './rooms.ts';

const root = resolve(import.meta.dirname, '../..');

function sourceFiles(): string[] {
  return ['shared', 'electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\.(ts|js|mjs|cjs|svelte)$/.test(path)),
  );
}

/** Pretends that every file exists, so that the rules can be tried without any. */
const check = (file: string, imported: string) => problemWith(file, imported, () => true);

describe('imports point one way', () => {
  test('every source file lies in a room', () => {
    expect(sourceFiles().filter((file) => roomOf(file) === null)).toEqual([]);
  });

  test('every import of every room is allowed', () => {
    const problems = sourceFiles().flatMap((file) =>
      importsOf(file, readFileSync(join(root, file), 'utf8'))
        .map((imported) => problemWith(file, imported, undefined, root))
        .filter((problem) => problem !== null),
    );
    expect(problems).toEqual([]);
  });

  test('no two rooms import each other, directly or through others', () => {
    const reach = (room: string): string[] => (ROOMS[room]?.rooms ?? []).flatMap((next) => [next, ...reach(next)]);
    expect(Object.keys(ROOMS).filter((room) => reach(room).includes(room))).toEqual([]);
  });
});

describe('the rule of imports', () => {
  test('refuses what points the wrong way and says why', () => {
    const refused = [
      ['shared/fold/state.ts', '../../electron/kernel/loop.ts'],
      ['electron/kernel/loop.ts', '../random/random.ts'],
      ['electron/kernel/loop.ts', 'node:perf_hooks'],
      ['electron/session/pacer.ts', '../host/host.ts'],
      ['electron/session/pacer.ts', 'ws'],
      ['electron/web/server.ts', 'electron'],
      ['electron/web/server.ts', 'fs'],
      ['renderer/log/Lane.svelte', '../../electron/kernel/loop.ts'],
      ['renderer/client/socket.ts', '../words/en.ts'],
      ['renderer/stage/boards/boards.ts', '../queue/queue.ts'],
      ['renderer/main.ts', '../tests/support/log.ts'],
    ] as const;
    expect(refused.map(([file, imported]) => check(file, imported))).toEqual([
      "shared/fold/state.ts imports '../../electron/kernel/loop.ts': shared may import itself, not electron/kernel",
      "electron/kernel/loop.ts imports '../random/random.ts': electron/kernel may import shared, itself, not electron/random",
      "electron/kernel/loop.ts imports 'node:perf_hooks': electron/kernel knows no Node",
      "electron/session/pacer.ts imports '../host/host.ts': electron/session may import electron/workloads, electron/kernel, electron/random, shared, itself, not electron/host",
      "electron/session/pacer.ts imports 'ws': electron/session may import no package",
      "electron/web/server.ts imports 'electron': electron/web may import no package but ws (Node's own modules are written node:...)",
      "electron/web/server.ts imports 'fs': electron/web may import no package but ws (Node's own modules are written node:...)",
      "renderer/log/Lane.svelte imports '../../electron/kernel/loop.ts': renderer/log may import shared, renderer/stage, renderer/stage/kit, renderer/picture, renderer/components, renderer/words, renderer/stores, renderer/client, renderer/params, itself, not electron/kernel",
      "renderer/client/socket.ts imports '../words/en.ts': renderer/client may import shared, itself, not renderer/words",
      "renderer/stage/boards/boards.ts imports '../queue/queue.ts': renderer/stage/boards may import shared, renderer/stage/kit, renderer/picture, renderer/components, renderer/words, renderer/stores, renderer/client, itself, not renderer/stage/queue",
      "renderer/main.ts imports '../tests/support/log.ts': it leaves the rooms",
    ]);
  });

  test('refuses a path without its extension', () => {
    expect(problemWith('shared/trace/read.ts', './events', undefined, root)).toBe(
      "shared/trace/read.ts imports './events': there is no file shared/trace/events; write the path with its extension",
    );
  });

  test('lets through what points inwards', () => {
    const allowed = [
      ['shared/scenario/schema.ts', 'zod'],
      ['electron/workloads/queue.ts', '../kernel/loop.ts'],
      ['electron/host/host.ts', 'node:events'],
      ['electron/cli/index.ts', 'commander'],
      ['renderer/views/Listing.ts', '../../shared/chess/games.json?raw'],
      ['renderer/stage/boards/boards.ts', '../kit/kind.ts'],
      ['renderer/charts/view.ts', '../stage/kinds.ts'],
      ['renderer/main.ts', 'svelte/transition'],
    ] as const;
    expect(allowed.map(([file, imported]) => check(file, imported)).filter((problem) => problem !== null)).toEqual([]);
  });

  test('sees every way to write an import', () => {
    const source = [
      "import a from './a.ts';",
      "import type { B } from './b.ts';",
      "export * from './c.ts';",
      "export const d = () => import('./d.ts');",
      "export type E = import('./e.ts').E;",
      "import './f.ts';",
    ].join('\n');
    const found = ['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.ts'];
    expect(importsOf('shared/x.ts', source).sort()).toEqual(found);
    const component = `<script module lang="ts">\n${source}\n</script>\n<p>import './g.ts'</p>`;
    expect(importsOf('renderer/X.svelte', component).sort()).toEqual(found);
  });
});
