// What a browser has to fetch before the first board is there, by the manifest of the build in out/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { pageResponse } from '../../electron/main/page-response.ts';
import { readPageFiles } from '../../electron/host/page-files.ts';
import { ensure, root } from '../../scripts/ensure.mjs';

const FIRST_BOARD_MOST = 200_000;
const page = join(root, 'out/renderer');

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
let chunks: Readonly<Record<string, Chunk>> = {};

/** The files that these need, themselves included, without what arrives later. */
function closure(names: readonly string[], found = new Set<string>()): ReadonlySet<string> {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    closure(chunks[name]?.imports ?? [], found);
  }
  return found;
}

const entry = () => Object.keys(chunks).find((name) => chunks[name]!.isEntry)!;
const firstBoard = () => [...closure([entry(), 'stage/boards/boards.ts'])];

beforeAll(() => {
  ensure();
  chunks = JSON.parse(readFileSync(join(page, 'manifest.json'), 'utf8')) as typeof chunks;
}, 120_000);

test('the first board needs less than 200 kB of JavaScript, compressed', () => {
  const sizes = firstBoard().map((name) => gzipSync(readFileSync(join(page, chunks[name]!.file))).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_BOARD_MOST);
});

test('charts, dialogs, panels and the other kinds of stage are not among what the first board needs', () => {
  const maps = firstBoard().map((name) => readFileSync(join(page, `${chunks[name]!.file}.map`), 'utf8'));
  const needed = maps.flatMap((map) => (JSON.parse(map) as { sources: string[] }).sources);
  const later = /chart\.js|renderer\/(charts|exports|listing|params\/ParametersSheet|timeline\/TimelineLarge|log|gallery\/MistakeList|views\/(Dock|Programs|Help)|stage\/(queue|requests|call-stack|chains|draws|launchpads|speakers)\/)/; // prettier-ignore
  expect(needed.filter((source) => later.test(source))).toEqual([]);
});

test('every file that may arrive later is served, as a script that may be kept for ever', () => {
  const files = readPageFiles(page);
  const all = Object.values(chunks).filter(({ file }) => file.endsWith('.js'));
  expect(all.length).toBeGreaterThan(10);
  const wrong = all.filter(({ file }) => {
    const { status, headers } = pageResponse(files, { method: 'GET', url: `simul://app/${file}` });
    const type = headers.get('content-type');
    return status !== 200 || type !== 'text/javascript; charset=utf-8' || !/immutable/.test(headers.get('cache-control')!); // prettier-ignore
  });
  expect(wrong).toEqual([]);
});
