/**
 * The app as it is packed: what is in its archive, and that it runs with nothing else. Seen through the double. The
 * archive is made here of the files that electron-builder is told to take, or is the one that SIMUL_PACKED names.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { faultsOf, readArchive, unpack } from '../../../scripts/asar.mjs';
import { asarOf } from '../../support/asar.ts';
import { expect, test } from '../app.ts';

const root = resolve(import.meta.dirname, '../../..');
const { files: patterns } = JSON.parse(readFileSync(join(root, 'electron-builder.json'), 'utf8')) as {
  files: string[];
};

/** The files that electron-builder is told to take. */
function packed(): Map<string, Buffer> {
  const matches = (path: string) => (pattern: string) => {
    if (pattern.startsWith('**/*')) return path.endsWith(pattern.slice(4));
    return pattern.endsWith('/**') ? path.startsWith(pattern.slice(0, -2)) : path === pattern;
  };
  const without = patterns.filter((each) => each.startsWith('!')).map((each) => each.slice(1));
  const taken = patterns.filter((each) => !each.startsWith('!'));
  const built = readdirSync(join(root, 'out'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
  const paths = [...built, 'package.json'].filter((path) => taken.some(matches(path)) && !without.some(matches(path)));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path))]));
}

test.describe('unpacked where nothing else is', () => {
  const place = mkdtempSync(join(tmpdir(), 'simul-packed-'));
  const made = process.env['SIMUL_PACKED'];
  const archive = made === undefined ? join(place, 'app.asar') : resolve(root, made);
  const folder = join(place, 'app');
  // Whoever starts the built app with this variable gets its own page all the same.
  test.use({ desktopOptions: { folder, env: { ELECTRON_RENDERER_URL: 'http://127.0.0.1:9/' } } });
  test.beforeAll(() => {
    if (made === undefined) writeFileSync(archive, asarOf(packed()));
    unpack(readArchive(archive), folder);
  });
  test.afterAll(() => rmSync(place, { recursive: true }));

  test('the archive holds what belongs to it and no maps of sources, and runs without packages', async ({
    app,
    desktop,
  }) => {
    test.setTimeout(60_000);
    const paths = [...readArchive(archive).keys()];
    expect(faultsOf(paths)).toEqual([]);
    const others = [...paths.filter((path) => path !== 'out/main/sweep-worker.js'), 'out/main/index.js.map'];
    expect(faultsOf(others)).toEqual(['out/main/index.js.map does not belong', 'out/main/sweep-worker.js is missing']);
    // Threads of their own do an experiment.
    await app.page.keyboard.press('e');
    await expect(app.page.getByRole('dialog', { name: 'Total time against boards' }).getByText('192 runs')).toBeVisible(
      { timeout: 30_000 },
    );
    expect((await desktop.order('windows'))[0]!.address).toBe('simul://app/');
    const policy = await app.page.evaluate(async () => (await fetch('./')).headers.get('content-security-policy'));
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
  });
});
