// Which room may import what. Data flows one way: scenario -> workload -> kernel -> trace -> folds -> session -> protocol
// -> transport -> client -> stores -> views. Imports point the same way, and the pure rooms know no Node.
import { existsSync, readdirSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import ts from 'typescript';

/** What one room may import besides itself. */
export interface Room {
  /** Other rooms, by folder. */
  readonly rooms: readonly string[];
  /** Packages, by name; their subpaths are allowed too. */
  readonly packages: readonly string[];
  /** Whether Node's own modules are allowed. */
  readonly node: boolean;
}

const pure = (rooms: string[], packages: string[] = []): Room => ({ rooms, packages, node: false });
const onNode = (rooms: string[], packages: string[] = []): Room => ({ rooms, packages, node: true });

/** The folders of the kinds of stage. */
export const stageKinds: readonly string[] = readdirSync(resolve(import.meta.dirname, '../../renderer/stage'), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
  .map(({ name }) => name);

export const ROOMS: Readonly<Record<string, Room>> = {
  shared: pure([], ['zod']),
  'electron/kernel': pure(['shared']),
  'electron/random': pure(['shared']),
  'electron/workloads': pure(['electron/kernel', 'electron/random', 'shared'], ['zod']),
  'electron/session': pure(['electron/workloads', 'electron/kernel', 'electron/random', 'shared']),
  // `vite` is the type of what the build puts in.
  'electron/host': onNode(['electron/experiment', 'electron/session', 'electron/workloads', 'shared'], ['zod', 'vite']),
  // Worker threads and what they leave on disk; what a task is, is said by whoever has it done.
  'electron/experiment': onNode(['shared'], ['tinypool']),
  'electron/preload': pure(['shared'], ['electron']),
  'electron/main': onNode(
    ['electron/experiment', 'electron/host', 'electron/session', 'electron/workloads', 'shared'],
    ['electron'],
  ),
  'electron/web': onNode(['electron/host', 'electron/session', 'electron/workloads', 'shared'], ['ws']),
  'electron/cli': onNode(
    ['electron/experiment', 'electron/web', 'electron/host', 'electron/session', 'electron/workloads', 'shared'],
    ['commander', 'jsonc-parser', 'zod'],
  ),
  ...pageRooms(),
};

/**
 * The rooms of the page. What may be imported grows from the wire to the window: client, stores, picture, the kit of
 * stages, a room for each kind of stage, the registry of kinds, panels, views.
 */
function pageRooms(): Record<string, Room> {
  const inPage = (rooms: string[], packages: string[] = []): Room =>
    pure(['shared', ...rooms.map((room) => `renderer/${room}`)], ['svelte', ...packages]);
  const icons = '@lucide/svelte';
  const kit = ['stage/kit', 'picture', 'components', 'words', 'stores', 'client'];
  const panel = ['stage', ...kit];
  return {
    'renderer/client': inPage([]),
    'renderer/words': inPage([]),
    'renderer/components': inPage(['words'], [icons]),
    'renderer/stores': inPage(['words', 'client']),
    'renderer/picture': inPage(['stores']),
    'renderer/stage/kit': inPage(['picture', 'components', 'words', 'stores', 'client'], [icons]),
    ...Object.fromEntries(stageKinds.map((kind) => [`renderer/stage/${kind}`, inPage(kit, [icons])])),
    'renderer/stage': inPage([...stageKinds.map((kind) => `stage/${kind}`), 'exports', ...kit]),
    // What is taken home, whatever it is: it knows no panel.
    'renderer/exports': inPage(
      ['picture', 'components', 'words', 'stores', 'client'],
      [icons, 'bits-ui', '@fontsource-variable'],
    ),
    'renderer/timeline': inPage([...panel, 'exports', 'params'], [icons]),
    // Stretches of virtual time are zoomed and written as in the timeline.
    'renderer/charts': inPage([...panel, 'exports', 'timeline'], [icons, 'chart.js']),
    'renderer/experiments': inPage([...panel, 'exports', 'charts', 'params'], [icons]),
    'renderer/log': inPage([...panel, 'params'], [icons]),
    'renderer/params': inPage(['components', 'picture', 'words', 'stores', 'client'], [icons, 'bits-ui']),
    'renderer/listing': inPage([...panel, 'exports'], [icons, 'bits-ui']),
    'renderer/gallery': inPage([...panel, 'listing'], [icons]),
    'renderer/views': inPage(
      [...panel, 'exports', 'timeline', 'charts', 'experiments', 'log', 'params', 'listing', 'gallery'],
      [icons, 'bits-ui'],
    ),
    'renderer/styles': inPage([]),
    // The entry: it puts the parts together, and the types of what the build puts in.
    'renderer/main.ts': inPage(['views', 'stage', 'stores', 'client', 'styles'], ['vite']),
  };
}

/** The room a file lies in, by its path from the repository's root; null outside every room. */
export function roomOf(file: string): string | null {
  const rooms = Object.keys(ROOMS).filter((room) => file === room || file.startsWith(`${room}/`));
  // Of rooms within rooms the innermost.
  return rooms.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Everything a source file imports: `import`, `export from`, `import()`, `import type`, and the same in Svelte's scripts. */
export function importsOf(file: string, source: string): string[] {
  const code = file.endsWith('.svelte')
    ? [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : source;
  const { importedFiles, referencedFiles, typeReferenceDirectives } = ts.preProcessFile(code, true, true);
  return [...importedFiles, ...referencedFiles, ...typeReferenceDirectives].map(({ fileName }) => fileName);
}

/** What is wrong with one import, in a sentence that names the file, the import and the rule; null if nothing is. */
export function problemWith(
  file: string,
  imported: string,
  exists: (path: string) => boolean = existsSync,
  root = '.',
): string | null {
  const name = roomOf(file);
  const room = name === null ? undefined : ROOMS[name];
  if (name === null || room === undefined)
    return `${file} lies in no room: give its folder a line in the table of rooms`;
  const refuse = (rule: string) => `${file} imports '${imported}': ${rule}`;
  const [path = ''] = imported.split('?');

  if (path.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(file), path));
    const targetRoom = roomOf(target);
    if (targetRoom === null) return refuse('it leaves the rooms');
    if (targetRoom !== name && !room.rooms.includes(targetRoom)) {
      return refuse(`${name} may import ${[...room.rooms, 'itself'].join(', ')}, not ${targetRoom}`);
    }
    return exists(join(root, target)) ? null : refuse(`there is no file ${target}; write the path with its extension`);
  }
  if (path.startsWith('node:')) return room.node ? null : refuse(`${name} knows no Node`);
  if (room.packages.some((allowed) => path === allowed || path.startsWith(`${allowed}/`))) return null;
  const packages = room.packages.length === 0 ? 'no package' : `no package but ${room.packages.join(', ')}`;
  return refuse(`${name} may import ${packages}${room.node ? " (Node's own modules are written node:...)" : ''}`);
}
