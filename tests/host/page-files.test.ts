import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cachingOf, pageFile, readPageFiles } from '../../electron/host/page-files.ts';
import { PAGE_POLICY, SAFE_HEADERS } from '../../electron/host/page-policy.ts';
import { useFolder } from '../support/folder.ts';

const folder = useFolder();
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets/index-4fT2.js'), 'let x;');
writeFileSync(join(folder, 'assets/face.woff2'), 'font');
writeFileSync(join(folder, 'strange.xyz'), '?');

test('the files of the page are known by their paths, with their types', () => {
  const files = readPageFiles(folder);
  expect(Object.fromEntries([...files].map(([path, file]) => [path, [file.type, cachingOf(file)]]))).toEqual({
    '/index.html': ['text/html; charset=utf-8', 'no-store'],
    '/assets/index-4fT2.js': ['text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'],
    '/assets/face.woff2': ['font/woff2', 'private, max-age=31536000, immutable'],
    '/strange.xyz': ['application/octet-stream', 'no-store'],
  });
  expect(pageFile(files, '/')?.body.toString()).toBe('<!doctype html>');
});

test('a path leads to a file of the list or nowhere', () => {
  const files = readPageFiles(folder);
  const paths = ['/../index.html', '//index.html', '/assets/../index.html', '/assets', '/assets/', '', '/INDEX.HTML'];
  expect(paths.filter((path) => pageFile(files, path) !== undefined)).toEqual([]);
});

test('a folder without a page is no page', () => {
  expect(() => readPageFiles(join(folder, 'assets'))).toThrow('no index.html');
  expect(() => readPageFiles(join(folder, 'nothing'))).toThrow('ENOENT');
});

test('the page says of itself what the headers say of it', () => {
  const page = readFileSync(new URL('../../renderer/index.html', import.meta.url), 'utf8');
  expect(/http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1]).toBe(PAGE_POLICY);
  expect(SAFE_HEADERS['Content-Security-Policy']).toBe(`${PAGE_POLICY}; frame-ancestors 'none'`);
});

test("no script but the page's own can run, and nothing is fetched from anywhere else", () => {
  const rules = new Map(PAGE_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
  expect(rules.get('default-src')).toEqual(["'none'"]);
  expect(rules.get('script-src')).toEqual(["'self'"]);
  const allowed = new Set([...rules].filter(([name]) => name !== 'style-src-attr').flatMap(([, values]) => values));
  expect([...allowed].sort()).toEqual(["'none'", "'self'", 'blob:', 'data:']);
});
