import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { useFolder } from '../support/folder.ts';
import { compareFolders, differenceOf, isWithin, resultText } from './compare.ts';

const root = useFolder();

/** A picture of 20 x 10 pixels in one colour, with a block of so many pixels a side in another. */
function picture({ block = 0, colour = [0, 0, 0], width = 20 } = {}): Buffer {
  const png = new PNG({ width, height: 10 });
  png.data.fill(255);
  for (let x = 5; x < 5 + block; x++) {
    for (let y = 3; y < 3 + block; y++) png.data.set(colour, 4 * (y * width + x));
  }
  return PNG.sync.write(png);
}

function folder(name: string, pictures: Readonly<Record<string, Buffer>>): string {
  const path = join(root, name);
  mkdirSync(path);
  for (const [file, data] of Object.entries(pictures)) writeFileSync(join(path, file), data);
  return path;
}

test('a picture and itself differ in nothing', () => {
  expect(differenceOf(picture({ block: 4 }), picture({ block: 4 }))).toMatchObject({ share: 0, picture: null });
});

test('pixels are compared, not the bytes of the file', () => {
  const repacked = PNG.sync.write(PNG.sync.read(picture({ block: 4 })), { deflateLevel: 0 });
  expect(repacked.equals(picture({ block: 4 }))).toBe(false);
  expect(differenceOf(picture({ block: 4 }), repacked)).toMatchObject({ share: 0, picture: null });
});

test('a changed block of pixels is found and shown in red', () => {
  const { share, picture: shown } = differenceOf(picture(), picture({ block: 3 }));
  expect(share).toBe(9 / 200);
  const { data } = PNG.sync.read(shown!);
  const red = Array.from({ length: 200 }, (_, pixel) => pixel).filter(
    (pixel) => data.subarray(4 * pixel, 4 * pixel + 3).join() === '255,0,0',
  );
  expect(red).toEqual([65, 66, 67, 85, 86, 87, 105, 106, 107]);
});

test('a single pixel counts, and so does a slight change of colour', () => {
  expect(differenceOf(picture(), picture({ block: 1 })).share).toBe(1 / 200);
  const [grey, lighter] = [picture({ block: 2, colour: [128, 128, 128] }), picture({ block: 2, colour: [140, 140, 140] })]; // prettier-ignore
  expect(differenceOf(grey, lighter).share).toBe(4 / 200);
});

test('two folders: what is the same, changed, resized, missing and new', () => {
  const before = folder('before', {
    'changed.png': picture(),
    'missing.png': picture(),
    'resized.png': picture(),
    'same.png': picture(),
    'notes.txt': Buffer.from('no picture'),
  });
  const after = folder('after', {
    'changed.png': picture({ block: 2 }),
    'new.png': picture(),
    'resized.png': picture({ width: 30 }),
    'same.png': picture(),
  });
  const out = join(root, 'differences');
  const results = [...compareFolders(before, after, out)];
  expect(results.map(resultText)).toEqual([
    '   2.000 %  changed.png',
    '   missing  missing.png',
    '       new  new.png',
    '   resized  resized.png: 20x10, now 30x10',
    '   0.000 %  same.png',
  ]);
  expect(readdirSync(out)).toEqual(['changed.png']);
  const failed = (tolerance: number) => results.filter((each) => !isWithin(each, tolerance)).map(({ name }) => name);
  expect(failed(0.01)).toEqual(['changed.png', 'missing.png', 'resized.png']);
  expect(failed(0.02)).toEqual(['missing.png', 'resized.png']);
});
