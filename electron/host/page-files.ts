import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

/** A file of the page, as it is sent. */
export interface PageFile {
  readonly body: Buffer<ArrayBuffer>;
  readonly type: string;
  /** Whether its name changes with its content, so that it may be kept for ever. */
  readonly immutable: boolean;
}

/** The files of the page by the paths under which they are asked for: "/index.html", "/assets/index-4fT2.js". */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Reads the built page. What is not in this list when the program starts cannot be asked for later, so that no path,
 * however it is written, leads out of the folder.
 *
 * @throws when the folder cannot be read or holds no index.html.
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, place).replaceAll('\\', '/')}`;
    const type = types[extname(entry.name)] ?? 'application/octet-stream';
    files.set(path, { body: readFileSync(place), type, immutable: path.startsWith('/assets/') });
  }
  if (!files.has('/index.html')) throw new Error('the page has no index.html');
  return files;
}

/** The file that a path stands for; undefined when there is none. The root is the page itself. */
export function pageFile(files: PageFiles, path: string): PageFile | undefined {
  return files.get(path === '/' ? '/index.html' : path);
}

/** How long a browser may keep a file: for ever where the name says what is in it, else not at all. */
export function cachingOf({ immutable }: PageFile): string {
  return immutable ? 'private, max-age=31536000, immutable' : 'no-store';
}
