// Which room may import what. Data flows one way: scenario -> workload -> kernel -> trace -> folds -> session -> protocol
// -> transport -> client -> stores -> views. Imports point the same way, and the pure rooms know no Node.
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
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

export const ROOMS: Readonly<Record<string, Room>> = {
  shared: pure([], ['zod']),
  'electron/kernel': pure(['shared']),
  'electron/random': pure(['shared']),
  'electron/workloads': pure(['electron/kernel', 'electron/random', 'shared'], ['zod']),
  'electron/session': pure(['electron/workloads', 'electron/kernel', 'electron/random', 'shared']),
  // `vite` is the type of what the build puts in.
  'electron/host': onNode(['electron/session', 'electron/workloads', 'shared'], ['zod', 'vite']),
  // Worker threads and what they leave on disk; what a task is, is said by whoever has it done.
  'electron/experiment': onNode(['shared'], ['tinypool']),
  'electron/preload': pure(['shared'], ['electron']),
  'electron/main': onNode(['electron/host', 'electron/session', 'electron/workloads', 'shared'], ['electron']),
  'electron/web': onNode(['electron/host', 'electron/session', 'electron/workloads', 'shared'], ['ws']),
  'electron/cli': onNode(
    ['electron/experiment', 'electron/web', 'electron/host', 'electron/session', 'electron/workloads', 'shared'],
    ['commander', 'jsonc-parser', 'zod'],
  ),
  renderer: pure(['shared'], ['svelte', 'chart.js', 'bits-ui', '@lucide/svelte', 'vite']),
};

/** The room a file lies in, by its path from the repository's root; null outside every room. */
export function roomOf(file: string): string | null {
  return Object.keys(ROOMS).find((room) => file.startsWith(`${room}/`)) ?? null;
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
