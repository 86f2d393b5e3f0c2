// The other tests run the command line from its sources, in their own process. Each command is started here once as it
// is built, and has to leave the same.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/ensure.mjs';
import { useFolder } from '../support/folder.ts';
import { allAlone, simul, simulAll, useBuild } from './simul.ts';

useBuild();
const folder = useFolder();
const part = join(folder, 'all.part');

const lines = [
  ['run', 'exhibition', '--preset', 'talk', '--format', 'json'],
  ['run', 'queue', '--model', 'threads', '--format', 'python'],
  ['run', 'requests'],
  ['run', 'philosophers', '--set', 'ordered=false', '--seed', '1'],
  ['run', 'exhibition', '--set', 'boards=0'],
  ['compare', 'exhibition'],
  ['sweep', 'exhibition', '--over', 'boards=6..24:6', '--jobs', '1'],
  ['merge', part],
  ['verify', join(root, 'tests/truth/rng.json')],
  ['gallery', 'check-then-act'],
  ['list', 'exhibition'],
  ['help', 'sweep'],
  ['--version'],
  ['serve', '--port', '70000'],
  ['open', join(folder, 'nowhere.png'), '--no-browser'],
  ['walk'],
  [],
];

test('every command does as it is built what its sources do', async () => {
  await simul('sweep', 'count', '--over', 'tasks=1..3', '--shard', '1/1', '--out', part);
  const [built, sources] = [await allAlone(lines), await simulAll(lines)];
  expect(built).toEqual(sources);
  expect(sources.map(({ code }) => code)).toEqual([0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 0]);
});
