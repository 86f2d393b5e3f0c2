import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { readSavedFile, rememberedInPng, rememberedInSvg, SAVED_FILE_MAX } from '../../shared/saved/file.ts';
import { pngText, withPngText } from '../../shared/saved/png.ts';
import { svgText } from '../../shared/saved/svg.ts';
import { crc32 } from '../../shared/saved/crc.ts';
import { picture, runOf, whyNot } from './examples.ts';

const run = runOf();
const opening = { open: { scenario: run.scenario, lanes: run.lanes }, at: run.at };
const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => readSavedFile(bytes, utf8);
const remembered = rememberedInPng(picture(), run);

test('the checksum is the one that everybody has', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
});

describe('a PNG that remembers', () => {
  test('brings its run back', () => {
    expect(read(remembered)).toEqual(opening);
  });

  test('is the same picture to another program, which checks every checksum', () => {
    const [before, after] = [picture(), remembered].map((bytes) =>
      PNG.sync.read(Buffer.from(bytes), { checkCRC: true }),
    );
    expect([after!.width, after!.height, after!.data.equals(before!.data)]).toEqual([7, 5, true]);
  });

  test('holds one text under each keyword', () => {
    const two = withPngText(withPngText(picture(), 'simul', 'one'), 'simulation', 'two');
    expect(['simul', 'simulation', 'Comment'].map((keyword) => pngText(two, keyword))).toEqual(['one', 'two', null]);
  });

  test('is refused wherever it is cut off', () => {
    for (let length = 8; length < remembered.length; length++) {
      expect(
        whyNot(() => read(remembered.subarray(0, length))),
        `${length} bytes`,
      ).toMatch(/^file: .*cut off|^file: /);
    }
  });

  test('is refused with any bit of it flipped, and with any run of bytes overwritten', () => {
    for (let bit = 64; bit < remembered.length * 8; bit++) {
      const damaged = remembered.slice();
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      expect(
        whyNot(() => read(damaged)),
        `bit ${bit}`,
      ).toMatch(/^file: /);
    }
    fc.assert(
      fc.property(fc.nat(remembered.length - 1), fc.uint8Array({ minLength: 1, maxLength: 30 }), (at, junk) => {
        const damaged = remembered.slice();
        damaged.set(junk.subarray(0, damaged.length - at), at);
        let found: unknown = null;
        const reason = whyNot(() => (found = read(damaged)));
        if (reason === '') expect(found).toEqual(opening);
      }),
    );
  });

  test('that says that a chunk has four gigabytes is refused at once', () => {
    const huge = remembered.slice();
    new DataView(huge.buffer).setUint32(33, 0xffffffff);
    expect(whyNot(() => read(huge))).toMatch(/^file: .* a whole PNG; this one is cut off$/);
  });

  test('another picture says that it remembers nothing', () => {
    expect(whyNot(() => read(picture()))).toBe(
      'file: "a picture" was given; it must be one that Simul exported and no other program stripped',
    );
  });
});

describe('an SVG that remembers', () => {
  const drawing = `<?xml version="1.0"?>\n<svg xmlns="x"><metadata>else</metadata>${rememberedInSvg(run)}<g/></svg>`;

  test('brings its run back', () => {
    expect(read(bytesOf(drawing))).toEqual(opening);
  });

  test('also with a byte order mark, and with its quotes as entities', () => {
    const text = rememberedInSvg(run);
    const inside = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
    const again = `\uFEFF${drawing}`.replace(inside, inside.replaceAll('"', '&quot;').replaceAll('{', '&#123;'));
    expect(read(bytesOf(again))).toEqual(opening);
  });

  test('has no sign in its text that is markup, whatever is in the scenario', () => {
    const odd = { ...run, scenario: { ...run.scenario, params: { name: '</metadata><script>&amp; ä 😀 "\u2028' } } };
    const text = rememberedInSvg(odd);
    expect(text.slice('<metadata id="simul">'.length, -'</metadata>'.length)).toMatch(/^[^<>&\u007f-\uffff]+$/);
    expect(read(bytesOf(`<svg>${text}</svg>`)).open.scenario).toEqual(odd.scenario);
  });

  test('is refused where it is cut off inside, and where it has nothing', () => {
    const cut = drawing.slice(0, drawing.indexOf('lanes'));
    expect(whyNot(() => read(bytesOf(cut)))).toBe(
      'file: "an SVG" was given; it must be a whole SVG; this one is cut off',
    );
    expect(whyNot(() => read(bytesOf('<svg></svg>')))).toMatch(/^file: "a drawing" was given/);
  });

  test('with a million tags that never end is read in one pass', () => {
    expect(svgText('<metadata'.repeat(1_000_000), 'simul')).toBeNull();
  });
});

test('a file that is too large is refused before it is looked at', () => {
  const size = SAVED_FILE_MAX + 1;
  expect(whyNot(() => read(new Uint8Array(size)))).toBe(
    `file: "${size} bytes" was given; it must be at most 16777216 bytes`,
  );
});

test('anything at all is a run or is refused with a reason', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(whyNot(() => read(bytes))).toMatch(/^\S+: /);
    }),
  );
});
