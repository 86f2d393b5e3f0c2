import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { squeeze } from '../../electron/cli/input/squeeze.ts';
import { fromBase64url, toBase64url } from '../../shared/saved/base64url.ts';
import { crc32 } from '../../shared/saved/crc.ts';
import { LINK_LENGTH_MAX, linkOf, readLink } from '../../shared/saved/link.ts';
import { InputError } from '../../shared/scenario/problem.ts';
import { runOf } from './examples.ts';

const run = runOf();
const opening = { open: { scenario: run.scenario, lanes: run.lanes }, at: run.at };
const link = await linkOf(run, squeeze);

async function whyNot(fragment: string): Promise<string> {
  try {
    await readLink(fragment, squeeze);
    return '';
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** A link to any text at all, made as Simul makes them. */
function linkTo(text: Buffer): string {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(text));
  return `#s=1.${toBase64url(Buffer.concat([checksum, deflateRawSync(text, { level: 9 })]))}`;
}

test('bytes in an address are what Node makes of them', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }),
  );
  expect(['a', 'ab=', 'a b', 'ä'].map(fromBase64url)).toEqual([null, null, null, null]);
});

describe('a link', () => {
  test('brings its run back, in letters that an address may hold', async () => {
    expect(link).toMatch(/^#s=1\.[\w-]+$/);
    expect(link.length).toBeLessThan(1000);
    expect(await readLink(link, squeeze)).toEqual(opening);
  });

  test('is something else when it is something else', async () => {
    expect([await readLink('', squeeze), await readLink('#stage', squeeze)]).toEqual([null, null]);
  });

  test('is refused with any letter changed and wherever it is cut', async () => {
    for (let at = 5; at < link.length; at++) {
      expect(await whyNot(link.slice(0, at)), `cut at ${at}`).toMatch(/^link: .* damaged, cut off or holds too much$/);
      const other = link[at] === 'A' ? 'B' : 'A';
      const changed = link.slice(0, at) + other + link.slice(at + 1);
      // The last letter may have bits that stand for nothing.
      const reason = await whyNot(changed);
      if (at < link.length - 1) expect(reason, `letter ${at}`).toMatch(/^link: /);
    }
  });

  test('that holds twenty megabytes of nothing is refused before they are there', async () => {
    const bomb = `#s=1.${toBase64url(Buffer.concat([Buffer.alloc(4), deflateRawSync(Buffer.alloc(20_000_000))]))}`;
    expect(bomb.length).toBeLessThan(LINK_LENGTH_MAX);
    expect(await whyNot(bomb)).toMatch(/^link: .* holds too much$/);
  });

  test('that is whole, and holds no run, is refused for what it holds', async () => {
    expect(await whyNot(linkTo(Buffer.from('{"a":1}')))).toMatch(/^file: .* a scenario, or an object/);
    expect(await whyNot(linkTo(Buffer.from('[')))).toMatch(/^file: .* JSON$/);
  });

  test('of a newer version says so', async () => {
    expect(await whyNot('#s=2.anything')).toBe(
      'link: this was made by a newer Simul (version 2); this one reads version 1',
    );
  });

  test('that is too long is neither made nor read', async () => {
    expect(await whyNot(`#s=1.${'A'.repeat(LINK_LENGTH_MAX)}`)).toMatch(/^link: "32005 characters"/);
    let seed = 1;
    const draw = () => (seed = (seed * 48_271) % 2_147_483_647).toString(36);
    const long = { ...run, scenario: { ...run.scenario, params: { names: Array.from({ length: 8000 }, draw) } } };
    await expect(linkOf(long, squeeze)).rejects.toThrow(/^link: .* save a file instead$/);
  });
});
