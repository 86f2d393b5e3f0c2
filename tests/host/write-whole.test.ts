import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../electron/host/write-whole.ts';
import { useFolder } from '../support/folder.ts';

const folder = useFolder();

test('a file that is there is replaced by another one, with its rights, and nothing is left beside it', async () => {
  const path = join(folder, 'scenario.json');
  writeFileSync(path, 'before');
  chmodSync(path, 0o640);
  const { ino } = statSync(path);
  await writeWhole(path, 'after');
  const { mode, ino: now } = statSync(path);
  expect([readFileSync(path, 'utf8'), mode & 0o777, now !== ino]).toEqual(['after', 0o640, true]);
  expect(readdirSync(folder)).toEqual(['scenario.json']);
});

test('where the file cannot take its place, the place holds what it held and the draft is gone', async () => {
  const path = join(folder, 'taken');
  mkdirSync(path);
  writeFileSync(join(path, 'inside'), 'x');
  await expect(writeWhole(path, 'after')).rejects.toThrow();
  expect([readdirSync(path), readdirSync(folder).filter((name) => name.endsWith('.tmp'))]).toEqual([['inside'], []]);
});

test('a link is followed, a long name is no trouble, and a new file gets the rights it is to have', async () => {
  const long = join(folder, 'x'.repeat(250));
  await writeWhole(long, Uint8Array.of(104, 105), 0o600);
  const link = join(folder, 'link');
  symlinkSync(long, link);
  await writeWhole(link, 'through');
  expect([readFileSync(long, 'utf8'), lstatSync(link).isSymbolicLink(), statSync(long).mode & 0o777]).toEqual([
    'through',
    true,
    0o600,
  ]);
});
