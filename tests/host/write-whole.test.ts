import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whyNotWritten, writeWhole } from '../../electron/host/write-whole.ts';
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
  await expect(writeWhole(join(folder, 'no/such/file'), 'x')).rejects.toThrow(/^the folder .*no.such is not there$/);
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

test('a disk that is full, or takes nothing, is told in plain words', () => {
  const why = (code: string) =>
    whyNotWritten(Object.assign(new Error(`${code}: so says the system`), { code }), '/a/b');
  expect(['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EROFS', 'EIO'].map(why)).toEqual([
    'there is no room left on the disk',
    'there is no room left on the disk',
    'no file may be so large there',
    'nothing may be written in /a',
    'nothing may be written in /a',
    'EIO: so says the system',
  ]);
});
